/** What files call columns and values: their words in either language, whichever the reader has. */
import { en } from '../../lib/texts/en.js';
import { zh } from '../../lib/texts/zh.js';
import { wordAt } from '../../lib/word-at.js';
import { wordKeys, type Column } from './column.js';

const DICTIONARIES = [en, zh] as const;

const present = (words: readonly (string | undefined)[]): string[] =>
  words.filter((word) => word !== undefined);

/** What a header may call a column: its technical name, its word in either language. */
export const namesOf = ({ name, label }: Column): readonly string[] =>
  present([name, ...DICTIONARIES.map((texts) => wordAt(texts, label))]);

/** What a cell may call a value of a closed list: the value, its word in either language. */
export const wordsOf = (column: string, value: string): readonly string[] =>
  present([
    value,
    ...DICTIONARIES.map((texts) => present(wordKeys(column, value).map((key) => wordAt(texts, key)))[0]),
  ]);
