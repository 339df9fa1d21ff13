import { Group, Stack } from '@mantine/core';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import { concernedBy } from '@yaosu/chaincode/rules/shipment/named-on';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRecord, type RecordOf } from '../../lib/records.js';
import { useSignedIn } from '../../lib/session.js';
import { ActLinks } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { IncidentsOfLoad } from '../../ui/incidents-of-load.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { Proof } from '../../ui/proof.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { Site } from '../../ui/site.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';
import { ShipmentCustody } from './shipment-custody.js';
import { OfferWaits } from './offer-facts.js';
import { bookingOffers, shipmentOffers } from './shipment-offers.js';
import { ShipmentRedirects } from './shipment-redirects.js';
import { ShipmentReadings } from './shipment-readings.js';
import { useNeededGrants } from './use-needed-grants.js';

const ShipmentFacts = ({ shipment }: { readonly shipment: ShipmentRecord }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <Section title={t('detail.facts')}>
      <Facts
        facts={[
          [t('cols.purpose'), textOf(shipment.purpose)],
          [t('cols.owner'), <Firm key="owner" id={shipment.owner} />],
          [t('cols.carrier'), <Firm key="carrier" id={shipment.carrier} />],
          [t('cols.consignor'), <Firm key="consignor" id={shipment.consignor} />],
          [t('cols.from'), <Site key="from" of={shipment.consignor} gln={shipment.from} />],
          [t('cols.seals'), shipment.seals.length === 0 ? '–' : shipment.seals.join(', ')],
          [t('cols.consignee'), <Firm key="consignee" id={shipment.consignee} />],
          [t('cols.to'), <Site key="to" of={shipment.consignee} gln={shipment.to} />],
          [t('detail.parcels'), String(shipment.parcels.length)],
        ]}
      />
    </Section>
  );
};

const Lines = ({ shipment }: { readonly shipment: ShipmentRecord }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <Section title={t('detail.lines')}>
      <RecordTable
        rows={shipment.lines}
        rowKey={({ batch }) => batch}
        columns={[
          [t('cols.batch'), ({ batch }) => <BatchName id={batch} />],
          [t('cols.quantity'), ({ quantity, unit }) => `${quantity} ${textOf(unit)}`],
          [t('cols.does'), (line) => <ActLinks offers={bookingOffers(shipment, line)} small />],
        ]}
      />
    </Section>
  );
};

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
            <NextSteps record={record} />
          </PageHead>
          <OfferWaits shipment={record.value} />
          <ShipmentFacts shipment={record.value} />
          <ShipmentRedirects shipment={record.value} />
          <Lines shipment={record.value} />
          <ShipmentCustody shipment={record.value} />
          <ShipmentReadings shipment={record.value} />
          <IncidentsOfLoad load={{ type: 'ship', id }} concerned={concernedBy(record.value)} />
          <Proof txId={record.txId} />
        </Stack>
      )}
    </Loaded>
  );
};
