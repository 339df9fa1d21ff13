import { Button, Group } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../lib/save-file.js';
import { TABLE_FILES, TABLE_KINDS, type TableKind } from '../../lib/table-files.js';
import { useActName } from '../../ui/use-act-name.js';
import type { SubjectHead } from './subject.js';
import { useImportWords } from './use-words.js';

/** Empty tables to begin with: the columns in words, below them their technical names. */
export const Templates = ({ subject }: { readonly subject: SubjectHead }): ReactElement => {
  const { t } = useTranslation();
  const nameOf = useActName();
  const { labelOf } = useImportWords(subject);
  const { act, columns } = subject;
  const save = async (kind: TableKind): Promise<void> => {
    const rows = [columns.map(labelOf), columns.map(({ name }) => name)];
    saveFile(`${nameOf(act.contract, act.name)}.${kind}`, await TABLE_FILES[kind](rows));
  };
  return (
    <Group gap="xs">
      {TABLE_KINDS.map((kind) => (
        <Button key={kind} variant="subtle" size="compact-xs" onClick={() => void save(kind)}>
          {t(`import.templates.${kind}`)}
        </Button>
      ))}
    </Group>
  );
};
