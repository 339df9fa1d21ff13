/** Every read: path, who may call it, parameters, answer. Routes, OpenAPI and client are made from this table. */
import * as z from 'zod';
import { BATCH_KINDS, DISPOSITIONS } from '@yaosu/chaincode/model/batch/states';
import { authorityReads, serviceKeyView } from './authority-schemas.js';
import { ALERT_READS } from './alerts.js';
import { BILL_READS } from './bills.js';
import { CODE_CONFLICT_READS } from './code-conflicts.js';
import { CODE_READS } from './code-reads.js';
import { demoLogins } from './demo-logins.js';
import { PROOF_READS } from './proof-reads.js';
import { LOAD_READS } from './load-reads.js';
import { QUALITY_READS } from './quality.js';
import { keyList, sessionView } from './key-schemas.js';
import { IDENTIFIER_READS } from './identifiers.js';
import { leafFilePage } from './leaf-file.js';
import { none, page, read } from './read-definition.js';
import { RECORD_READS } from './record-reads.js';
import * as views from './schemas.js';
import { readingsQuery, readingsView } from './reading-schemas.js';
import { SEARCH_READS } from './search.js';
import { TASK_READS } from './task-reads.js';
import { recallView, trailView } from './trace-schemas.js';
import { VALIDITY_READS } from './validity.js';
import { WAITING_READS } from './waiting.js';

const { paramSchemas: param } = views;

/** Name → definition. */
export const READS = {
  network: read({
    path: '/api/network',
    summary: 'Which ledger this is, how high it stands and how far it can be trusted',
    access: 'public',
    params: none,
    query: none,
    response: views.networkView,
  }),
  enterprises: read({
    path: '/api/enterprises',
    summary: 'Enterprises of the network',
    access: 'session',
    params: none,
    query: page,
    response: views.enterprisePage,
  }),
  enterprise: read({
    path: '/api/enterprises/{id}',
    summary: 'An enterprise with roles, sites, licences and company prefixes',
    access: 'session',
    params: z.strictObject({ id: param.enterprise }),
    query: none,
    response: views.enterpriseDetail,
  }),
  enterpriseKeys: read({
    path: '/api/enterprises/{id}/keys',
    summary: 'Keys that speak for an enterprise',
    access: 'session',
    params: z.strictObject({ id: param.enterprise }),
    query: none,
    response: keyList,
  }),
  batches: read({
    path: '/api/batches',
    summary: "Batches of the caller's own enterprise",
    access: 'session',
    params: none,
    query: page.extend({
      kind: z.enum(BATCH_KINDS).optional(),
      disposition: z.enum(DISPOSITIONS).optional(),
    }),
    response: views.batchPage,
  }),
  batch: read({
    path: '/api/batches/{id}',
    summary: 'A batch that the caller owns, made or answers for',
    access: 'session',
    params: z.strictObject({ id: param.batch }),
    query: none,
    response: views.batchDetail,
  }),
  batchIdentity: read({
    path: '/api/batches/{id}/identity',
    summary: "The identity document of a batch, opened with the caller's own key wrap",
    access: 'session',
    params: z.strictObject({ id: param.batch }),
    query: none,
    response: views.batchIdentity,
  }),
  ...RECORD_READS,
  stock: read({
    path: '/api/stock',
    summary: 'What the caller holds, by batch, site and status',
    access: 'session',
    params: none,
    query: page.extend({
      batch: param.batch.optional(),
      /** What a recall is about. */
      recall: param.cmd.optional(),
    }),
    response: views.stockPage,
  }),
  ...TASK_READS,
  ...SEARCH_READS,
  ...LOAD_READS,
  ...VALIDITY_READS,
  ...QUALITY_READS,
  ...WAITING_READS,
  ...BILL_READS,
  ...IDENTIFIER_READS,
  readings: read({
    path: '/api/shipments/{id}/readings',
    summary: 'What loggers have read on a shipment that the caller may see, thinned to a number of points',
    access: 'session',
    params: z.strictObject({ id: param.cmd }),
    query: readingsQuery,
    response: readingsView,
  }),
  document: read({
    path: '/api/documents/{id}',
    summary: "A document that the caller owns or was granted, opened with the caller's own key wrap",
    access: 'session',
    params: z.strictObject({ id: param.document }),
    query: none,
    response: views.documentView,
  }),
  leafFiles: read({
    path: '/api/leaf-files',
    summary: 'Leaf files that were opened to the caller: documents that prove the codes of received packs',
    access: 'session',
    params: none,
    query: page,
    response: leafFilePage,
  }),
  ...ALERT_READS,
  ...CODE_READS,
  ...CODE_CONFLICT_READS,
  statement: read({
    path: '/api/statements/{digest}',
    summary:
      'What a signed digest stands for: stored by the own enterprise, or evidence of a record that the caller may read',
    access: 'session',
    params: z.strictObject({ digest: param.cmd }),
    query: z.strictObject({ record: param.key.optional() }),
    response: views.statementView,
  }),
  trail: read({
    path: '/api/trail/{id}',
    summary: 'The closure of a batch with every transaction on it, as far as the caller or its case may see',
    access: 'session',
    params: z.strictObject({ id: param.batch }),
    query: z.strictObject({ direction: z.enum(['backward', 'forward']).default('backward') }),
    response: trailView,
  }),
  recall: read({
    path: '/api/recalls/{id}',
    summary: 'An investigation or recall for who runs it, and for drug authorities',
    access: 'session',
    params: z.strictObject({ id: param.cmd }),
    query: none,
    response: recallView,
  }),
  ...PROOF_READS,
  transaction: read({
    path: '/api/transactions/{txId}',
    summary: 'A transaction that wrote something the caller may see',
    access: 'session',
    params: z.strictObject({ txId: param.txId }),
    query: none,
    response: views.transactionView,
  }),
  transactions: read({
    path: '/api/transactions',
    summary: "Transactions that the caller's enterprise signed, the newest first",
    access: 'session',
    params: none,
    query: page,
    response: views.transactionPage,
  }),
  blocks: read({
    path: '/api/blocks',
    summary: 'Headers of blocks',
    access: 'session',
    params: none,
    query: page,
    response: views.blockPage,
  }),
  operation: read({
    path: '/api/operations/{cmd}',
    summary: 'Where a command stands that the caller is a party of',
    access: 'session',
    params: z.strictObject({ cmd: param.cmd }),
    query: none,
    response: views.operationView,
  }),
  session: read({
    path: '/api/session',
    summary: 'Who is logged in',
    access: 'session',
    params: none,
    query: none,
    response: sessionView,
  }),
  authorityReads: read({
    path: '/api/authority/reads',
    summary:
      "What the caller's authority has read, the newest first, and whether the chain of all reads is whole",
    access: 'session',
    params: none,
    query: page,
    response: authorityReads,
  }),
  serviceKey: read({
    path: '/api/service-key',
    summary:
      "The key with which this gateway may sign for the caller's enterprise once an administrator admits it",
    access: 'session',
    params: none,
    query: none,
    response: serviceKeyView,
  }),
  demoLogins: read({
    path: '/api/demo/logins',
    summary: 'Actors of the story; only where the network is a demo',
    access: 'public',
    params: none,
    query: none,
    response: demoLogins,
  }),
} as const;

/** Names a read. */
export type ReadName = keyof typeof READS;
/** Path parameters of a read. */
export type ReadParams<N extends ReadName> = z.output<(typeof READS)[N]['params']>;
/** Query of a read as the server has it. */
export type ReadQuery<N extends ReadName> = z.output<(typeof READS)[N]['query']>;
/** Answer of a read. */
export type ReadAnswer<N extends ReadName> = z.output<(typeof READS)[N]['response']>;
