import { describe, expect, it } from '@jest/globals';
import { attestationRecord } from '@yaosu/chaincode/model/attestation/schemas';
import { caseRecord } from '@yaosu/chaincode/model/authority/schemas';
import { edgeRecord, holdRecord, stopRecord } from '@yaosu/chaincode/model/batch/goods-schemas';
import { batchRecord } from '@yaosu/chaincode/model/batch/schemas';
import * as code from '@yaosu/chaincode/model/code/schemas';
import { disputeRecord } from '@yaosu/chaincode/model/dispute/schemas';
import { documentRecord, grantRecord } from '@yaosu/chaincode/model/document/schemas';
import * as firm from '@yaosu/chaincode/model/enterprise/schemas';
import { incidentRecord } from '@yaosu/chaincode/model/incident/schemas';
import { keyOf, type KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { digest } from '@yaosu/chaincode/model/kernel/text';
import * as network from '@yaosu/chaincode/model/network/schemas';
import { orderRecord } from '@yaosu/chaincode/model/order/schemas';
import { qualityRecord } from '@yaosu/chaincode/model/quality/schemas';
import * as recall from '@yaosu/chaincode/model/recall/schemas';
import { shipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import { parcelRecord } from '@yaosu/chaincode/model/stock/schemas';
import { taskRecord } from '@yaosu/chaincode/model/task/schemas';
import { excursionRecord, pageRecord, profileRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import { manifestRecord } from '@yaosu/chaincode/model/waste/manifest-schemas';
import * as waste from '@yaosu/chaincode/model/waste/schemas';
import * as z from 'zod';
import { actsOfStatement, SHARED_STATEMENTS } from './shared-statements.js';

/** Type → schemas of its records; nothing writes a `trip`, and `terms` lie in collections. */
const SCHEMAS: Readonly<Record<KeyType, readonly z.ZodType[]>> = {
  set: [network.genesisRecord, network.kindsRecord, network.escrowRecord],
  node: [network.nodeRecord],
  ent: [firm.enterpriseRecord],
  role: [firm.roleRecord],
  lic: [firm.licenceRecord],
  site: [firm.siteRecord],
  gcp: [firm.companyPrefixRecord],
  gcpin: [firm.digitsInUseRecord],
  appr: [firm.approvalRecord],
  key: [firm.keyRecord],
  batch: [batchRecord],
  hold: [holdRecord],
  stop: [stopRecord],
  edge: [edgeRecord],
  qa: [qualityRecord],
  parcel: [parcelRecord],
  alloc: [code.allocationRecord],
  com: [code.commissionRecord],
  obj: [code.objectRecord],
  unit: [code.unitRecord],
  alias: [code.aliasRecord],
  aliasend: [code.aliasEndRecord],
  names: [code.namesRecord],
  order: [orderRecord],
  ship: [shipmentRecord],
  trip: [],
  page: [pageRecord],
  exc: [excursionRecord],
  inc: [incidentRecord],
  prof: [profileRecord],
  doc: [documentRecord],
  grant: [grantRecord],
  stream: [waste.streamRecord],
  drum: [waste.drumRecord],
  fill: [waste.fillRecord],
  man: [manifestRecord],
  plan: [waste.planRecord],
  grp: [waste.groupRecord],
  trig: [waste.triggerRecord],
  inv: [recall.investigationRecord],
  rec: [recall.recallRecord],
  recb: [recall.recallMemberRecord],
  ans: [recall.recallResponseRecord],
  task: [taskRecord],
  terms: [],
  case: [caseRecord],
  disp: [disputeRecord],
  att: [attestationRecord],
  cmd: [network.commandRecord],
};

/** A firm's own business, whoever reads the record. */
const OWN = [
  'lic.evidence',
  'appr.qualityAgreement',
  'hold.reason',
  'qa.parameter',
  'qa.method',
  'qa.value',
  'qa.limit',
  'qa.report',
  'qa.description',
  'qa.closed.report',
  'aliasend.withdrawn.reason',
  'exc.disposition.stability',
  'doc.revoked.reason',
  'stream.details',
  'recb.decision.reason',
  'rec.reconciliation.reason',
  'task.qualityAgreement',
  'case.grounds',
];

/** Digests of commands, codes, devices, files and own numbers: nothing that anybody has written. */
const NO_STATEMENTS = new Set(
  (
    'by cmd txId hold commission spentBy about sample countedBy drum fill container episode approval entry material product' +
    ' prefix logger loggers root leaves keyId document plaintextDigest ciphertextDigest wrapDigest supersededBy commitment sealed lastCheckpoint stateRoot identity'
  ).split(' '),
);

const unwrapped = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodNullable || schema instanceof z.ZodDefault || schema instanceof z.ZodOptional
    ? unwrapped(schema.unwrap() as z.ZodType)
    : schema;

/** Paths of everything in a schema that is a digest and no id. */
const digestsIn = (schema: z.ZodType, path = ''): readonly string[] => {
  const inner = unwrapped(schema);
  if (inner === digest) return [path];
  if (inner instanceof z.ZodArray) return digestsIn(inner.element as z.ZodType, path);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((each) => digestsIn(each as z.ZodType, path));
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([field, member]) =>
    digestsIn(member, `${path}.${field}`),
  );
};

const isStatement = (path: string): boolean => !NO_STATEMENTS.has(path.split('.').at(-1) ?? '');
const shared = Object.entries(SHARED_STATEMENTS).flatMap(([type, fields]) =>
  fields.map(({ field }) => `${type}.${field}`),
);

describe('statements that go with their record', () => {
  it('are all that records hold digests of, but for those that are a firm’s own', () => {
    const found = Object.entries(SCHEMAS).flatMap(([type, schemas]) =>
      schemas.flatMap((schema) => digestsIn(schema, type)),
    );
    expect([...new Set(found.filter(isStatement))].sort()).toEqual([...shared, ...OWN].sort());
  });

  it('are written by acts that take their digest', () => {
    for (const { field, acts } of Object.values(SHARED_STATEMENTS).flat()) {
      const name = field.split('.').at(-1) ?? '';
      for (const { input } of acts)
        expect(digestsIn(input).some((path) => path.split('.').at(-1) === name)).toBe(true);
    }
  });

  const INCIDENT = keyOf('inc', '1'.repeat(64));
  it.each<[string, string, Record<string, unknown>, string, readonly string[]]>([
    ['at its place', INCIDENT, { evidence: 'd', closed: null }, 'd', ['report']],
    ['in a part', INCIDENT, { evidence: 'e', closed: { report: 'd' } }, 'd', ['close']],
    [
      'in a list',
      keyOf('man', 'm'),
      { differences: [{ answer: null }, { answer: { statement: 'd' } }] },
      'd',
      ['answer'],
    ],
    ['not there', INCIDENT, { evidence: 'e', closed: null }, 'd', []],
    ['elsewhere in it', INCIDENT, { evidence: 'e', by: 'd', closed: null }, 'd', []],
    ['of a record without any', keyOf('hold', 'b', 'c'), { reason: 'd' }, 'd', []],
    ['of no record', 'nothing', { evidence: 'd' }, 'd', []],
  ])('a digest %s', (_, key, value, asked, acts) => {
    expect(actsOfStatement(key, value, asked).map(({ name }) => name)).toEqual(acts);
  });
});
