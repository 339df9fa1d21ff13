import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../lib/save-file.js';
import { TABLE_FILES } from '../../lib/table-files.js';
import type { SubjectHead } from './subject.js';
import { PROBLEM } from './table/line.js';
import { useImportWords } from './use-words.js';

/** A row to be mended. */
export interface FaultyRow {
  readonly cells: Readonly<Record<string, string>>;
  /** What is wrong with it, in words. */
  readonly problem: string;
}

interface Props {
  readonly subject: SubjectHead;
  readonly rows: readonly FaultyRow[];
  readonly label: string;
}

/** Saves rows as they came, each with what is wrong: a file to be mended and brought in again. */
export const SaveRows = ({ subject, rows, label }: Props): ReactElement => {
  const { t } = useTranslation();
  const { labelOf } = useImportWords(subject);
  const { columns } = subject;
  const save = async (): Promise<void> => {
    const header = [...columns.map(labelOf), t('import.problem')];
    const technical = [...columns.map(({ name }) => name), PROBLEM];
    const lines = rows.map(({ cells, problem }) => [
      ...columns.map(({ name }) => cells[name] ?? ''),
      problem,
    ]);
    saveFile(`${label}.csv`, await TABLE_FILES.csv([header, technical, ...lines]));
  };
  return (
    <Button variant="default" size="xs" onClick={() => void save()}>
      {label}
    </Button>
  );
};
