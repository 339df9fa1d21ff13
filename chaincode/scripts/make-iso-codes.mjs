// Makes model/code/gs1/iso-codes.ts of the iso-codes project's lists: node chaincode/scripts/make-iso-codes.mjs FOLDER
// (FOLDER holds iso_3166-1.json and iso_4217.json; on Debian /usr/share/iso-codes/json)
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: make-iso-codes.mjs FOLDER');
const entries = (part) => JSON.parse(readFileSync(join(folder, `iso_${part}.json`), 'utf8'))[part];

const block = (words, perLine) => {
  const lines = [];
  const sorted = [...new Set(words)].sort();
  for (let i = 0; i < sorted.length; i += perLine) lines.push(`  ${sorted.slice(i, i + perLine).join(' ')}`);
  return `\`\n${lines.join('\n')}\n\``;
};

/** Amendments 172 to 180 of ISO 4217, which Debian's list of 2023 lacks: XAD and ZWG came, HRK, SLL, CUC and ZWL went. */
const ADDED_CURRENCIES = ['396', '924'];
const WITHDRAWN_CURRENCIES = ['191', '694', '931', '932'];

const countries = entries('3166-1').map(({ alpha_2, numeric }) => `${alpha_2}${numeric}`);
const currencies = [...entries('4217').map(({ numeric }) => numeric), ...ADDED_CURRENCIES].filter(
  (numeric) => !WITHDRAWN_CURRENCIES.includes(numeric),
);
const text = `// Made by chaincode/scripts/make-iso-codes.mjs of the codes that the iso-codes project lists. Change the script, not this file.

/** ISO 3166-1: letters and number of each country. */
export const COUNTRY_CODES = ${block(countries, 14)};

/** ISO 4217: numbers of currencies. */
export const CURRENCY_NUMBERS = ${block(currencies, 20)};
`;
writeFileSync(join(import.meta.dirname, '../src/model/code/gs1/iso-codes.ts'), text);
