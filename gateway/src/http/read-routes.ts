/** Routes of all reads, made from the table; without an entry here a read does not compile. */
import { Router, type Request } from 'express';
import { NOBODY, type Caller } from '../access/caller.js';
import { assertMayAsk, assertMayCall } from '../access/limited-read.js';
import type { ReadDefinition } from '../api/read-definition.js';
import { READS, type ReadName } from '../api/reads.js';
import { listAlerts } from '../alerts/list-alerts.js';
import { listBills } from '../bills/list-bills.js';
import { readBill } from '../bills/read-bill.js';
import { readTracePlatform } from '../bills/read-trace-platform.js';
import { listIdentifiers } from '../identifiers/list-identifiers.js';
import { readIdentifier } from '../identifiers/read-identifier.js';
import { readSecondaryNode } from '../identifiers/read-secondary-node.js';
import { listBatches } from '../batch/list-batches.js';
import { guardedRead } from '../authority/guarded-read.js';
import { listReads } from '../authority/list-reads.js';
import { listCheckpoints } from '../checkpoints/list-checkpoints.js';
import { readTrust } from '../checkpoints/read-trust.js';
import { readRecallProof, readRecordProof, readTrailProof } from '../proofs/read-proofs.js';
import { readBatch } from '../batch/read-batch.js';
import { readBatchIdentity } from '../batch/read-batch-identity.js';
import { listConflicts } from '../codes/conflicts/list-conflicts.js';
import { listCodeRanges } from '../codes/list-code-ranges.js';
import { listDownloads } from '../codes/downloads/list-downloads.js';
import { readPackStatus } from '../codes/read-pack-status.js';
import { readCommissionList } from '../codes/read-commission-list.js';
import { readOperation } from '../commands/read-operation.js';
import { listLeafFiles } from '../documents/list-leaf-files.js';
import { readDocument } from '../documents/read-document.js';
import { readStatement } from '../documents/read-statement.js';
import { listLogins } from '../demo/list-logins.js';
import { listEnterprises } from '../enterprise/list-enterprises.js';
import { listKeys } from '../enterprise/list-keys.js';
import { readEnterprise } from '../enterprise/read-enterprise.js';
import { readServiceKey } from '../mandates/read-service-key.js';
import { listBlocks } from '../network/list-blocks.js';
import { listTransactions } from '../network/list-transactions.js';
import { readNetwork } from '../network/read-network.js';
import { readRecordHash } from '../network/read-record-hash.js';
import { readTransaction } from '../network/read-transaction.js';
import { listQualityDesk } from '../quality/list-quality-desk.js';
import { readRecall } from '../recall/read-recall.js';
import { readTrail } from '../trace/read-trail.js';
import { listRecords } from '../records/list-records.js';
import { readRecord } from '../records/read-record.js';
import { listStock } from '../stock/list-stock.js';
import { listTasks } from '../tasks/list-tasks.js';
import { readTaskTerms } from '../tasks/read-task-terms.js';
import { readTask } from '../tasks/read-task.js';
import { listLoads } from '../telemetry/list-loads.js';
import { readReadings } from '../telemetry/read-readings.js';
import { search } from '../search/search.js';
import type { Services } from '../services.js';
import { readSession } from '../session/read-session.js';
import { listValidity } from '../validity/list-validity.js';
import { listWaiting } from '../waiting/list-waiting.js';
import { authenticateReader } from './authenticate.js';
import { parsePart } from './json-body.js';
import type { ReadHandler, ReadRequest } from './read-handler.js';

const HANDLERS: { readonly [N in ReadName]: ReadHandler<N> } = {
  network: readNetwork,
  enterprises: listEnterprises,
  enterprise: readEnterprise,
  enterpriseKeys: listKeys,
  batches: listBatches,
  bills: listBills,
  bill: readBill,
  tracePlatform: readTracePlatform,
  identifiers: listIdentifiers,
  identifier: readIdentifier,
  secondaryNode: readSecondaryNode,
  batch: readBatch,
  batchIdentity: readBatchIdentity,
  records: listRecords,
  record: readRecord,
  stock: listStock,
  tasks: listTasks,
  task: readTask,
  taskTerms: readTaskTerms,
  search,
  alerts: listAlerts,
  loads: listLoads,
  validity: listValidity,
  qualityDesk: listQualityDesk,
  waiting: listWaiting,
  readings: readReadings,
  document: readDocument,
  leafFiles: listLeafFiles,
  codeConflicts: listConflicts,
  codeRanges: listCodeRanges,
  commissionList: readCommissionList,
  codeDownloads: listDownloads,
  packStatus: readPackStatus,
  statement: readStatement,
  trail: readTrail,
  recall: readRecall,
  recordProof: readRecordProof,
  trailProof: readTrailProof,
  recallProof: readRecallProof,
  checkpoints: listCheckpoints,
  trust: readTrust,
  recordHash: readRecordHash,
  transaction: readTransaction,
  transactions: listTransactions,
  blocks: listBlocks,
  operation: readOperation,
  session: readSession,
  serviceKey: readServiceKey,
  authorityReads: listReads,
  demoLogins: listLogins,
};

type AnyHandler = (request: ReadRequest<never>) => Promise<object>;

const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

const callerOf = (definition: ReadDefinition, request: Request, services: Services): Promise<Caller> =>
  definition.access === 'public' ? Promise.resolve(NOBODY) : authenticateReader(request, services.sessions);

/** Who may not ask learns nothing of what would be wrong with the question. */
const answer = async (name: ReadName, sent: Request, services: Services): Promise<object> => {
  const definition: ReadDefinition = READS[name];
  const handler = HANDLERS[name] as AnyHandler;
  const caller = await callerOf(definition, sent, services);
  assertMayCall(caller, name);
  const params = parsePart(definition.params, { ...sent.params }, 'QUERY_INVALID');
  const query = parsePart(definition.query, { ...sent.query }, 'QUERY_INVALID');
  await assertMayAsk(services.db, caller, { name, params, query });
  // Taken first: rows may be newer than it says, never older.
  const { asOf } = services.projection;
  const request = { params, query, caller, services } as unknown as ReadRequest<never>;
  return {
    ...asOf,
    ...(await guardedRead({ name, params, query, caller, services }, () => handler(request))),
  };
};

/** Every read of the table. */
export const readRoutes = (services: Services): Router => {
  const router = Router();
  for (const [name, definition] of Object.entries(READS) as [ReadName, ReadDefinition][]) {
    router.get(expressPath(definition.path), async (request, response) => {
      response.setHeader('cache-control', 'no-store');
      response.json(await answer(name, request, services));
    });
  }
  return router;
};
