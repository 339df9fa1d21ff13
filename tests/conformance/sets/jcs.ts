/** RFC 8785 vectors: input → canonical text, and its bytes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import type { Case, ConformanceSet } from '../set.js';

const caseOf = (folder: string, file: string): Case => ({
  id: file,
  passes: () => {
    const read = (part: string, name: string): string => readFileSync(join(folder, part, name), 'utf8');
    const text = canonicalJson(JSON.parse(read('input', file)));
    const hex = read('outhex', file.replace(/json$/, 'txt')).replace(/\s/g, '');
    return text === read('output', file) && Buffer.from(text, 'utf8').toString('hex') === hex;
  },
});

export const JCS: ConformanceSet = {
  name: 'vc-did/jcs-rfc8785',
  at: 'vc-did/jcs-rfc8785',
  cases: (folder) => readdirSync(join(folder, 'input')).map((file) => caseOf(folder, file)),
  leftOut: [],
};
