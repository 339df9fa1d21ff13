/** A filled form becomes the payload that is signed; texts become digests on the way. */
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import { random128 } from '../../lib/new-command.js';
import type { Draft } from './draft.js';
import type { Group, Leaf, Model } from './field-model.js';

/** What turns texts into digests: the vault, or nothing while a form is only checked. */
export interface Texts {
  /** Stores a text; answers what a command says of the document. */
  store(text: string): Promise<Readonly<Record<string, unknown>> & { readonly plaintextDigest: string }>;
  /** Wraps a document for its reader. */
  share(document: string, enterprise: string): Promise<string>;
}

const leafValue = async ({ kind, nullable }: Leaf, draft: Draft, texts: Texts): Promise<unknown> => {
  if (kind === 'newId') return draft === '' || draft === null ? `${random128()}${random128()}` : draft;
  if (nullable && (draft === '' || draft === null)) return null;
  if (typeof draft !== 'string') return draft;
  const typed = draft.trim();
  switch (kind) {
    case 'number':
      return typed === '' ? undefined : Number(typed);
    case 'constant':
      return typed === 'true' ? true : typed;
    case 'code':
      return typed === '' ? undefined : sha256Hex(typed);
    case 'instant':
      return typed === '' ? undefined : new Date(typed).toISOString();
    case 'statement':
      return typed === '' ? undefined : (await texts.store(typed)).plaintextDigest;
    default:
      return typed;
  }
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
  share: () => Promise.resolve(ANY_DIGEST),
};
