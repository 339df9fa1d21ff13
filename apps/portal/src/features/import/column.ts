/** What a column of an import holds. */
import type { LeafKind } from '../../lib/act-form/leaf-kinds.js';
import { valueKeys } from '../../ui/use-value-text.js';

/** A column: a field of the act, by its technical name and by its word. */
export interface Column {
  readonly name: string;
  /** Key of its word in the dictionaries. */
  readonly label: string;
  readonly kind: LeafKind;
  readonly required: boolean;
  /** Holds several values, parted by `|` or by line breaks. */
  readonly many: boolean;
  /** Values of a closed list. */
  readonly values: readonly string[];
}

/** A row: technical name of a column → value; an empty one is left out. */
export type Row = Readonly<Record<string, string>>;

/** Keys of the word for a value of a closed list, in order. */
export const wordKeys = (column: string, value: string): readonly string[] => [
  `valuesOf.${column}.${value}`,
  ...(column === 'scheme' ? [`codes.schemes.${value}`] : valueKeys(value)),
];

/** Values of a cell that holds several. */
export const partsOf = (cell: string): readonly string[] =>
  cell
    .split(/[|\r\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const folded = (text: string): string => text.trim().toLowerCase();

/** Whether two words are the same to a person who types. */
export const isSameWord = (a: string, b: string): boolean => folded(a) === folded(b);
