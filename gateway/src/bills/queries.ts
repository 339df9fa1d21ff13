/** Bills out of the read model. */
import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { BillState } from '../api/bill-kinds.js';
import type { BillsTable } from '../db/bill-tables.js';
import type { Database } from '../db/open-database.js';
import type { BillPlace, BillStates } from './bill-states.js';

/** A bill as it is read. */
export type BillRow = Selectable<BillsTable>;

/** The first bill of an enterprise after a place and before a block. */
export const nextBill = (
  db: Database,
  enterprise: string,
  { block, position }: BillPlace,
  beforeBlock: number,
): Promise<BillRow | undefined> =>
  db
    .selectFrom('bills')
    .selectAll()
    .where('enterprise', '=', enterprise)
    .where(sql<boolean>`(block, position) > (${block}::bigint, ${position}::int)`)
    .where('block', '<', beforeBlock)
    .orderBy('block')
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();

/** A bill by its id. */
export const billOf = (db: Database, id: string): Promise<BillRow | undefined> =>
  db.selectFrom('bills').selectAll().where('id', '=', id).executeTakeFirst();

/** Enterprises that have bills since a block. */
export const billedSince = async (db: Database, block: number): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('bills')
    .select('enterprise')
    .distinct()
    .where('block', '>=', block)
    .orderBy('enterprise')
    .execute();
  return rows.map(({ enterprise }) => enterprise);
};

/** Condition on `bills as b` of one enterprise: what is known of a bill stands beside the read model. */
export const isInState = (
  state: BillState | undefined,
  states: BillStates,
  enterprise: string,
): RawBuilder<boolean> => {
  if (state === undefined) return sql<boolean>`true`;
  const open = states.openOf(enterprise);
  const { block, position } = states.cursorOf(enterprise);
  const isBegun = sql`(b.block, b.position) <= (${block}::bigint, ${position}::int)`;
  const among = (steps: typeof open) => sql`b.id = any(${steps.map(({ bill }) => bill)}::text[])`;
  if (state === 'accepted') return sql<boolean>`(${isBegun} and not ${among(open)})`;
  const inIt = among(open.filter((step) => step.state === state));
  return state === 'notSent' ? sql<boolean>`(not ${isBegun} or ${inIt})` : sql<boolean>`${inIt}`;
};
