import type { AllocationRecord, CommissionRecord } from '@yaosu/chaincode/model/code/schemas';
import { sql } from 'kysely';
import type { CodeRange } from '../api/codes.js';
import type { Database } from '../db/open-database.js';
import type { ReadHandler } from '../http/read-handler.js';
import type { Services } from '../services.js';
import { sumsOf, totalOf } from './code-sums.js';

interface Run {
  readonly first: AllocationRecord;
  blocks: number;
}

const follows = ({ first, blocks }: Run, next: AllocationRecord): boolean =>
  first.prefix === next.prefix && first.commission === next.commission && first.block + blocks === next.block;

/** Neighbouring blocks with one fate. */
const runsOf = (allocations: readonly AllocationRecord[]): readonly Run[] => {
  const runs: Run[] = [];
  for (const each of allocations) {
    const last = runs.at(-1);
    if (last !== undefined && follows(last, each)) last.blocks += 1;
    else runs.push({ first: each, blocks: 1 });
  }
  return runs;
};

const allocationsOf = async (db: Database, enterprise: string): Promise<readonly AllocationRecord[]> => {
  const rows = await db
    .selectFrom('records')
    .select('value')
    .where('type', '=', 'alloc')
    .where(sql<boolean>`value ->> 'enterprise' = ${enterprise}`)
    .orderBy(sql`value ->> 'prefix'`)
    .orderBy(sql`(value ->> 'block')::bigint`)
    .execute();
  return rows.map(({ value }) => value as AllocationRecord);
};

const commissionsOf = async (
  db: Database,
  enterprise: string,
): Promise<ReadonlyMap<string, CommissionRecord>> => {
  const rows = await db
    .selectFrom('records')
    .select('value')
    .where('type', '=', 'com')
    .where(sql<boolean>`value ->> 'enterprise' = ${enterprise}`)
    .execute();
  return new Map(
    rows.map(({ value }) => [(value as CommissionRecord).commission, value as CommissionRecord]),
  );
};

const rangeOf = (
  { issuing, downloads }: Services,
  { first, blocks }: Run,
  record?: CommissionRecord,
): CodeRange => {
  const { enterprise, prefix, keyVersion, block: firstBlock, commission } = first;
  const space = issuing.spaces.get(enterprise, prefix);
  return {
    ...{ prefix, keyVersion, firstBlock, blocks, commission },
    gtin: space?.gtin ?? null,
    scheme: space?.scheme ?? null,
    batch: record?.batch ?? null,
    sums: sumsOf(blocks, record, downloads.printedOf(prefix, firstBlock, blocks)),
  };
};

/** `GET /api/codes/ranges` */
export const listCodeRanges: ReadHandler<'codeRanges'> = async ({ caller, services }) => {
  const { db } = services;
  const commissions = await commissionsOf(db, caller.enterprise);
  const ranges = runsOf(await allocationsOf(db, caller.enterprise)).map((run) =>
    rangeOf(services, run, commissions.get(run.first.commission ?? '')),
  );
  return { ranges, sums: totalOf(ranges.map(({ sums }) => sums)) };
};
