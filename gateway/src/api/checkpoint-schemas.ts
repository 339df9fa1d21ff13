/** Checkpoints of the log of blocks, and what a verifier has to trust. */
import * as z from 'zod';
import { MSP_IDS } from '@yaosu/chaincode/model/organisations';
import { digest, ledgerId, publicKey } from '@yaosu/chaincode/model/kernel/text';
import { instant } from '@yaosu/chaincode/model/kernel/time';
import { asOf, cursor } from './schemas.js';

const count = z.number().int().min(0);
const P256_SIGNATURE = /^[A-Za-z0-9_-]{85}[AQgw]$/;
/** An organisation of the network. */
export const mspId = z.enum(MSP_IDS as [(typeof MSP_IDS)[number], ...(typeof MSP_IDS)[number][]]);
/** ES256, r‖s, base64url as it is written in one way only. */
export const hostSignature = z.string().regex(P256_SIGNATURE, 'SIGNATURE');

/** How far the log of blocks goes; its canonical JSON is what host keys sign. */
export const checkpoint = z
  .strictObject({
    v: z.literal(1),
    ledgerId,
    /** Hash of the first block's header: two chains never share it. */
    firstBlock: digest,
    /** Number of blocks, from 0 on. */
    size: count.min(1),
    /** Root of the tree over the blocks' leaves (RFC 6962). */
    root: digest,
    /** Hash of the last block's header. */
    lastHeader: digest,
    at: instant,
    /** `single operator`: all signatures were made by one firm's gateway. */
    assurance: z.enum(['single operator', 'consortium']),
    /** Organisations that sign it, in the order of their signatures. */
    cosigners: z.array(mspId).min(1).max(MSP_IDS.length),
  })
  .meta({ id: 'Checkpoint' });
/** A checkpoint. */
export type Checkpoint = z.infer<typeof checkpoint>;

/** An organisation's signature. */
export const cosignature = z.strictObject({ mspId, signature: hostSignature });
/** A checkpoint that organisations have signed with their host keys. */
export const signedCheckpoint = z.strictObject({
  checkpoint,
  cosignatures: z.array(cosignature).min(1).max(MSP_IDS.length),
});
/** A checkpoint with its signatures. */
export type SignedCheckpoint = z.infer<typeof signedCheckpoint>;

/** A checkpoint on a public chain, as the gateway that put it there states it with its host key. */
export const anchorStatement = z.strictObject({
  ledgerId,
  chainId: z.number().int().min(1),
  contract: z.string().regex(/^0x[0-9a-fA-F]{40}$/, 'ADDRESS'),
  sender: z.string().regex(/^0x[0-9a-fA-F]{40}$/, 'ADDRESS'),
  transaction: z.string().regex(/^0x[0-9a-f]{64}$/, 'TRANSACTION'),
  /** Block of the public chain. */
  block: count,
  size: count.min(1),
  root: digest,
});
/** What a gateway states of an anchor. */
export type AnchorStatement = z.infer<typeof anchorStatement>;

/** Two checkpoints that cannot both be of one log. */
export const forkEvidence = z.strictObject({ seenAt: instant, kept: checkpoint, shown: checkpoint });
/** Evidence of a fork. */
export type ForkEvidence = z.infer<typeof forkEvidence>;

/** `GET /api/checkpoints`, the newest first */
export const checkpointPage = z.strictObject({
  ...asOf,
  ...cursor,
  checkpoints: z.array(signedCheckpoint),
  /** False: no public chain holds a checkpoint of this ledger. */
  anchored: z.boolean(),
  anchor: anchorStatement.nullable(),
  forks: z.array(forkEvidence),
});

/** What a verifier trusts; everything else proves itself against it. */
export const trust = z
  .strictObject({
    v: z.literal(1),
    ledgerId,
    firstBlock: digest,
    organisations: z
      .array(z.strictObject({ mspId, rootCertificate: z.string().max(8_000), hostKey: publicKey }))
      .min(1)
      .max(MSP_IDS.length),
    /** How many organisations have to have signed a checkpoint. */
    quorum: z.number().int().min(2).max(MSP_IDS.length),
    /** Contracts whose anchors count; where there are any, a bundle without an anchor is refused. */
    anchors: z.array(anchorStatement.pick({ chainId: true, contract: true })).max(16),
  })
  .meta({ id: 'Trust' });
/** What a verifier trusts. */
export type Trust = z.infer<typeof trust>;
/** `GET /api/trust` */
export const trustView = z.strictObject({ ...asOf, trust });
