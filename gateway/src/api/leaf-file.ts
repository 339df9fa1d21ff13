/** What a leaf file says to who received the goods: which packs are in a container, and what proves each of them. */
import { proofOfUnit } from '@yaosu/chaincode/model/code/container-acts';
import { batchId, digest, text } from '@yaosu/chaincode/model/kernel/text';
import * as z from 'zod';
import { asOf, cursor } from './schemas.js';

const GTIN = /^\d{14}$/;
const MAX_PACKS = 5_000;

/** One pack: its serial, its place on the commission's list, its audit path. */
const provedPack = z.strictObject({
  serial: text(20),
  index: proofOfUnit.index,
  proof: proofOfUnit.proof,
});
/** A pack and what proves it. */
export type ProvedPack = z.infer<typeof provedPack>;

/** Content of a leaf file for a receiver. */
export const receiverLeaves = z.strictObject({
  gtin: z.string().regex(GTIN),
  commission: digest,
  /** Container that the packs came in; null for loose ones. */
  sscc: text(18).nullable(),
  packs: z.array(provedPack).max(MAX_PACKS),
});
/** Content of a leaf file for a receiver. */
export type ReceiverLeaves = z.infer<typeof receiverLeaves>;

/** A page of leaf files, and the batches whose packs they prove. */
export const leafFilePage = z.strictObject({
  ...asOf,
  ...cursor,
  files: z.array(z.strictObject({ document: digest, batch: batchId.nullable() })),
});
