/** Records of the ledger as pages read them: parsed by the schemas that peers write them with. */
import { caseRecord } from '@yaosu/chaincode/model/authority/schemas';
import { edgeRecord, holdRecord, stopRecord } from '@yaosu/chaincode/model/batch/goods-schemas';
import {
  aliasEndRecord,
  aliasRecord,
  allocationRecord,
  commissionRecord,
  objectRecord,
  unitRecord,
} from '@yaosu/chaincode/model/code/schemas';
import { disputeRecord } from '@yaosu/chaincode/model/dispute/schemas';
import { documentRecord, grantRecord } from '@yaosu/chaincode/model/document/schemas';
import { approvalRecord, siteRecord } from '@yaosu/chaincode/model/enterprise/schemas';
import { incidentRecord } from '@yaosu/chaincode/model/incident/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { commandRecord } from '@yaosu/chaincode/model/network/schemas';
import { orderRecord } from '@yaosu/chaincode/model/order/schemas';
import { qualityRecord } from '@yaosu/chaincode/model/quality/schemas';
import {
  investigationRecord,
  recallRecord,
  recallResponseRecord,
} from '@yaosu/chaincode/model/recall/schemas';
import { shipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import { taskRecord } from '@yaosu/chaincode/model/task/schemas';
import { excursionRecord, profileRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import { manifestRecord } from '@yaosu/chaincode/model/waste/manifest-schemas';
import { drumRecord, planRecord, streamRecord } from '@yaosu/chaincode/model/waste/schemas';
import type { ReadAnswer, ReadQuery } from '@yaosu/gateway/api/reads';
import {
  useQuery,
  type UseQueryResult,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import type * as z from 'zod';
import { api } from './api.js';
import { usePages } from './use-pages.js';

const SCHEMAS = {
  alias: aliasRecord,
  aliasend: aliasEndRecord,
  alloc: allocationRecord,
  appr: approvalRecord,
  ans: recallResponseRecord,
  case: caseRecord,
  cmd: commandRecord,
  com: commissionRecord,
  disp: disputeRecord,
  doc: documentRecord,
  drum: drumRecord,
  edge: edgeRecord,
  exc: excursionRecord,
  grant: grantRecord,
  hold: holdRecord,
  inc: incidentRecord,
  inv: investigationRecord,
  man: manifestRecord,
  obj: objectRecord,
  order: orderRecord,
  plan: planRecord,
  prof: profileRecord,
  qa: qualityRecord,
  rec: recallRecord,
  ship: shipmentRecord,
  site: siteRecord,
  stop: stopRecord,
  stream: streamRecord,
  task: taskRecord,
  unit: unitRecord,
} as const;
/** Types of records that pages show. */
export type ShownType = keyof typeof SCHEMAS;
type View = ReadAnswer<'record'>['record'];

/** A record with its place on the ledger. */
export interface RecordOf<T extends ShownType> {
  readonly key: string;
  readonly hash: string;
  readonly block: number;
  readonly txId: string;
  readonly value: z.output<(typeof SCHEMAS)[T]>;
}
/** A page of records. */
export interface PageOf<T extends ShownType> {
  readonly records: readonly RecordOf<T>[];
  readonly next: string | null;
}

const LEFT_OUT = { v: 1, by: '0'.repeat(64) };

/** A record's value as an answer has it. @throws when it is none of its type */
export const parseValue = <T>(schema: z.ZodType<T>, value: object): T =>
  schema.parse({ ...LEFT_OUT, ...value });

/** The record of an answer, which leaves schema version and command out. @throws when it is none of its type */
export const parseRecord = <T extends ShownType>(type: T, view: View): RecordOf<T> => ({
  ...view,
  value: SCHEMAS[type].parse({ ...LEFT_OUT, ...view.value }) as RecordOf<T>['value'],
});

const PAGE = 100;

/** What is signed is what was seen: a page that is opened again does not begin with what it showed before. */
export const SEEN_ANEW = { gcTime: 0 } as const;

/** Of which records a list is: of one batch, of recall drills alone or of none, of incidents in a state or with a load. */
export type Asked = Partial<Pick<ReadQuery<'records'>, 'batch' | 'drill' | 'state' | 'subject'>>;

/** A page of the records of a type. @throws ApiError */
export const readRecords = async <T extends ShownType>(
  type: T,
  query: Asked & { readonly cursor?: string | undefined } = {},
): Promise<PageOf<T>> => {
  const { records, next } = await api.read('records', {}, { ...query, type, limit: PAGE });
  return { records: records.map((view) => parseRecord(type, view)), next };
};

/** All records of a type of one batch. @throws ApiError */
export const readAllRecords = async <T extends ShownType>(
  type: T,
  batch: string,
): Promise<readonly RecordOf<T>[]> => {
  const found: RecordOf<T>[] = [];
  let cursor: string | undefined;
  do {
    const page = await readRecords(type, { batch, cursor });
    found.push(...page.records);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
};

/** Records of a type that the person may see, the newest first. */
export const useRecordPages = <T extends ShownType>(
  type: T,
  asked: Asked = {},
): UseInfiniteQueryResult<InfiniteData<PageOf<T>>> =>
  usePages(['records', type, asked], (cursor) => readRecords(type, { ...asked, cursor }));

/** The first page of records of a type, for lists that are short by nature. */
export const useRecords = <T extends ShownType>(
  type: T,
  batch?: string,
): UseQueryResult<readonly RecordOf<T>[]> =>
  useQuery({
    ...SEEN_ANEW,
    queryKey: ['records', type, batch, 'first'],
    queryFn: async () => (await readRecords(type, { batch })).records,
  });

/** One record by the parts of its key. */
export const useRecord = <T extends ShownType>(
  type: T,
  ...parts: readonly string[]
): UseQueryResult<RecordOf<T>> =>
  useQuery({
    ...SEEN_ANEW,
    queryKey: ['record', type, ...parts],
    queryFn: async () => parseRecord(type, (await api.read('record', { key: keyOf(type, ...parts) })).record),
  });
