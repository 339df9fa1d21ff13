/** A filled form becomes the payload that is signed; texts become digests on the way. */
import { ssccHash } from '@yaosu/chaincode/signing/code-hash';
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import type { OPAQUE_KINDS } from '@yaosu/gateway/api/calls';
import { random128 } from '@yaosu/identity/keys/own-command';
import { isGtin } from '../gs1-numbers.js';
import type { Draft } from './draft.js';
import type { Group, Leaf, Model } from './field-model.js';
import type { LeafKind } from './leaf-kinds.js';
import { loggerIdTyped } from './logger-draft.js';

/** What turns texts into digests: the vault, or nothing while a form is only checked. */
export interface Texts {
  /** Stores a text; answers what a command says of the document. */
  store(text: string): Promise<Readonly<Record<string, unknown>> & { readonly plaintextDigest: string }>;
  /** HMAC of a number of the firm's own. */
  opaque(of: OpaqueOf, code: string): Promise<string>;
  /** Wraps a document for its reader. */
  share(document: string, enterprise: string): Promise<string>;
}

/** Kind → value of what was typed; other kinds are taken as they are. */
const TYPED: Partial<Readonly<Record<LeafKind, (typed: string) => unknown>>> = {
  number: Number,
  code: (typed) => sha256Hex(typed),
  logger: loggerIdTyped,
  sscc: async (typed) => {
    // What reads scans weighs more than a form.
    const { ssccOf } = await import('../sscc.js');
    const sscc = ssccOf(typed);
    return sscc === undefined ? undefined : ssccHash(sscc);
  },
  instant: (typed) => new Date(typed).toISOString(),
  constant: (typed) => (typed === 'true' ? true : typed),
};

type OpaqueOf = (typeof OPAQUE_KINDS)[number];
const OPAQUE: Partial<Readonly<Record<LeafKind, OpaqueOf>>> = {
  ownProduct: 'product',
  ownMaterial: 'material',
  // Who buys without a list of its own types what it orders.
  material: 'material',
  ownSerials: 'serials',
};
const DIGEST = /^[0-9a-f]{64}$/;

/** What the page has decided is an id already; serials belong to a GTIN, whose check digit has to be right. */
const opaqueId = (of: OpaqueOf, typed: string, texts: Texts): Promise<string> | string | undefined => {
  if (DIGEST.test(typed)) return typed;
  return of !== 'serials' || isGtin(typed) ? texts.opaque(of, typed) : undefined;
};

const isEmpty = (draft: Draft): boolean => draft === '' || draft === null;

/** 256 random bits, unless the page has decided. */
const newId = (draft: Draft): Draft => (isEmpty(draft) ? `${random128()}${random128()}` : draft);

const leafValue = async ({ kind, nullable }: Leaf, draft: Draft, texts: Texts): Promise<unknown> => {
  if (nullable && isEmpty(draft)) return null;
  if (kind === 'newId') return newId(draft);
  if (typeof draft !== 'string') return draft;
  const typed = draft.trim();
  if (typed === '') return undefined;
  const of = OPAQUE[kind];
  if (of !== undefined) return opaqueId(of, typed, texts);
  if (kind === 'statement') return (await texts.store(typed)).plaintextDigest;
  const convert = TYPED[kind];
  return convert === undefined ? typed : convert(typed);
};

const groupValue = async (group: Group, draft: Draft, texts: Texts): Promise<unknown> => {
  if (draft === null) return null;
  const parts = draft as { readonly [name: string]: Draft };
  const value: Record<string, unknown> = {};
  for (const [name, field] of group.fields) value[name] = await payloadOf(field, parts[name] ?? null, texts);
  const text = parts['text'];
  if (group.stored && typeof text === 'string' && text.trim() !== '') {
    Object.assign(value, await texts.store(text.trim()));
  }
  if (group.wrapped) {
    value['wrapDigest'] = await texts.share(String(value['document']), String(value['enterprise']));
  }
  return value;
};

/** The payload of a draft; what is missing is left undefined, for the act's schema to find. @throws ApiError */
export const payloadOf = async (model: Model, draft: Draft, texts: Texts): Promise<unknown> => {
  if (model.type === 'leaf') return leafValue(model, draft, texts);
  if (model.type === 'group') return groupValue(model, draft, texts);
  const values: unknown[] = [];
  for (const part of draft as readonly Draft[]) values.push(await payloadOf(model.element, part, texts));
  return values;
};

const ANY_DIGEST = '0'.repeat(64);
const ESCROWS = [{ subject: 'drug', keyId: ANY_DIGEST, wrapDigest: ANY_DIGEST }];

/** Stands in for the vault while a form is checked, so that nothing is stored of one that is wrong. */
export const NO_VAULT: Texts = {
  store: () =>
    Promise.resolve({
      document: ANY_DIGEST,
      plaintextDigest: ANY_DIGEST,
      ciphertextDigest: ANY_DIGEST,
      escrows: ESCROWS,
    }),
  // Different numbers have different ids.
  opaque: (of, code) => Promise.resolve(sha256Hex(`${of} ${code}`)),
  share: () => Promise.resolve(ANY_DIGEST),
};
