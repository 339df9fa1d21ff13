import { Alert, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { SPOKEN_LENGTH, spokenGroups, typedCode } from '@yaosu/chaincode/model/kernel/spoken-code';
import { instantOf } from '@yaosu/chaincode/model/kernel/time';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import { offeredCommand } from '@yaosu/chaincode/signing/offered-hand-over';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SEEN_ANEW } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { PageHead } from '../../ui/page-head.js';
import { Section } from '../../ui/section.js';
import { SignCommand } from '../../ui/sign-command.js';
import { useErrorText } from '../../ui/use-error-text.js';
import { useSayDone } from '../../ui/use-say-done.js';
import { findOffer } from './find-offer.js';
import { judgeCode, problemOfOffer } from './judge-offer.js';
import { OfferFacts } from './offer-facts.js';

interface Found {
  readonly shipment: ShipmentRecord;
  readonly offer: NonNullable<ShipmentRecord['offer']>;
}

const SignOffer = ({ shipment, offer, onBack }: Found & { readonly onBack: () => void }): ReactElement => {
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

const Sought = ({ code, onBack }: { readonly code: string; readonly onBack: () => void }): ReactElement => {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const query = useQuery({ ...SEEN_ANEW, queryKey: ['offer', code], queryFn: () => findOffer(code) });
  if (query.isError) return <Alert color="red">{errorText(query.error)}</Alert>;
  if (query.data === undefined) return <></>;
  const shipment = query.data?.value;
  const offer = shipment?.offer ?? null;
  if (shipment === undefined || offer === null) {
    return (
      <Alert color="red" role="alert">
        {t('offer.unknown')}
      </Alert>
    );
  }
  return <SignOffer shipment={shipment} offer={offer} onBack={onBack} />;
};

/** Signing at a desk what a driver signed alone on the phone, found by the code that the driver says. */
export const SignByCodePage = (): ReactElement => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const code = typedCode(typed);
  const judged = judgeCode(code);
  return (
    <Stack maw={900}>
      <PageHead title={t('offer.title')} />
      <Section title={t('offer.typed')}>
        <TextInput
          label={t('offer.code')}
          description={t('offer.hint')}
          placeholder={spokenGroups('_'.repeat(SPOKEN_LENGTH))}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maw={320}
          error={judged === 'wrong' && t('offer.wrong')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Section>
      {judged === 'right' && <Sought key={code} code={code} onBack={() => setTyped('')} />}
    </Stack>
  );
};
