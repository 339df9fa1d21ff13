/** What reads answer; every answer says as of which block it speaks. */
import * as z from 'zod';
import { batchRecord } from '@yaosu/chaincode/model/batch/schemas';
import {
  enterpriseRecord,
  licenceRecord,
  siteRecord,
  companyPrefixRecord,
} from '@yaosu/chaincode/model/enterprise/schemas';
import { INCIDENT_SUBJECTS } from '@yaosu/chaincode/model/incident/states';
import { PARCEL_STATUSES } from '@yaosu/chaincode/model/stock/states';
import { ENTERPRISE_ROLES } from '@yaosu/chaincode/model/enterprise/states';
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
import { queryText } from './query-text.js';

/** What every record has and no answer shows. */
export const stored = { v: true, by: true } as const;
/** Every answer says as of which block it speaks, and whether a block that it rests on has not been given by the own peer yet. */
export const asOf = { asOfBlock: z.number().int(), provisional: z.literal(true).optional() };
/** Every page says where the next one starts. */
export const cursor = { next: z.string().nullable() };
/** Where on the ledger the present record was written. */
export const place = { block: z.number().int(), txId: z.string() };
/** A role of an enterprise. */
export const role = z.enum(ENTERPRISE_ROLES);

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
  .extend({ roles: z.array(role), hash: digest, ...place })
  .meta({ id: 'Enterprise' });
/** A page of enterprises. */
export const enterprisePage = z.strictObject({ ...asOf, ...cursor, enterprises: z.array(enterpriseView) });
/** An enterprise with roles, sites, licences and company prefixes. */
export const enterpriseDetail = z.strictObject({
  ...asOf,
  enterprise: enterpriseView,
  sites: z.array(siteRecord.omit(stored).extend(place)),
  licences: z.array(licenceRecord.omit(stored).extend(place)),
  companyPrefixes: z.array(companyPrefixRecord.omit(stored).extend(place)),
});
/** A batch; `hash` is what a command about it has seen. */
export const batchView = batchRecord
  .omit(stored)
  .extend({ hash: digest, ...place })
  .meta({ id: 'Batch' });
/** 32 hex digits chosen by the client, so that low-entropy content cannot be guessed by its digest. */
export const salt = z.string().regex(/^[0-9a-f]{32}$/, 'SALT');

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

/** A record as the ledger has it; `hash` is what a command about it has seen. */
export const recordView = z
  .strictObject({
    key: z.string(),
    type: z.string(),
    value: z.record(z.string(), z.unknown()),
    hash: digest,
    ...place,
  })
  .meta({ id: 'Record' });
/** A page of records, the newest first. */
export const recordPage = z.strictObject({ ...asOf, ...cursor, records: z.array(recordView) });
/** One record. */
export const recordDetail = z.strictObject({ ...asOf, record: recordView });

/** Words that were stored when an act was signed. */
export const statementView = z.strictObject({ ...asOf, salt, content: z.record(z.string(), z.unknown()) });

/** A document out of the vault; `content` is null when its bytes are not here. */
export const documentView = z.strictObject({
  ...asOf,
  document: digest,
  plaintextDigest: digest,
  salt: salt.nullable(),
  content: z.record(z.string(), z.unknown()).nullable(),
});

/** Stock of the caller's enterprise: unspent parcels, summed by batch, site and status. */
export const stockPage = z.strictObject({
  ...asOf,
  ...cursor,
  stock: z.array(
    z.strictObject({
      batch: batchId,
      owner: enterpriseId,
      site: z.string().nullable(),
      status: z.enum(PARCEL_STATUSES),
      shipment: digest.nullable(),
      unit: z.string(),
      /** Decimal. */
      quantity: z.string(),
      parcels: z.number().int(),
    }),
  ),
});

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
  signers: z.array(
    z.strictObject({ role: z.string(), enterprise: enterpriseId, kid, person: personId.nullable() }),
  ),
  keys: z.array(z.string()),
});

/** A transaction as lists show it. */
export const transactionLine = z.strictObject({
  block: z.number().int(),
  txId: z.string(),
  at: instant,
  contract: z.string(),
  act: z.string(),
  signers: z.array(z.strictObject({ role: z.string(), enterprise: enterpriseId, kid })),
  /** Written keys that the caller may see. */
  keys: z.array(z.string()),
  /** Whether it belongs to a recall drill 模拟召回. */
  drill: z.boolean(),
});
/** A page of transactions. */
export const transactionPage = z.strictObject({ ...asOf, ...cursor, transactions: z.array(transactionLine) });

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
      /** Another organisation's peer gave it, and the own one has not yet. */
      provisional: z.boolean(),
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

const LOAD_KEY = new RegExp(`^(${INCIDENT_SUBJECTS.join('|')})~[0-9a-f]{64}$`);

/** Path parameters that reads take. */
export const paramSchemas = {
  enterprise: enterpriseId,
  batch: batchId,
  txId: digest,
  cmd: digest,
  key: queryText(300).min(3),
  document: digest,
  /** Key of a load that incidents are about. */
  load: z.string().regex(LOAD_KEY, 'LOAD_KEY').optional(),
  /** Recall drills alone, or all but them. */
  drill: z.enum(['true', 'false']).optional(),
};
