import { Button, Group, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../lib/save-file.js';
import { TABLE_FILES, TABLE_KINDS, type TableKind } from '../../lib/table-files.js';
import { RecordTable } from '../../ui/record-table.js';
import { Section } from '../../ui/section.js';
import { useActName } from '../../ui/use-act-name.js';
import type { Column } from './column.js';
import type { Subject } from './subject.js';
import { useImportWords } from './use-words.js';

/** The columns of an import, and empty tables that have them. */
export const SubjectColumns = ({ subject }: { readonly subject: Subject }): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const { labelOf, holdsOf } = useImportWords(subject);
  const { act, columns } = subject;
  const saveTemplate = async (kind: TableKind): Promise<void> => {
    const rows = [columns.map(labelOf), columns.map(({ name }) => name)];
    saveFile(`${nameOf(act.contract, act.name)}.${kind}`, await TABLE_FILES[kind](rows));
  };
  const contentOf = (column: Column): string =>
    column.many ? `${holdsOf(column)} (${t('import.several')})` : holdsOf(column);
  return (
    <Section title={t('import.columns')}>
      <Stack gap="sm">
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
        <Group gap="xs">
          {TABLE_KINDS.map((kind) => (
            <Button key={kind} variant="default" size="xs" onClick={() => void saveTemplate(kind)}>
              {t(`import.templates.${kind}`)}
            </Button>
          ))}
        </Group>
      </Stack>
    </Section>
  );
};
