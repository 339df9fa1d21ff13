import { Alert, Stack } from '@mantine/core';
import { instantOf } from '@yaosu/chaincode/model/kernel/time';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import { offeredCommand } from '@yaosu/chaincode/signing/offered-hand-over';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSignedIn } from '../../lib/session.js';
import { SignCommand } from '../../ui/sign-command.js';
import { useSayDone } from '../../ui/use-say-done.js';
import { problemOfOffer } from './judge-offer.js';
import { OfferFacts } from './offer-facts.js';

interface Props {
  readonly shipment: ShipmentRecord;
  readonly offer: NonNullable<ShipmentRecord['offer']>;
  readonly onBack: () => void;
}

/** Signs the other half of a hand-over, or says why it cannot be signed here. */
export const SignOffer = ({ shipment, offer, onBack }: Props): ReactElement => {
  const { t } = useTranslation();
  const session = useSignedIn();
  const navigate = useNavigate();
  const sayDone = useSayDone();
  const { enterprise, key, ledgerId } = session;
  const problem = problemOfOffer(offer, { enterprise, kid: key.kid, at: instantOf(Date.now()) });
  const facts = <OfferFacts shipment={shipment} offer={offer} />;
  if (problem !== undefined) {
    return (
      <Stack>
        <Alert color="red" role="alert">
          {t(`offer.${problem}`)}
        </Alert>
        {facts}
      </Stack>
    );
  }
  const said = { ...offer, shipment: shipment.shipment };
  const half = offer.halves.find(({ kid }) => kid === key.kid);
  return (
    <SignCommand
      command={offeredCommand(ledgerId, said, offer.giver, { enterprise, kid: key.kid })}
      signatures={[{ alg: 'ES256', form: 'p1363', signature: half?.signature ?? '' }, null]}
      signingKey={key}
      summary={facts}
      onBack={onBack}
      onDone={(submitted) => {
        sayDone(submitted);
        void navigate(`/shipments/${shipment.shipment}`);
      }}
    />
  );
};
