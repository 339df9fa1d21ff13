import { sql } from 'kysely';
import type * as z from 'zod';
import { isReader } from '../access/authority-readers.js';
import type { Caller } from '../access/caller.js';
import { isOpenAt } from '../access/record-access.js';
import type { batchView } from '../api/schemas.js';
import type { Database } from '../db/open-database.js';
import { bare } from '../enterprise/queries.js';

/** A batch as reads show it. */
export type BatchView = z.output<typeof batchView>;

/** Batches that the caller may see, with their records. */
export const batchesOf = (db: Database, caller: Caller) =>
  db
    .selectFrom('batches')
    .innerJoin('records', (join) =>
      join.on('records.key', '=', sql<string>`'batch~' || ${sql.ref('batches.batch')}`),
    )
    .select(['batches.batch', 'batches.block', 'batches.tx_id', 'records.value', 'records.hash'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('batch_readers')
          .select('batch_readers.batch')
          .whereRef('batch_readers.batch', '=', 'batches.batch')
          .where(isReader('batch_readers.enterprise', caller))
          .where(isOpenAt('batch_readers', caller.at)),
      ),
    );

interface Row {
  readonly block: number;
  readonly tx_id: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

/** A batch from its rows. */
export const viewOf = ({ value, hash, block, tx_id: txId }: Row): BatchView =>
  ({ ...bare(value), hash, block, txId }) as BatchView;
