/** What a person fills in to register a batch, and the payload that becomes of it. */
import { BATCH_KINDS, CONTROL_CLASSES, STORAGE_CLASSES } from '@yaosu/chaincode/model/batch/states';
import { UNITS, positive } from '@yaosu/chaincode/model/kernel/quantity';
import { batchId, text } from '@yaosu/chaincode/model/kernel/text';
import { day } from '@yaosu/chaincode/model/kernel/time';
import { storeDocument } from '@yaosu/gateway/api/store-document';
import { random128 } from '@yaosu/identity/keys/own-command';
import * as z from 'zod';
import { NO_VAULT } from './act-form/to-payload.js';
import { api } from './api.js';

/** Fields of the form; the same schemas that peers use. */
export const batchDraft = z.object({
  name: text(120),
  product: text(40),
  lot: text(40),
  specification: text(120),
  kind: z.enum(BATCH_KINDS),
  /** Empty: none. */
  mah: z.string(),
  /** Empty: a transform will make it. */
  made: z.union([z.literal(''), positive]),
  /** Supplier's batch of which this is the own lot; empty: none. */
  receivedFrom: z.union([z.literal(''), batchId]),
  site: z.string().regex(/^\d{13}$/),
  unit: z.enum(UNITS),
  storage: z.enum(STORAGE_CLASSES),
  control: z.enum(CONTROL_CLASSES),
  manufactured: day,
  usableUntil: day,
});

/** A filled form. */
export type BatchDraft = z.infer<typeof batchDraft>;

type Identity = Pick<BatchDraft, 'name' | 'product' | 'lot' | 'specification'>;

/** What turns the words of a batch into what is signed: the vault, or nothing while a draft is only checked. */
export interface BatchTexts {
  /** The opaque id of the own product and lot. */
  id(product: string, lot: string): Promise<string>;
  /** Stores the identity document; answers what a command says of it. */
  store(identity: Identity): Promise<Readonly<Record<string, unknown>>>;
  /** Who made a batch. */
  manufacturerOf(batch: string): Promise<string>;
}

/** The vault of the own enterprise, behind the gateway of this page. */
export const BATCH_VAULT: BatchTexts = {
  id: async (product, lot) => (await api.call('batchId', { product, lot })).batch,
  store: (identity) => storeDocument(api, random128(), identity),
  manufacturerOf: async (batch) => (await api.read('batch', { id: batch })).batch.manufacturer,
};

const ANY_BATCH = '0'.repeat(64);

/** Stands in for the vault while a draft is only checked; a received lot counts as the own firm's. */
export const noBatchVault = (own: string): BatchTexts => ({
  id: () => Promise.resolve(ANY_BATCH),
  store: () => NO_VAULT.store(''),
  manufacturerOf: () => Promise.resolve(own),
});

const orNull = (typed: string): string | null => (typed === '' ? null : typed);

/** The payload of `Batch.register`; a received lot was made where the supplier's was. @throws ApiError */
export const registerPayload = async (
  draft: BatchDraft,
  own: string,
  vault: BatchTexts,
): Promise<Record<string, unknown>> => {
  const { name, product, lot, specification, mah, made, receivedFrom, ...clear } = draft;
  return {
    ...clear,
    batch: await vault.id(product, lot),
    manufacturer: receivedFrom === '' ? own : await vault.manufacturerOf(receivedFrom),
    mah: orNull(mah),
    made: orNull(made),
    receivedFrom: orNull(receivedFrom),
    identity: await vault.store({ name, product, lot, specification }),
  };
};
