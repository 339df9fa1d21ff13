/** Words of columns, values and errors in the reader's language. */
import { useTranslation } from 'react-i18next';
import { useEnterpriseName } from '../../lib/use-enterprises.js';
import { wordKeys, type Column } from './column.js';
import type { Problem } from './judged-row.js';
import type { SubjectHead } from './subject.js';

/** What pages say of the columns of a subject. */
export interface ImportWords {
  readonly labelOf: (column: Column) => string;
  /** What a column holds, e.g. the words of its closed list. */
  readonly holdsOf: (column: Column) => string;
  /** A value of a row as a person reads it. */
  readonly valueText: (column: Column, value: string) => string;
  /** The columns that are wrong and why. */
  readonly problemText: (problems: readonly Problem[]) => string;
}

/** Words for a subject. */
export const useImportWords = ({ columns }: SubjectHead): ImportWords => {
  const { t } = useTranslation();
  const firm = useEnterpriseName();
  const labelOf = ({ label }: Column): string => t(label);
  const holdsOf = ({ name, kind, values }: Column): string =>
    t([`import.kinds.${kind}`, 'import.kinds.text'], {
      values: values.map((value) => t([...wordKeys(name, value)])).join(', '),
    });
  const valueText = ({ name, kind }: Column, value: string): string => {
    if (value === '') return '–';
    if (kind === 'enterprise') return firm(value);
    return kind === 'enum' ? t([...wordKeys(name, value)]) : value;
  };
  const whyOf = (problem: Problem, column: Column): string => {
    if (problem.why === 'kind') return holdsOf(column);
    return t(`import.problems.${problem.why}`, problem.why === 'duplicate' ? { of: problem.of } : {});
  };
  const problemText = (problems: readonly Problem[]): string =>
    problems
      .flatMap((problem) => {
        const column = columns.find(({ name }) => name === problem.column);
        return column === undefined ? [] : [`${labelOf(column)}: ${whyOf(problem, column)}`];
      })
      .join('; ');
  return { labelOf, holdsOf, valueText, problemText };
};
