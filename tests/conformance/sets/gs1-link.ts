/** GS1's syntax engine: Digital Links read and written, and the order of their keys. */
import { isKeySequence } from '@yaosu/chaincode/model/code/gs1/digital-link';
import { parseScan } from '@yaosu/chaincode/model/code/gs1/parse-scan';
import { linkOf } from '@yaosu/chaincode/model/code/gs1/write-link';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet } from '../set.js';
import { isValid, written } from './scan.js';

interface Engine {
  readonly parse: readonly { id: string; uri: string; expect_elementString: string | null }[];
  readonly generate: readonly { id: string; stem: string; ai: string; expect_uri: string | null }[];
  readonly valid_path_key_sequences: readonly (readonly string[])[];
}

const casesOf = ({ parse, generate, valid_path_key_sequences }: Engine): readonly Case[] => [
  ...parse.map(({ id, uri, expect_elementString }) => ({
    id: `${id} ${uri}`,
    passes: () =>
      expect_elementString === null ? !isValid(uri) : isValid(uri) && written(uri) === expect_elementString,
  })),
  ...generate.map(({ id, stem, ai, expect_uri }) => ({
    id,
    passes: () => (linkOf(parseScan(ai).elements, stem) ?? null) === expect_uri,
  })),
  ...valid_path_key_sequences.map((keys) => ({
    id: `keys ${keys.join('/')}`,
    passes: () => isKeySequence(keys),
  })),
];

export const GS1_LINK: ConformanceSet = {
  name: 'gs1-digital-link/syntax-engine',
  at: 'gs1-digital-link/syntax-engine-dl.json',
  cases: (file) => casesOf(readJson<Engine>(file)),
  leftOut: [
    { what: 'uri_escape (5)', why: 'a function of the engine alone; its effect is in generate' },
    { what: 'uri_unescape (10)', why: 'the engine keeps broken escapes; we refuse the link' },
  ],
};
