import { Anchor, Button, Group, Stack } from '@mantine/core';
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
import { useValueText } from '../../ui/use-value-text.js';

/** Shipments that name the own enterprise, the newest first. */
export const ShipmentsPage = (): ReactElement => {
  const { t } = useTranslation();
  const textOf = useValueText();
  return (
    <Stack>
      <PageHead title={t('shipments.title')}>
        <Group gap="xs">
          <Button component={Link} to="/shipments/sign" variant="default">
            {t('offer.title')}
          </Button>
          <ActLinks offers={[{ act: HEADS.Shipment.create }]} />
        </Group>
      </PageHead>
      <RecordList
        query={useRecordPages('ship')}
        empty={t('shipments.none')}
        columns={[
          [
            t('cols.note'),
            ({ value }) => (
              <Anchor component={Link} to={`/shipments/${value.shipment}`} size="sm">
                {value.noteNo}
              </Anchor>
            ),
          ],
          [t('cols.purpose'), ({ value }) => textOf(value.purpose)],
          [t('cols.consignor'), ({ value }) => <Firm id={value.consignor} />],
          [t('cols.consignee'), ({ value }) => <Firm id={value.consignee} />],
          [t('cols.holder'), ({ value }) => <Firm id={value.holder} />],
          [t('cols.state'), ({ value }) => <State value={value.state} />],
          [t('cols.condition'), ({ value }) => <State value={value.condition} />],
          [t('cols.block'), ({ block }) => block],
        ]}
      />
    </Stack>
  );
};
