import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchName } from '../../ui/batch-name.js';
import { Firm } from '../../ui/firm.js';
import { Moment } from '../../ui/moment.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { countColumns } from './reconciliation.js';

/** What holders say that they have counted, beside what the ledger has. */
export const Responses = ({ responses }: Pick<ReadAnswer<'recall'>, 'responses'>): ReactElement => {
  const { t } = useTranslation();
  const lines = responses.flatMap(({ enterprise, at, counts }) =>
    counts.map((count) => ({ ...count, enterprise, at })),
  );
  return (
    <Section title={t('recalls.counted')}>
      <RecordTable
        rows={lines}
        rowKey={({ enterprise, batch, unit }) => [enterprise, batch, unit].join(' ')}
        empty={t('recalls.noResponses')}
        columns={[
          [t('cols.holder'), ({ enterprise }) => <Firm id={enterprise} />],
          [t('cols.batch'), ({ batch }) => <BatchName id={batch} />],
          ...countColumns(t),
          [t('cols.when'), ({ at }) => <Moment at={at} />],
        ]}
      />
    </Section>
  );
};
