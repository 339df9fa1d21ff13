// Makes model/code/gs1/ai-table.ts of GS1's Barcode Syntax Dictionary: node chaincode/scripts/make-ai-table.mjs DICTIONARY
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('usage: make-ai-table.mjs DICTIONARY');
const COMPONENT = /^\[?[NXYZ](?:\.\.)?\d+\]?(?:,|$)/;
const FLAGS = /^[*?]+$/;

/** Row of the dictionary → tuple: AIs, flags, components, attributes, title. */
const rowOf = (line) => {
  const [data = '', title = ''] = line.split('#');
  const [ais, ...words] = data.trim().split(/\s+/);
  const flags = words.find((word) => FLAGS.test(word)) ?? '';
  const rest = words.filter((word) => word !== flags);
  const components = rest.filter((word) => COMPONENT.test(word)).join(' ');
  const attributes = rest.filter((word) => !COMPONENT.test(word)).join(' ');
  return [ais, flags, components, attributes, title.trim()];
};

const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const rows = readFileSync(source, 'utf8')
  .split(/\r?\n/)
  .filter((line) => /^\d/.test(line))
  .map((line) => `  [${rowOf(line).map(quoted).join(', ')}],`);

const text = `// Made by chaincode/scripts/make-ai-table.mjs of gs1-syntax-dictionary.txt (github.com/gs1/gs1-syntax-dictionary at
// ff2eb4bf, Apache-2.0, copyright GS1 AISBL, BWIPP and Zint projects). Change the script, not this file.

/** AIs, flags (* needs no separator, ? may be an attribute of a Digital Link), components, attributes, title. */
export type AiRow = readonly [string, string, string, string, string];

/** The application identifiers, a row an AI or range of AIs. */
// prettier-ignore
export const AI_ROWS: readonly AiRow[] = [
${rows.join('\n')}
];
`;
writeFileSync(join(import.meta.dirname, '../src/model/code/gs1/ai-table.ts'), text);
