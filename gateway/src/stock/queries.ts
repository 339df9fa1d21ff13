import type { Database } from '../db/open-database.js';

const LINE = ['batch', 'owner', 'site', 'status', 'shipment', 'unit'] as const;

/** What an enterprise holds, unspent: a row for all parcels that are alike. */
export const stockLines = (db: Database, holder: string) =>
  db
    .selectFrom('parcels')
    .select([...LINE])
    .where('holder', '=', holder)
    .where('is_spent', '=', false)
    .groupBy([...LINE]);
