/** Bundles that prove records by themselves, offline. */
import * as z from 'zod';
import { digest } from '@yaosu/chaincode/model/kernel/text';
import {
  anchorStatement,
  cosignature,
  hostSignature,
  mspId,
  signedCheckpoint,
} from './checkpoint-schemas.js';
import { asOf } from './schemas.js';

const index = z.number().int().min(0);
const hexBytes = z.string().regex(/^([0-9a-f]{2})*$/, 'HEX');
const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/, 'BASE64');
const MAX_LIST = 20_000;

/** A record as it stands in the write set of a transaction of the bundle. */
export const provenRecord = z.strictObject({
  key: z.string().min(3).max(300),
  /** Where its transaction stands. */
  block: index,
  index,
  value: z.record(z.string(), z.unknown()),
});
/** A record with its place. */
export type ProvenRecord = z.infer<typeof provenRecord>;

/** A block as far as the bundle needs it: its header, its flags, some of its envelopes and nodes that stand for the others. */
export const provenBlock = z.strictObject({
  number: index,
  previousHash: hexBytes,
  dataHash: digest,
  /** Validation codes, a byte a transaction. */
  flags: hexBytes.min(2),
  transactions: z
    .array(z.strictObject({ index, envelope: base64 }))
    .min(1)
    .max(MAX_LIST),
  /** Nodes of the tree over the block's envelopes. */
  others: z.array(digest).max(MAX_LIST),
});
/** A block in a bundle. */
export type ProvenBlock = z.infer<typeof provenBlock>;

/** An anchor with the proof that the bundle's checkpoint follows from what is anchored. */
export const provenAnchor = z.strictObject({
  statement: anchorStatement,
  statedBy: mspId,
  signature: hostSignature,
  consistency: z.array(digest).max(128),
});

/** Records, their transactions and blocks, one tree, its checkpoint, and an anchor of it; lists are in the order of the ledger. */
export const bundle = z
  .strictObject({
    v: z.literal(1),
    checkpoint: signedCheckpoint.shape.checkpoint,
    cosignatures: z.array(cosignature).min(1),
    anchor: provenAnchor.nullable(),
    /** What is proven, in order of keys. */
    records: z.array(provenRecord).min(1).max(MAX_LIST),
    /** Keys of those who signed, as they stand on the ledger, in order. */
    keys: z.array(provenRecord).max(MAX_LIST),
    blocks: z.array(provenBlock).min(1).max(MAX_LIST),
    /** Nodes of the log that lead from the blocks to the checkpoint's root. */
    nodes: z.array(digest).max(MAX_LIST),
  })
  .meta({ id: 'Bundle' });
/** A bundle. */
export type Bundle = z.infer<typeof bundle>;
/** Answer of the reads of proofs; canonical JSON of `bundle` is the file that is verified. */
export const bundleView = z.strictObject({ ...asOf, bundle });

const MAX_PATH = 40;

/** An event's place under the root that a record of the bundle attests. */
export const eventProof = z.strictObject({
  event: z.record(z.string(), z.unknown()),
  /** JSON-LD prefixes that the event needs; null: none. */
  context: z.unknown(),
  hash: digest,
  /** Key of the record. */
  attestation: z.string().min(3).max(300),
  index,
  count: z.number().int().min(1),
  /** Hashes beside the way from the event to the root (RFC 6962). */
  path: z.array(digest).max(MAX_PATH),
});
/** An event's place under an attested root. */
export type EventProof = z.infer<typeof eventProof>;

/** What proves an event: its place, and the bundle of the attestation; of an act's event the bundle of its transaction. */
export const eventProofAnswer = z
  .strictObject({ epcis: eventProof.optional(), bundle })
  .meta({ id: 'EventProof' });
/** What proves an event. */
export type EventProofAnswer = z.infer<typeof eventProofAnswer>;
