import { Anchor, Text } from '@mantine/core';
import type { BillView } from '@yaosu/gateway/api/bills';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BatchName } from '../../ui/batch-name.js';
import { Firm } from '../../ui/firm.js';
import { Hash } from '../../ui/hash.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable, type Column } from '../../ui/record-table.js';
import { BillBadge } from './bill-badge.js';
import { BillSubject } from './bill-subject.js';
import { SendBillAgain } from './send-bill-again.js';
import { useKindText } from './use-kind-text.js';

const KindLink = ({ id, kind }: Pick<BillView, 'id' | 'kind'>): ReactElement => {
  const kindText = useKindText();
  return (
    <Anchor component={Link} to={`/bills/${id}`} size="sm">
      {kindText(kind)}
    </Anchor>
  );
};

interface Props {
  readonly bills: readonly BillView[];
}

const useColumns = (): readonly Column<BillView>[] => {
  const { t } = useTranslation();
  return [
    [t('bills.kind'), (bill) => <KindLink {...bill} />],
    [t('cols.when'), ({ at }) => <Moment at={at} />],
    [t('bills.partner'), ({ partner }) => <Firm id={partner} />],
    [t('cols.batch'), ({ batches }) => batches.map((batch) => <BatchName key={batch} id={batch} />)],
    [t('bills.quantity'), ({ quantity }) => quantity],
    [t('bills.record'), ({ subject }) => <BillSubject subject={subject} />],
  ];
};

/** Bills with how far they have come. */
export const BillTable = ({ bills }: Props): ReactElement => {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <RecordTable
      rows={bills}
      rowKey={({ id }) => id}
      columns={[
        [t('cols.state'), ({ state }) => <BillBadge state={state} />],
        ...columns,
        [t('bills.externalNo'), ({ externalNo }) => externalNo ?? '–'],
        [t('proof.transaction'), ({ txId }) => <Hash value={txId} />],
      ]}
    />
  );
};

/** Bills that the platform has refused, with its words, and what can be done. */
export const RefusedTable = ({ bills }: Props): ReactElement => {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <RecordTable
      rows={bills}
      rowKey={({ id }) => id}
      columns={[
        ...columns,
        [
          t('bills.says'),
          ({ refusal }) => (
            <Text size="sm">
              {refusal?.text} ({refusal?.code})
            </Text>
          ),
        ],
        [t('cols.does'), ({ id }) => <SendBillAgain id={id} />],
      ]}
    />
  );
};
