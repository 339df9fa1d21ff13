/** Records of the ledger as pages read them: peers wrote them by these schemas, and are not checked again. */
import type { caseRecord } from '@yaosu/chaincode/model/authority/schemas';
import type { edgeRecord, holdRecord, stopRecord } from '@yaosu/chaincode/model/batch/goods-schemas';
import type {
  aliasEndRecord,
  aliasRecord,
  allocationRecord,
  commissionRecord,
  objectRecord,
  unitRecord,
} from '@yaosu/chaincode/model/code/schemas';
import type { disputeRecord } from '@yaosu/chaincode/model/dispute/schemas';
import type { documentRecord, grantRecord } from '@yaosu/chaincode/model/document/schemas';
import type { approvalRecord, siteRecord } from '@yaosu/chaincode/model/enterprise/schemas';
import type { incidentRecord } from '@yaosu/chaincode/model/incident/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { commandRecord } from '@yaosu/chaincode/model/network/schemas';
import type { orderRecord } from '@yaosu/chaincode/model/order/schemas';
import type { qualityRecord } from '@yaosu/chaincode/model/quality/schemas';
import type {
  investigationRecord,
  recallRecord,
  recallResponseRecord,
} from '@yaosu/chaincode/model/recall/schemas';
import type { shipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import type { taskRecord } from '@yaosu/chaincode/model/task/schemas';
import type { excursionRecord, profileRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import type { manifestRecord } from '@yaosu/chaincode/model/waste/manifest-schemas';
import type { drumRecord, planRecord, streamRecord } from '@yaosu/chaincode/model/waste/schemas';
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

interface Schemas {
  readonly alias: typeof aliasRecord;
  readonly aliasend: typeof aliasEndRecord;
  readonly alloc: typeof allocationRecord;
  readonly appr: typeof approvalRecord;
  readonly ans: typeof recallResponseRecord;
  readonly case: typeof caseRecord;
  readonly cmd: typeof commandRecord;
  readonly com: typeof commissionRecord;
  readonly disp: typeof disputeRecord;
  readonly doc: typeof documentRecord;
  readonly drum: typeof drumRecord;
  readonly edge: typeof edgeRecord;
  readonly exc: typeof excursionRecord;
  readonly grant: typeof grantRecord;
  readonly hold: typeof holdRecord;
  readonly inc: typeof incidentRecord;
  readonly inv: typeof investigationRecord;
  readonly man: typeof manifestRecord;
  readonly obj: typeof objectRecord;
  readonly order: typeof orderRecord;
  readonly plan: typeof planRecord;
  readonly prof: typeof profileRecord;
  readonly qa: typeof qualityRecord;
  readonly rec: typeof recallRecord;
  readonly ship: typeof shipmentRecord;
  readonly site: typeof siteRecord;
  readonly stop: typeof stopRecord;
  readonly stream: typeof streamRecord;
  readonly task: typeof taskRecord;
  readonly unit: typeof unitRecord;
}
/** Types of records that pages show. */
export type ShownType = keyof Schemas;
type View = ReadAnswer<'record'>['record'];

/** A record with its place on the ledger. */
export interface RecordOf<T extends ShownType> {
  readonly key: string;
  readonly hash: string;
  readonly block: number;
  readonly txId: string;
  readonly value: z.output<Schemas[T]>;
}
/** A page of records. */
export interface PageOf<T extends ShownType> {
  readonly records: readonly RecordOf<T>[];
  readonly next: string | null;
}

/** What records do not have that were written before it was there. */
const SINCE: Partial<Record<ShownType, object>> = { ship: { redirects: [] } };

/** A record's value as an answer has it, without schema version and command. */
export const parseValue = <T extends ShownType>(type: T, value: object): RecordOf<T>['value'] =>
  ({ ...SINCE[type], ...value }) as RecordOf<T>['value'];

/** The record of an answer. */
export const parseRecord = <T extends ShownType>(type: T, view: View): RecordOf<T> => ({
  ...view,
  value: parseValue(type, view.value),
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
