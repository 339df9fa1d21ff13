import { sql } from 'kysely';
import type { Database } from '../db/open-database.js';
import type { Tables } from '../db/tables.js';
import { firstProvisional } from './known-blocks.js';

/** Tables of the read model, in no particular order. */
export const READ_MODEL: readonly (keyof Tables)[] = [
  'checkpoint',
  'blocks',
  'transactions',
  'records',
  'enterprises',
  'enterprise_roles',
  'sites',
  'licences',
  'keys',
  'batches',
  'batch_readers',
  'record_readers',
  'parcels',
  'edges',
  'stops',
  'readings',
  'epcis_captures',
  'epcis_events',
  'epcis_epcs',
  'epcis_master',
  'alerts',
  'bills',
];

/** Raised whenever projectors make other rows of the same blocks: the read model is then made anew. */
const PROJECTION_VERSION = 12;

/** Empties the read model and binds it to a chain. */
const begin = (db: Database, channelGenesis: string): Promise<number> =>
  db.transaction().execute(async (transaction) => {
    await sql`truncate ${sql.join(READ_MODEL.map((table) => sql.table(table)))}`.execute(transaction);
    await transaction
      .insertInto('checkpoint')
      .values({ id: 1, channel_genesis: channelGenesis, next_block: 0, version: PROJECTION_VERSION })
      .execute();
    return 0;
  });

/** Whether a row of `checkpoint` is of this chain, of these projectors, and not ahead of the ledger. */
export const isSameChain = (
  row: Pick<Tables['checkpoint'], 'channel_genesis' | 'version' | 'next_block'> | undefined,
  channelGenesis: string,
  height: number,
): boolean =>
  row?.channel_genesis === channelGenesis && row.version === PROJECTION_VERSION && row.next_block <= height;

/** Only what the own peer has given has to be there still: it may be behind what another one gave. */
const isOwnChain = async (
  db: Database,
  row: Tables['checkpoint'],
  channelGenesis: string,
  height: bigint,
): Promise<boolean> => {
  const firm = (await firstProvisional(db)) ?? row.next_block;
  return isSameChain({ ...row, next_block: firm }, channelGenesis, Number(height));
};

/**
 * The next block to project. A read model of another chain or of other projectors, or one that is ahead of the ledger,
 * starts anew.
 * @param height number of blocks of the ledger
 */
export const loadCheckpoint = async (
  db: Database,
  channelGenesis: string,
  height: bigint,
): Promise<number> => {
  const row = await db.selectFrom('checkpoint').selectAll().executeTakeFirst();
  return row !== undefined && (await isOwnChain(db, row, channelGenesis, height))
    ? row.next_block
    : begin(db, channelGenesis);
};
