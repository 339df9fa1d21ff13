import type { RecallRecord } from '@yaosu/chaincode/model/recall/schemas';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchName } from '../../ui/batch-name.js';
import { RecordTable, type Column } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';

const PARTS = [
  'received',
  'onHand',
  'inTransit',
  'forwarded',
  'returned',
  'destroyed',
  'used',
  'lost',
  'unaccounted',
] as const;

/** A column for every place where something can be. */
export const countColumns = (
  t: (key: string) => string,
): readonly Column<Record<(typeof PARTS)[number], string>>[] =>
  PARTS.map((part) => [t(`fields.${part}`), (row) => row[part]] as const);

type Counts = NonNullable<RecallRecord['reconciliation']>;

/** Where everything is that was in scope, as the recall was closed. */
export const Reconciliation = ({ counts }: { readonly counts: Counts }): ReactElement => {
  const { t } = useTranslation();
  return (
    <Section title={t('recalls.reconciliation')}>
      <RecordTable
        rows={counts}
        rowKey={({ batch, unit }) => `${batch} ${unit}`}
        columns={[[t('cols.batch'), ({ batch }) => <BatchName id={batch} />], ...countColumns(t)]}
      />
    </Section>
  );
};
