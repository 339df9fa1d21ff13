/** Proposes parcels for what a command takes; the peers check them, so a stale proposal costs a new one and no more. */
import { toMillionths } from '@yaosu/chaincode/model/kernel/quantity';
import type { Wanted } from '@yaosu/chaincode/model/stock/wanted';
import type { Database } from '../db/open-database.js';

const MAX_PICKS = 400;

interface Candidate {
  readonly parcel: string;
  readonly quantity: bigint;
}

const candidatesOf = async (db: Database, wanted: Wanted): Promise<readonly Candidate[]> => {
  const { batch, holder, site, statuses, shipment, container } = wanted;
  const rows = await db
    .selectFrom('parcels')
    .select(['parcel', 'quantity'])
    .where('is_spent', '=', false)
    .where('holder', '=', holder)
    .where('batch', '=', batch)
    .where('status', 'in', [...statuses])
    .where('shipment', shipment === undefined ? 'is' : '=', shipment ?? null)
    .$if(site !== undefined, (select) => select.where('site', site === null ? 'is' : '=', site ?? null))
    .$if(container !== undefined, (select) =>
      select.where('container', container === null ? 'is' : '=', container ?? null),
    )
    .orderBy('block')
    .orderBy('parcel')
    .limit(MAX_PICKS)
    .execute();
  return rows.map(({ parcel, quantity }) => ({ parcel, quantity: BigInt(quantity) }));
};

/** The oldest first, as many as the quantity needs; all there are when they do not suffice. */
const enough = (candidates: readonly Candidate[], needed: bigint, used: ReadonlySet<string>): string[] => {
  const picks: string[] = [];
  let missing = needed;
  for (const { parcel, quantity } of candidates) {
    if (missing <= 0n) break;
    if (used.has(parcel)) continue;
    picks.push(parcel);
    missing -= quantity;
  }
  return picks;
};

/** Parcels for every line, in the order of the lines. */
export const pickParcels = async (db: Database, wanted: readonly Wanted[]): Promise<readonly string[]> => {
  const used = new Set<string>();
  for (const want of wanted) {
    const picks = enough(await candidatesOf(db, want), toMillionths(want.quantity), used);
    for (const pick of picks) used.add(pick);
  }
  return [...used];
};
