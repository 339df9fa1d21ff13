import { sql } from 'kysely';
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

interface Row {
  readonly value: Readonly<Record<string, unknown>>;
  readonly block: number;
  readonly tx_id: string;
}

/** A record and where it was written, without what only the ledger needs. */
export const placed = ({ value, block, tx_id: txId }: Row): Record<string, unknown> => ({
  ...bare(value),
  block,
  txId,
});

/** An enterprise from its record. */
export const viewOf = async (db: Database, row: Row & { readonly hash: string }): Promise<EnterpriseView> => {
  const record = placed(row) as Omit<EnterpriseView, 'roles' | 'hash'>;
  return { ...record, roles: await rolesOf(db, record.enterprise), hash: row.hash };
};

/** Records of a type whose key begins like this, in key order. */
export const recordsUnder = (db: Database, type: string, prefix: string) =>
  db
    .selectFrom('records')
    .select(['value', 'block', 'tx_id'])
    .where('type', '=', type)
    .where('key', '>', prefix)
    .where('key', '<', `${prefix}\u007f`)
    .orderBy('key')
    .execute();

/** Company prefixes of an enterprise, in their order. */
export const prefixesOf = (db: Database, enterprise: string) =>
  db
    .selectFrom('records')
    .select(['value', 'block', 'tx_id'])
    .where('type', '=', 'gcp')
    .where(sql<boolean>`value ->> 'enterprise' = ${enterprise}`)
    .orderBy('key')
    .execute();
