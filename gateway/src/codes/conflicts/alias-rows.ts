/** Second codes as the ledger has them now, for who may see one of their lots. */
import type { AliasRecord } from '@yaosu/chaincode/model/code/schemas';
import { sql, type RawBuilder } from 'kysely';
import { isReader } from '../../access/authority-readers.js';
import type { Caller } from '../../access/caller.js';
import { isOpenAt } from '../../access/record-access.js';
import type { Database } from '../../db/open-database.js';

/** A record with its place on the ledger. */
export interface RecordRow<T> {
  readonly key: string;
  readonly value: T;
  readonly block: number;
  readonly tx_id: string;
}
/** A registered second code. */
export type AliasRow = RecordRow<AliasRecord>;

/** How far a list has been read: this second code, and so many conflicts of it. */
export interface Place {
  readonly block: number;
  readonly key: string;
  readonly shown: number;
}

const isSeen = (caller: Caller): RawBuilder<boolean> => sql<boolean>`(r.type = 'alias'
  and r.value ->> 'state' = 'registered' and exists (select 1 from batch_readers as b
    where b.batch in (select jsonb_array_elements_text(r.value -> 'batches'))
      and ${isReader('b.enterprise', caller)} and ${isOpenAt('b', caller.at)}))`;

/** Second codes from a place on, itself among them, the newest first. */
export const selectAliases = async (
  db: Database,
  caller: Caller,
  from: Place | undefined,
  limit: number,
): Promise<readonly AliasRow[]> => {
  const isAfter =
    from === undefined
      ? sql<boolean>`true`
      : sql<boolean>`(r.block < ${from.block}::bigint or (r.block = ${from.block}::bigint and r.key >= ${from.key}))`;
  const { rows } = await sql<AliasRow>`select r.key, r.value, r.block, r.tx_id from records as r
    where ${isSeen(caller)} and ${isAfter} order by r.block desc, r.key limit ${limit}`.execute(db);
  return rows;
};

/** Those of these keys that are registered and seen. */
export const aliasesOf = async (
  db: Database,
  caller: Caller,
  keys: readonly string[],
): Promise<readonly AliasRow[]> => {
  const { rows } = await sql<AliasRow>`select r.key, r.value, r.block, r.tx_id from records as r
    where r.key = any(${[...keys]}) and ${isSeen(caller)}`.execute(db);
  return rows;
};

/** Records by their keys, whoever may see them. */
export const rowsOf = async <T>(
  db: Database,
  keys: readonly string[],
): Promise<ReadonlyMap<string, RecordRow<T>>> => {
  const { rows } = await sql<RecordRow<T>>`select r.key, r.value, r.block, r.tx_id from records as r
    where r.key = any(${[...keys]})`.execute(db);
  return new Map(rows.map((row) => [row.key, row]));
};
