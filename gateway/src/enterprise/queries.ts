import type * as z from 'zod';
import type { enterpriseView } from '../api/schemas.js';
import type { Database } from '../db/open-database.js';
import { rolesOf } from '../projection/directory.js';

/** An enterprise as reads show it. */
export type EnterpriseView = z.output<typeof enterpriseView>;

/** A record without what only the ledger needs. */
export const bare = (value: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const { v: _v, by: _by, ...rest } = value;
  return rest;
};

/** An enterprise from its record. */
export const viewOf = async (
  db: Database,
  row: { readonly value: Readonly<Record<string, unknown>>; readonly hash: string },
): Promise<EnterpriseView> => {
  const record = bare(row.value) as Omit<EnterpriseView, 'roles' | 'hash'>;
  return { ...record, roles: await rolesOf(db, record.enterprise), hash: row.hash };
};

/** Records of a type whose key begins like this, in key order. */
export const recordsUnder = (db: Database, type: string, prefix: string) =>
  db
    .selectFrom('records')
    .select(['key', 'value', 'hash'])
    .where('type', '=', type)
    .where('key', '>', prefix)
    .where('key', '<', `${prefix}\u007f`)
    .orderBy('key')
    .execute();
