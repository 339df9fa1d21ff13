import { Anchor, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { HEADS } from '@yaosu/chaincode/model/act-heads.computed';
import { useRecordPages } from '../../lib/records.js';
import { ActLinks } from '../../ui/act-links.js';
import { Firm } from '../../ui/firm.js';
import { PageHead } from '../../ui/page-head.js';
import { RecordList } from '../../ui/record-list.js';
import { State } from '../../ui/state.js';

const SHOWN = 10;

/** Orders that name the own enterprise, the newest first. */
export const OrdersPage = (): ReactElement => {
  const { t } = useTranslation();
  const query = useRecordPages('order');
  return (
    <Stack>
      <PageHead title={t('orders.title')}>
        <ActLinks offers={[{ act: HEADS.Order.place }]} />
      </PageHead>
      <RecordList
        query={query}
        empty={t('orders.none')}
        columns={[
          [
            t('cols.order'),
            ({ value }) => (
              <Anchor component={Link} to={`/orders/${value.order}`} size="sm" ff="monospace">
                {value.order.slice(0, SHOWN)}
              </Anchor>
            ),
          ],
          [t('cols.buyer'), ({ value }) => <Firm id={value.buyer} />],
          [t('cols.supplier'), ({ value }) => <Firm id={value.supplier} />],
          [t('cols.requiredBy'), ({ value }) => value.requiredBy],
          [t('cols.deliverOn'), ({ value }) => value.confirmed?.deliverOn ?? '–'],
          [t('cols.state'), ({ value }) => <State value={value.state} />],
          [t('cols.block'), ({ block }) => block],
        ]}
      />
    </Stack>
  );
};
