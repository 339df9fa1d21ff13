/** What the rows of a block depend on beside its records: read once, then kept up with the block's own rows. */
import { sql } from 'kysely';
import { placesOfGoods } from '../access/authority-readers.js';
import { loadKeyOf, placesOfReaders } from '../access/record-access.js';
import type { Database } from '../db/open-database.js';
import type { Change } from './changes.js';
import { RecordReaders } from './record-readers.js';
import { Sites } from './sites.js';

/** The read model as of the transaction that is projected, as far as the block's records ask. */
export interface BlockView {
  readonly sites: Sites;
  readonly readers: RecordReaders;
  /** Identity document → its batch. */
  readonly identities: Map<string, string>;
}

const present = <T>(values: readonly (T | undefined)[]): readonly T[] =>
  values.filter((value) => value !== undefined);

const batchesOf = async (db: Database, documents: readonly string[]): Promise<Map<string, string>> => {
  if (documents.length === 0) return new Map();
  const rows = await db
    .selectFrom('batches')
    .select(['identity', 'batch'])
    .where(sql<boolean>`identity = any(${[...documents]})`)
    .execute();
  return new Map(rows.map(({ identity, batch }) => [identity, batch]));
};

/** Reads with one query each what the changes of a block ask for. */
export const loadView = async (db: Database, changes: readonly Change[]): Promise<BlockView> => {
  const written = changes.flatMap(({ type, parts, record }) =>
    record === undefined ? [] : [{ type, parts, value: record.value }],
  );
  const places = written.flatMap(({ type, value }) => [
    placesOfReaders(type, value),
    placesOfGoods(type, value),
  ]);
  const loads = written.map(({ type, value }) => loadKeyOf(type, value));
  const granted = written.map(({ type, parts: [document] }) => (type === 'grant' ? document : undefined));
  return {
    sites: await Sites.load(db, present(places)),
    readers: await RecordReaders.load(db, present(loads)),
    identities: await batchesOf(db, present(granted)),
  };
};
