/** GS1's syntax engine: Digital Links read and written, and the order of their keys. */
import { isKeySequence, type LinkEdition } from '@yaosu/chaincode/model/code/gs1/digital-link';
import { linkOf } from '@yaosu/chaincode/model/code/gs1/write-link';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet } from '../set.js';
import { elementsOf, isValid, written } from './scan.js';

/** Switches of the engine that were on for a case. */
interface Options {
  readonly permitConvenienceAlphas?: boolean;
  readonly validation_UNKNOWN_AI_NOT_DL_ATTR?: boolean;
}
interface Parse {
  readonly id: string;
  readonly uri: string;
  readonly expect_elementString: string | null;
  readonly options?: Options;
}
interface Generate {
  readonly id: string;
  readonly stem: string;
  readonly ai: string;
  readonly expect_uri: string | null;
  readonly options?: Options;
}
interface Engine {
  readonly parse: readonly Parse[];
  readonly generate: readonly Generate[];
  readonly valid_path_key_sequences: readonly (readonly string[])[];
}

/** Names in place of AIs are of edition 1.1. */
const editionOf = ({ options }: Parse): LinkEdition =>
  options?.permitConvenienceAlphas === true ? '1.1' : 'current';

/** The engine was told to accept AIs that GS1 has not given out. */
const isBesideStandard = ({ options }: Parse | Generate): boolean =>
  options?.validation_UNKNOWN_AI_NOT_DL_ATTR === false;

const readCase = (each: Parse): Case => {
  const { id, uri, expect_elementString } = each;
  const edition = editionOf(each);
  const isRight = (): boolean =>
    expect_elementString === null
      ? !isValid(uri, edition)
      : isValid(uri, edition) && written(uri, edition) === expect_elementString;
  return { id: `${id} ${uri}`, passes: isRight };
};

const casesOf = ({ parse, generate, valid_path_key_sequences }: Engine): readonly Case[] => [
  ...parse.filter((each) => !isBesideStandard(each)).map(readCase),
  ...generate
    .filter((each) => !isBesideStandard(each))
    .map(({ id, stem, ai, expect_uri }) => ({
      id,
      passes: () => (linkOf(elementsOf(ai), { stem }) ?? null) === expect_uri,
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
    {
      what: 'cases with validation_UNKNOWN_AI_NOT_DL_ATTR off',
      why: 'AIs that are not given out are no attributes (Digital Link URI Syntax 1.4; syntax dictionary, flag ?)',
    },
  ],
};
