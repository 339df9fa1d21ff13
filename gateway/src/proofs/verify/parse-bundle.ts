import { canonicalJson, parseCanonical } from '@yaosu/chaincode/signing/canonical-json';
import { bundle, type Bundle } from '../../api/proof-schemas.js';

/** The bundle of a text, or why it is none. */
export type ParsedBundle = { readonly bundle: Bundle } | { readonly wrong: string };

const isOrdered = (values: readonly (string | number)[]): boolean =>
  values.every((value, i) => i === 0 || (values[i - 1] as typeof value) < value);

const isBase64 = (text: string): boolean => Buffer.from(text, 'base64').toString('base64') === text;

/** What a schema cannot say: every list in its one order, every text spelled in the one way. */
const misspelling = ({ records, keys, blocks }: Bundle): string | undefined => {
  const lists = [
    records.map(({ key }) => key),
    keys.map(({ key }) => key),
    blocks.map(({ number }) => number),
    ...blocks.map(({ transactions }) => transactions.map(({ index }) => index)),
  ];
  if (!lists.every(isOrdered)) return 'a list is not in its order, or names something twice';
  const envelopes = blocks.flatMap(({ transactions }) => transactions.map(({ envelope }) => envelope));
  return envelopes.every(isBase64) ? undefined : 'an envelope is not spelled as base64 is';
};

/** A gateway's answer holds the bundle as a member. */
const fromAnswer = (text: string): string => {
  try {
    const value = JSON.parse(text) as { readonly bundle?: unknown } | null;
    return value?.bundle === undefined ? text : canonicalJson(value.bundle);
  } catch {
    return text;
  }
};

/** Reads a bundle's file: canonical JSON and nothing else, or the answer that a gateway gave. */
export const parseBundle = (text: string): ParsedBundle => {
  const value = parseCanonical(fromAnswer(text.trimEnd()));
  if (value === undefined)
    return { wrong: 'it is not canonical JSON: a byte was changed, or it was cut off' };
  const parsed = bundle.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { wrong: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a bundle'}` };
  }
  const wrong = misspelling(parsed.data);
  return wrong === undefined ? { bundle: parsed.data } : { wrong };
};
