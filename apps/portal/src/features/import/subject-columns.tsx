import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import type { Column } from './column.js';
import type { SubjectHead } from './subject.js';
import { useImportWords } from './use-words.js';

/** The columns of an import, and what each holds. */
export const SubjectColumns = ({ subject }: { readonly subject: SubjectHead }): ReactElement => {
  const { t } = useTranslation();
  const { labelOf, holdsOf } = useImportWords(subject);
  const { columns } = subject;
  const contentOf = (column: Column): string =>
    column.many ? `${holdsOf(column)} (${t('import.several')})` : holdsOf(column);
  return (
    <Section title={t('import.columns')}>
      <RecordTable
        rows={columns}
        rowKey={({ name }) => name}
        columns={[
          [t('import.column'), labelOf],
          [t('import.technical'), ({ name }) => name],
          [t('import.needed'), ({ required }) => t(required ? 'act.yes' : 'act.no')],
          [t('import.holds'), contentOf],
        ]}
      />
    </Section>
  );
};
