import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ActLinks } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { Site } from '../../ui/site.js';
import { useValueText } from '../../ui/use-value-text.js';
import { bookingOffers } from './shipment-offers.js';

/** What a shipment is for, from where to where, by whom. */
export const ShipmentFacts = ({ shipment }: { readonly shipment: ShipmentRecord }): ReactElement => {
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

/** What is on a shipment. */
export const ShipmentLines = ({ shipment }: { readonly shipment: ShipmentRecord }): ReactElement => {
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
