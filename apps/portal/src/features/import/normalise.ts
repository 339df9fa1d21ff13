/** What a spreadsheet makes of values, undone: words of closed lists, names of firms, dates, trailing zeros. */
import { daysLater } from '@yaosu/chaincode/model/kernel/time';
import type { LeafKind } from '../../lib/act-form/leaf-kinds.js';
import { isFormula, withoutGuard } from '../../lib/table-csv.js';
import type { Enterprise } from '../../lib/use-enterprises.js';
import { isSameWord, type Column } from './column.js';
import { wordsOf } from './column-names.js';

interface Place {
  readonly column: Column;
  readonly firms: readonly Enterprise[];
}
type Normalise = (cell: string, place: Place) => string;

const DATE = /^(\d{4})[/.年](\d{1,2})[/.月](\d{1,2})日?$/;
/** Days since the end of 1899, as a cell without a date format shows them. */
const SERIAL_DAY = /^[1-9]\d{4}$/;
const DAY_ZERO = '1899-12-30';

const dayOf: Normalise = (cell) => {
  if (SERIAL_DAY.test(cell)) {
    return daysLater(DAY_ZERO, Number(cell));
  }
  const [, year = '', month = '', day = ''] = DATE.exec(cell) ?? [];
  return year === '' ? cell : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

const decimalOf: Normalise = (cell) => (/^\d+\.\d+$/.test(cell) ? cell.replace(/\.?0+$/, '') : cell);

const valueOf: Normalise = (cell, { column: { name, values } }) =>
  values.find((value) => wordsOf(name, value).some((word) => isSameWord(word, cell))) ?? cell;

/** A name that two firms share stays a name, which is no id. */
const firmOf: Normalise = (cell, { firms }) => {
  const named = firms.filter(({ enterprise, name }) => enterprise === cell || name === cell);
  return named.length === 1 ? (named[0]?.enterprise ?? cell) : cell;
};

const plain: Normalise = (cell) => withoutGuard(cell);

/** Kind of column → how a cell becomes a value; others are taken as they are. */
export const NORMALISERS: Partial<Readonly<Record<LeafKind, Normalise>>> = {
  day: dayOf,
  decimal: decimalOf,
  enum: valueOf,
  enterprise: firmOf,
  text: plain,
  statement: plain,
  ownMaterial: plain,
};

/** A cell that a spreadsheet would run or has changed, or that is longer than any text may be. */
export type Suspicion = 'formula' | 'rounded' | 'tooLong';

/** Long numbers become powers of ten in a cell that is not text: their last digits are lost. */
const ROUNDED = /^\d(\.\d+)?E\+\d+$/i;
const MOST_CHARACTERS = 10_000;

/** What is suspicious about a cell; nothing is ever computed. */
export const suspicionOf = ({ kind }: Column, cell: string): Suspicion | undefined => {
  const text = cell.trim();
  if (text.length > MOST_CHARACTERS) return 'tooLong';
  if (isFormula(text)) return 'formula';
  return ROUNDED.test(text) && kind !== 'statement' ? 'rounded' : undefined;
};
