import { Group, Stack } from '@mantine/core';
import { concernedBy } from '@yaosu/chaincode/rules/shipment/named-on';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRecord, type RecordOf } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { ActLinks } from '../../ui/act-links.js';
import { IncidentsOfLoad } from '../../ui/incidents-of-load.js';
import { InviteLink } from '../../ui/invite-link.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { Proof } from '../../ui/proof.js';
import { State } from '../../ui/state.js';
import { ShipmentCustody } from './shipment-custody.js';
import { OfferWaits } from './offer-facts.js';
import { ShipmentFacts, ShipmentLines } from './shipment-facts.js';
import { isExpected, shipmentOffers } from './shipment-offers.js';
import { ShipmentRedirects } from './shipment-redirects.js';
import { ShipmentReadings } from './shipment-readings.js';
import { useNeededGrants } from './use-needed-grants.js';

/** What may be done next: offered when it is known what the forms begin with, so that none opens half filled. */
const NextSteps = ({ record }: { readonly record: RecordOf<'ship'> }): ReactElement => {
  const query = useNeededGrants(record.value);
  const { enterprise: own } = useSignedIn();
  return (
    <Loaded query={query}>
      {(grants) => <ActLinks offers={shipmentOffers(record.value, { own, grants })} seen={record} />}
    </Loaded>
  );
};

/** Somebody without an account may take over what comes to the person's firm. */
const Invite = ({ record }: { readonly record: RecordOf<'ship'> }): ReactElement => {
  const { enterprise } = useSignedIn();
  return isExpected(record.value, enterprise) ? <InviteLink record={record.key} /> : <></>;
};

/** A shipment: who has it, what is on it, how warm it was, and the proof. */
export const ShipmentPage = (): ReactElement => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRecord('ship', id);
  return (
    <Loaded query={query}>
      {(record) => (
        <Stack>
          <PageHead
            title={t('shipments.one', { number: record.value.noteNo })}
            state={
              <Group gap={4}>
                <State value={record.value.state} />
                <State value={record.value.condition} />
              </Group>
            }
          >
            <Group gap="xs">
              <NextSteps record={record} />
              <Invite record={record} />
            </Group>
          </PageHead>
          <OfferWaits shipment={record.value} />
          <ShipmentFacts shipment={record.value} />
          <ShipmentRedirects shipment={record.value} />
          <ShipmentLines shipment={record.value} />
          <ShipmentCustody shipment={record.value} />
          <ShipmentReadings shipment={record.value} />
          <IncidentsOfLoad load={{ type: 'ship', id }} concerned={concernedBy(record.value)} />
          <Proof txId={record.txId} />
        </Stack>
      )}
    </Loaded>
  );
};
