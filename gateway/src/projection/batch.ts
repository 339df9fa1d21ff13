import type { BatchRecord } from '@yaosu/chaincode/model/batch/schemas';
import { toMillionths } from '@yaosu/chaincode/model/kernel/quantity';
import type { ParcelRecord } from '@yaosu/chaincode/model/stock/schemas';
import { addAreaReaders } from '../access/authority-readers.js';
import type { Database } from '../db/open-database.js';
import type { BatchReadersTable } from '../db/tables.js';
import type { Projector } from './projector.js';

const addReaders = async (
  db: Database,
  batch: string,
  enterprises: readonly (string | null)[],
  reason: BatchReadersTable['reason'],
  until: string | null = null,
): Promise<void> => {
  const named = [...new Set(enterprises.filter((enterprise) => enterprise !== null))];
  await db
    .insertInto('batch_readers')
    .values(named.map((enterprise) => ({ batch, enterprise, reason, until })))
    .onConflict((conflict) => conflict.columns(['batch', 'enterprise', 'reason']).doUpdateSet({ until }))
    .execute();
};

/** Batches, stock, and who came to see which batch by it. */
export const batchProjectors = {
  batch: async ({ db, origin, value }) => {
    const { batch, issuer, owner, manufacturer, mah, kind, disposition, market, identity, site } =
      value as unknown as BatchRecord;
    const row = { batch, issuer, owner, manufacturer, mah, kind, disposition, market, identity, ...origin };
    await db
      .insertInto('batches')
      .values(row)
      .onConflict((conflict) => conflict.column('batch').doUpdateSet({ owner, mah, disposition, market }))
      .execute();
    await addReaders(db, batch, [issuer, owner, manufacturer, mah], 'party');
    await addAreaReaders(db, batch, { gln: site }, 'party');
  },
  parcel: async ({ db, origin, value }) => {
    const { parcel, batch, owner, holder, site, status, quantity, unit, container, shipment, spentBy } =
      value as unknown as ParcelRecord;
    const state = {
      owner,
      holder,
      site,
      status,
      quantity: toMillionths(quantity).toString(),
      container,
      shipment,
      is_spent: spentBy !== null,
    };
    await db
      .insertInto('parcels')
      .values({ parcel, batch, unit, ...state, ...origin })
      .onConflict((conflict) => conflict.column('parcel').doUpdateSet(state))
      .execute();
    await addReaders(db, batch, [owner, holder], 'holder');
    await addAreaReaders(db, batch, site === null ? { enterprise: holder } : { gln: site }, 'holder');
  },
  grant: async ({ db, value, parts: [document = '', enterprise = ''] }) => {
    const named = await db
      .selectFrom('batches')
      .select('batch')
      .where('identity', '=', document)
      .executeTakeFirst();
    if (named === undefined) return;
    if ((value['withdrawnAt'] ?? null) === null) {
      await addReaders(db, named.batch, [enterprise], 'grant', value['until'] as string | null);
      return;
    }
    await db
      .deleteFrom('batch_readers')
      .where('batch', '=', named.batch)
      .where('enterprise', '=', enterprise)
      .where('reason', '=', 'grant')
      .execute();
  },
} satisfies Partial<Record<string, Projector>>;
