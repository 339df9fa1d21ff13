import * as z from 'zod';
import { documentDigests } from '@yaosu/chaincode/model/document/schemas';
import { command, commandSignature } from '@yaosu/chaincode/model/kernel/command';
import { termsDigests } from '@yaosu/chaincode/model/task/schemas';
import { taskTerms } from '@yaosu/chaincode/model/task/terms';
import { batchId, digest, enterpriseId, kid, publicKey, text } from '@yaosu/chaincode/model/kernel/text';
import { applicationBody, applicationView, listBody, listView } from './codes.js';
import { triageBody, triageView } from './alerts.js';
import { reconcileBody, reconciliation, sendAgainBody } from './bills.js';
import { identifierAgainBody } from './identifiers.js';
import { downloadBody, downloadView } from './downloads.js';
import { resolverReceipt, resolverUpload } from './resolver.js';
import { disclosure, verdictOnTerms } from './task-schemas.js';
import { closureQuestion, closureView } from './trace-schemas.js';
import { batchIdentityContent, commandReceipt, salt } from './schemas.js';

const signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/, 'SIGNATURE');

/** A challenge that the holder of a key has signed. */
const signedChallenge = z.strictObject({
  kid,
  challenge: z.string().max(1000),
  signature: commandSignature,
});
const sessionToken = z.strictObject({ token: z.string(), expiresInSeconds: z.number().int() });

/** What firms name by numbers of their own, and the ledger by an HMAC of them under the firm's secret. */
export const OPAQUE_KINDS = ['product', 'material', 'serials'] as const;

/** Bodies and answers of the calls that are neither reads nor acts; `access` as of reads. */
export const CALLS = {
  challenge: {
    path: '/api/session/challenge',
    access: 'public',
    status: 200,
    body: z.strictObject({ kid }),
    response: z.strictObject({ challenge: z.string() }),
  },
  session: {
    path: '/api/session',
    access: 'public',
    status: 201,
    body: signedChallenge,
    response: sessionToken,
  },
  /** A session that hands in facts and their evidence, and opens nothing; for a key that was revoked or has run out. */
  delivery: {
    path: '/api/session/delivery',
    access: 'public',
    status: 201,
    body: signedChallenge,
    response: sessionToken,
  },
  enrol: {
    path: '/api/demo/enrol',
    access: 'public',
    status: 200,
    body: z.strictObject({ login: z.string().max(80), publicKey, kind: z.literal('device') }),
    response: z.strictObject({ command }),
  },
  confirm: {
    path: '/api/demo/enrol/confirm',
    access: 'public',
    status: 201,
    body: z.strictObject({ command, signature }),
    response: commandReceipt,
  },
  mandate: {
    path: '/api/mandates',
    access: 'session',
    status: 201,
    body: z.strictObject({ command, signature: commandSignature }),
    response: commandReceipt,
  },
  batchId: {
    path: '/api/batches/id',
    access: 'session',
    status: 200,
    body: batchIdentityContent.pick({ product: true, lot: true }),
    response: z.strictObject({ batch: batchId }),
  },
  opaqueId: {
    path: '/api/ids',
    access: 'session',
    status: 200,
    body: z.strictObject({ of: z.enum(OPAQUE_KINDS), code: text(60) }),
    response: z.strictObject({ id: digest }),
  },
  storeDocument: {
    path: '/api/vault/documents',
    access: 'session',
    status: 201,
    body: z.strictObject({ salt, content: z.record(z.string(), z.unknown()) }),
    response: documentDigests,
  },
  shareDocument: {
    path: '/api/vault/wraps',
    access: 'session',
    status: 201,
    body: z.strictObject({ document: digest, enterprise: enterpriseId }),
    response: z.strictObject({ wrapDigest: digest }),
  },
  sealTerms: {
    path: '/api/tasks/terms',
    access: 'session',
    status: 201,
    body: z.strictObject({ cdmo: enterpriseId, salt, terms: taskTerms }),
    response: termsDigests,
  },
  verifyTerms: {
    path: '/api/tasks/terms/verify',
    access: 'session',
    status: 200,
    body: disclosure,
    response: verdictOnTerms,
  },
  codeApplication: {
    path: '/api/codes/applications',
    access: 'session',
    status: 200,
    body: applicationBody,
    response: applicationView,
  },
  codeList: {
    path: '/api/codes/lists',
    access: 'session',
    status: 200,
    body: listBody,
    response: listView,
  },
  secondCode: {
    path: '/api/codes/seconds',
    access: 'session',
    status: 201,
    /** `01…21…`, `00…`, or a foreign code as scanners report it. */
    body: z.strictObject({ text: text(100) }),
    /** What `Code.alias` names it by. */
    response: z.strictObject({ alias: digest }),
  },
  codeDownload: {
    path: '/api/codes/downloads',
    access: 'session',
    status: 202,
    body: downloadBody,
    response: downloadView,
  },
  resolverEntries: {
    path: '/api/resolver/entries',
    access: 'session',
    status: 200,
    body: resolverUpload,
    response: resolverReceipt,
  },
  triage: {
    path: '/api/alerts/triage',
    access: 'session',
    status: 201,
    body: triageBody,
    response: z.strictObject({ findings: z.array(triageView) }),
  },
  /** A refused bill, once what was wrong with it is mended. */
  sendBillAgain: {
    path: '/api/bills/again',
    access: 'session',
    status: 202,
    body: sendAgainBody,
    response: sendAgainBody,
  },
  reconcileBills: {
    path: '/api/bills/reconciliations',
    access: 'session',
    status: 200,
    body: reconcileBody,
    response: reconciliation,
  },
  /** A refused identifier, once what was wrong with it is mended. */
  sendIdentifierAgain: {
    path: '/api/identifiers/again',
    access: 'session',
    status: 202,
    body: identifierAgainBody,
    response: identifierAgainBody,
  },
  closure: {
    path: '/api/closures',
    access: 'session',
    status: 200,
    body: closureQuestion,
    response: closureView,
  },
} as const;

/** Names a call. */
export type CallName = keyof typeof CALLS;
/** What a call answers. */
export type CallAnswer<N extends CallName> = z.output<(typeof CALLS)[N]['response']>;
