/** What reads answer; every answer says as of which block it speaks. */
import * as z from 'zod';
import { batchRecord } from '@yaosu/chaincode/model/batch/schemas';
import { documentDigests } from '@yaosu/chaincode/model/document/schemas';
import {
  enterpriseRecord,
  keyRecord,
  licenceRecord,
  siteRecord,
} from '@yaosu/chaincode/model/enterprise/schemas';
import { ENTERPRISE_ROLES, KEY_FUNCTIONS } from '@yaosu/chaincode/model/enterprise/states';
import { command } from '@yaosu/chaincode/model/kernel/command';
import {
  batchId,
  digest,
  enterpriseId,
  kid,
  ledgerId,
  personId,
  publicKey,
  text,
} from '@yaosu/chaincode/model/kernel/text';
import { instant } from '@yaosu/chaincode/model/kernel/time';

const stored = { v: true, by: true } as const;
const asOf = { asOfBlock: z.number().int() };
const cursor = { next: z.string().nullable() };
const role = z.enum(ENTERPRISE_ROLES);

/** `GET /api/network` */
export const networkView = z
  .strictObject({
    ...asOf,
    ledgerId: ledgerId.nullable(),
    height: z.number().int(),
    assurance: z.enum(['single operator', 'consortium']),
    demo: z.boolean(),
    escrows: z.array(z.strictObject({ subject: z.string(), keyId: digest, publicKey })),
  })
  .meta({ id: 'Network' });

/** An enterprise with its roles. */
export const enterpriseView = enterpriseRecord
  .omit(stored)
  .extend({ roles: z.array(role), hash: digest })
  .meta({ id: 'Enterprise' });
/** A page of enterprises. */
export const enterprisePage = z.strictObject({ ...asOf, ...cursor, enterprises: z.array(enterpriseView) });
/** An enterprise with roles, sites and licences. */
export const enterpriseDetail = z.strictObject({
  ...asOf,
  enterprise: enterpriseView,
  sites: z.array(siteRecord.omit(stored)),
  licences: z.array(licenceRecord.omit(stored)),
});
/** Keys of an enterprise. */
export const keyList = z.strictObject({
  ...asOf,
  keys: z.array(keyRecord.omit(stored).extend({ hash: digest })),
});

/** A batch; `hash` is what a command about it has seen. */
export const batchView = batchRecord
  .omit(stored)
  .extend({ hash: digest, block: z.number().int(), txId: z.string() })
  .meta({ id: 'Batch' });
const salt = z.string().regex(/^[0-9a-f]{32}$/, 'SALT');

/** What the identity document of a batch says: the details that no other organisation reads. */
export const batchIdentityContent = z.strictObject({
  name: text(120),
  product: text(40),
  lot: text(40),
  specification: text(120),
});
/** Identity document out of the vault; null when its bytes are not here or not for the caller. */
export const batchIdentity = z.strictObject({
  ...asOf,
  plaintextDigest: digest,
  identity: z.strictObject({ salt, content: batchIdentityContent }).nullable(),
});

/** A page of batches, the newest first. */
export const batchPage = z.strictObject({ ...asOf, ...cursor, batches: z.array(batchView) });
/** One batch. */
export const batchDetail = z.strictObject({ ...asOf, batch: batchView });

/** SHA-256 of a record's bytes, null when there is none. */
export const recordHash = z.strictObject({ ...asOf, key: z.string(), hash: digest.nullable() });

/** A transaction as far as the caller may see it. */
export const transactionView = z.strictObject({
  ...asOf,
  txId: z.string(),
  block: z.number().int(),
  index: z.number().int(),
  code: z.number().int(),
  creatorMsp: z.string(),
  timestamp: instant,
  contract: z.string(),
  act: z.string(),
  cmd: digest.nullable(),
  endorsers: z.array(z.string()),
  keys: z.array(z.string()),
});

/** A page of block headers, the newest first. */
export const blockPage = z.strictObject({
  ...asOf,
  ...cursor,
  blocks: z.array(
    z.strictObject({
      number: z.number().int(),
      headerHash: z.string(),
      previousHash: z.string(),
      dataHash: z.string(),
      transactions: z.number().int(),
      valid: z.number().int(),
    }),
  ),
});

/** Where a command stands. */
export const operationView = z
  .strictObject({
    ...asOf,
    cmd: digest,
    contract: z.string(),
    act: z.string(),
    receivedAt: instant,
    state: z.enum(['received', 'sent', 'committed', 'refused']),
    txId: z.string().nullable(),
    block: z.number().int().nullable(),
    result: z.unknown(),
    problem: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: 'Operation' });

/** A command that stands on the ledger. */
export const commandReceipt = z
  .strictObject({ cmd: digest, txId: z.string(), block: z.number().int(), result: z.unknown() })
  .meta({ id: 'CommandReceipt' });
/** A command that stands on the ledger. */
export type CommandReceipt = z.infer<typeof commandReceipt>;

/** Who is logged in. */
export const sessionView = z
  .strictObject({
    ...asOf,
    enterprise: enterpriseId,
    person: personId.nullable(),
    functions: z.array(z.enum(KEY_FUNCTIONS)),
    roles: z.array(role),
    kid,
  })
  .meta({ id: 'Session' });

/** An actor of the story. */
export const demoLogin = z
  .strictObject({
    login: z.string(),
    enterprise: enterpriseId,
    zh: z.string(),
    en: z.string(),
    functions: z.array(z.enum(KEY_FUNCTIONS)),
  })
  .meta({ id: 'DemoLogin' });
/** Actors of the story. */
export const demoLogins = z.strictObject({ ...asOf, logins: z.array(demoLogin) });

const signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/, 'SIGNATURE');

/** Bodies and answers of the calls that are neither reads nor acts. */
export const CALLS = {
  challenge: {
    path: '/api/session/challenge',
    status: 200,
    body: z.strictObject({ kid }),
    response: z.strictObject({ challenge: z.string() }),
  },
  session: {
    path: '/api/session',
    status: 201,
    body: z.strictObject({ kid, challenge: z.string().max(1000), signature }),
    response: z.strictObject({ token: z.string(), expiresInSeconds: z.number().int() }),
  },
  enrol: {
    path: '/api/demo/enrol',
    status: 200,
    body: z.strictObject({ login: z.string().max(80), publicKey, kind: z.literal('device') }),
    response: z.strictObject({ command }),
  },
  confirm: {
    path: '/api/demo/enrol/confirm',
    status: 201,
    body: z.strictObject({ command, signature }),
    response: commandReceipt,
  },
  batchId: {
    path: '/api/batches/id',
    status: 200,
    body: batchIdentityContent.pick({ product: true, lot: true }),
    response: z.strictObject({ batch: batchId }),
  },
  storeDocument: {
    path: '/api/vault/documents',
    status: 201,
    body: z.strictObject({ salt, content: batchIdentityContent }),
    response: documentDigests,
  },
} as const;

/** Path parameters that reads take. */
export const paramSchemas = {
  enterprise: enterpriseId,
  batch: batchId,
  txId: digest,
  cmd: digest,
  key: z.string().min(3).max(300),
};
