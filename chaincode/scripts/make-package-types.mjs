// Makes model/code/gs1/package-types.ts of the linter of GS1's Barcode Syntax Dictionary that lists GS1's PackageTypeCode:
// node chaincode/scripts/make-package-types.mjs lint_packagetype.c
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('usage: make-package-types.mjs lint_packagetype.c');
const [, list] = /packagetypes\[\]\[4\] = \{(.*?)\n\t\};/s.exec(readFileSync(source, 'utf8')) ?? [];
if (list === undefined) throw new Error('no list of package types in this file');

const PER_LINE = 24;
const codes = Array.from(list.matchAll(/"(\w+)"/g), ([, code]) => code);
const lines = [];
for (let i = 0; i < codes.length; i += PER_LINE) lines.push(`  ${codes.slice(i, i + PER_LINE).join(' ')}`);
const text = `// Made by chaincode/scripts/make-package-types.mjs of lint_packagetype.c (github.com/gs1/gs1-syntax-dictionary at
// ff2eb4bf, Apache-2.0, copyright GS1 AISBL). Change the script, not this file.

/** GS1's PackageTypeCode (UN/ECE recommendation 21 and GS1's own). */
export const PACKAGE_TYPES = \`
${lines.join('\n')}
\`;
`;
writeFileSync(join(import.meta.dirname, '../src/model/code/gs1/package-types.ts'), text);
