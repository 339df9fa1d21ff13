/** What the read model knows of blocks: how far the own peer has given them, and whether one that comes fits. */
import type { LedgerBlock } from '@yaosu/network';
import type { Database } from '../db/open-database.js';
import { ForkError } from './fork.js';

/** The first block that the own peer has not given; undefined when it has given all that are here. */
export const firstProvisional = async (db: Database): Promise<number | undefined> => {
  const { first } = await db
    .selectFrom('blocks')
    .select(({ fn }) => fn.min<number | null>('number').as('first'))
    .where('provisional', '=', true)
    .executeTakeFirstOrThrow();
  return first ?? undefined;
};

/**
 * A block that is here already comes again: its mark falls when it is the own peer that gives it.
 * @throws ForkError when it is another one
 */
export const meetAgain = async (db: Database, block: LedgerBlock): Promise<void> => {
  const number = Number(block.number);
  const { headerHash, leaf } = block;
  const kept = await db
    .selectFrom('blocks')
    .select(['header_hash', 'leaf', 'provisional'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  if (kept.header_hash !== headerHash)
    throw new ForkError({ block: number, kept: kept.header_hash, given: headerHash });
  // Flags lie outside the header: the same block may have been told with other ones.
  if (kept.leaf !== leaf) throw new ForkError({ block: number, kept: kept.leaf, given: leaf });
  if (!kept.provisional || block.provisional === true) return;
  await db.updateTable('blocks').set({ provisional: false }).where('number', '=', number).execute();
};

/** @throws ForkError when a new block does not follow from the last one that is here */
export const assertFollows = (block: LedgerBlock, lastHeader: string | null): void => {
  const { number, previousHash } = block;
  if (lastHeader !== null && lastHeader !== previousHash)
    throw new ForkError({ block: Number(number) - 1, kept: lastHeader, given: previousHash });
};
