/** Reads of proofs: bundles, checkpoints, and what a verifier trusts. */
import * as z from 'zod';
import { checkpointPage, trustView } from './checkpoint-schemas.js';
import { bundleView } from './proof-schemas.js';
import { none, page, read } from './read-definition.js';
import { paramSchemas as param } from './schemas.js';

/** Name → definition. */
export const PROOF_READS = {
  recordProof: read({
    path: '/api/records/{key}/proof',
    summary:
      'A bundle that proves a record offline, with the transaction that wrote it; `npx yaosu verify` judges it',
    access: 'session',
    params: z.strictObject({ key: param.key }),
    query: none,
    response: bundleView,
  }),
  trailProof: read({
    path: '/api/trail/{id}/proof',
    summary: 'A bundle that proves every record of a trail, as far as the caller or its case may see',
    access: 'session',
    params: z.strictObject({ id: param.batch }),
    query: z.strictObject({ direction: z.enum(['backward', 'forward']).default('backward') }),
    response: bundleView,
  }),
  recallProof: read({
    path: '/api/recalls/{id}/proof',
    summary: 'A bundle that proves an investigation or recall, its scope, stops and responses',
    access: 'session',
    params: z.strictObject({ id: param.cmd }),
    query: none,
    response: bundleView,
  }),
  checkpoints: read({
    path: '/api/checkpoints',
    summary:
      'Cosigned checkpoints of the log of blocks, the newest first, and whether a public chain holds one',
    access: 'session',
    params: none,
    query: page,
    response: checkpointPage,
  }),
  trust: read({
    path: '/api/trust',
    summary: 'What a verifier of bundles has to trust: the ledger, the organisations and their keys',
    access: 'public',
    params: none,
    query: none,
    response: trustView,
  }),
} as const;
