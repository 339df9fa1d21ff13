import { Anchor, Stack } from '@mantine/core';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import type { OrderRecord } from '@yaosu/chaincode/model/order/schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRecord } from '../../lib/records.js';
import { ActLinks, type Offer } from '../../ui/act-links.js';
import { BatchName } from '../../ui/batch-name.js';
import { Facts } from '../../ui/facts.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { Loaded } from '../../ui/loaded.js';
import { PageHead } from '../../ui/page-head.js';
import { Proof } from '../../ui/proof.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { Signer } from '../../ui/signer.js';
import { Site } from '../../ui/site.js';
import { State } from '../../ui/state.js';
import { useValueText } from '../../ui/use-value-text.js';

const offersOf = ({ order, state, lines, requiredBy }: OrderRecord): readonly Offer[] => {
  const fixed = { order };
  if (state === 'placed')
    return [{ act: HEADS.Order.confirm, fixed, start: { lines, deliverOn: requiredBy } }];
  return state === 'confirmed' ? [{ act: HEADS.Order.shipNotice, fixed }] : [];
};

const MaterialLines = ({ lines }: { readonly lines: OrderRecord['lines'] }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <RecordTable
      rows={lines}
      rowKey={({ material }) => material}
      columns={[
        [t('cols.material'), ({ material }) => <Hash value={material} />],
        [t('cols.quantity'), ({ quantity, unit }) => `${quantity} ${textOf(unit)}`],
      ]}
    />
  );
};

const Announced = ({ notice }: { readonly notice: NonNullable<OrderRecord['notice']> }): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <Section title={t('orders.announced')} aside={<Signer by={notice.signedBy} />}>
      <RecordTable
        rows={notice.lines}
        rowKey={({ batch }) => batch}
        columns={[
          [t('cols.batch'), ({ batch }) => <BatchName id={batch} />],
          [t('cols.quantity'), ({ quantity, unit }) => `${quantity} ${textOf(unit)}`],
        ]}
      />
      {notice.shipment !== null && (
        <Anchor component={Link} to={`/shipments/${notice.shipment}`} size="sm">
          {t('cols.shipment')}
        </Anchor>
      )}
    </Section>
  );
};

/** An order: asked for, promised, announced. */
export const OrderPage = (): ReactElement => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRecord('order', id);
  return (
    <Loaded query={query}>
      {(record) => {
        const { value: order } = record;
        return (
          <Stack>
            <PageHead title={t('orders.one')} state={<State value={order.state} />}>
              <ActLinks offers={offersOf(order)} seen={record} />
            </PageHead>
            <Section title={t('orders.asked')} aside={<Signer by={order.placedBy} />}>
              <Facts
                facts={[
                  [t('cols.buyer'), <Firm key="buyer" id={order.buyer} />],
                  [t('cols.supplier'), <Firm key="supplier" id={order.supplier} />],
                  [t('cols.site'), <Site key="site" of={order.supplier} gln={order.site} />],
                  [t('cols.requiredBy'), order.requiredBy],
                  [
                    t('orders.approval'),
                    order.approval === null ? '–' : <Hash key="approval" value={order.approval} />,
                  ],
                ]}
              />
              <MaterialLines lines={order.lines} />
            </Section>
            {order.confirmed !== null && (
              <Section title={t('orders.promised')} aside={<Signer by={order.confirmed.signedBy} />}>
                <Facts facts={[[t('cols.deliverOn'), order.confirmed.deliverOn]]} />
                <MaterialLines lines={order.confirmed.lines} />
              </Section>
            )}
            {order.notice !== null && <Announced notice={order.notice} />}
            <Proof txId={record.txId} />
          </Stack>
        );
      }}
    </Loaded>
  );
};
