import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecord } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { Loaded } from '../../ui/loaded.js';
import { ShipmentFacts, ShipmentLines } from './shipment-facts.js';
import { isExpected } from './shipment-offers.js';
import { SignOffer } from './sign-offer.js';

interface Props {
  readonly shipment: ShipmentRecord;
  readonly onAskAgain: () => void;
}

/** What can be signed now, or why nothing can. */
const Offered = ({ shipment, onAskAgain }: Props): ReactElement => {
  const { t } = useTranslation();
  const { enterprise } = useSignedIn();
  const { offer } = shipment;
  if (offer?.state === 'open') return <SignOffer shipment={shipment} offer={offer} onBack={onAskAgain} />;
  if (!isExpected(shipment, enterprise)) {
    return (
      <Alert color="teal" role="status" title={t('invitations.answered')}>
        {t('invitations.takenOver')}
      </Alert>
    );
  }
  return (
    <Alert color="yellow" role="status" title={t('invitations.notOffered')}>
      <Stack align="flex-start" gap="sm">
        <Text size="sm">{t('invitations.notOfferedHint')}</Text>
        <Button size="xs" variant="default" onClick={onAskAgain}>
          {t('invitations.askAgain')}
        </Button>
      </Stack>
    </Alert>
  );
};

/** A shipment as somebody sees it who was invited to take it over. */
export const InvitedShipment = ({ id }: { readonly id: string }): ReactElement => {
  const { t } = useTranslation();
  const query = useRecord('ship', id);
  return (
    <Loaded query={query}>
      {({ value }) => (
        <Stack>
          <Title order={2} size="h4">
            {t('shipments.one', { number: value.noteNo })}
          </Title>
          <Offered shipment={value} onAskAgain={() => void query.refetch()} />
          <ShipmentFacts shipment={value} />
          <ShipmentLines shipment={value} />
        </Stack>
      )}
    </Loaded>
  );
};
