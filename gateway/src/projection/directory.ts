/** Look-ups in the read model that the write side needs. */
import type { KeyRecord } from '@yaosu/chaincode/model/enterprise/schemas';
import type { EnterpriseRole } from '@yaosu/chaincode/model/enterprise/states';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import { sql } from 'kysely';
import type { Competence } from '../access/caller.js';
import type { Database } from '../db/open-database.js';
import type { Escrow } from '../vault/vault.js';

/** The genesis as the read model has it. */
export interface Genesis {
  readonly ledgerId: string;
  readonly demo: boolean;
  readonly authority: string;
}

/** The value of a record, undefined when there is none. */
export const recordValue = async (db: Database, key: string): Promise<Record<string, unknown> | undefined> =>
  (await db.selectFrom('records').select('value').where('key', '=', key).executeTakeFirst())?.value;

/**
 * The value of a record that the own peer has given, undefined otherwise: who is let in, and what is given to others, does not
 * rest on another organisation's word.
 */
export const firmValue = async (db: Database, key: string): Promise<Record<string, unknown> | undefined> =>
  (
    await db
      .selectFrom('records')
      .innerJoin('blocks', 'blocks.number', 'records.block')
      .select('records.value')
      .where('records.key', '=', key)
      .where('blocks.provisional', '=', false)
      .executeTakeFirst()
  )?.value;

/** Host organisation of an enterprise. */
export const hostOf = async (db: Database, enterprise: string): Promise<MspId | undefined> =>
  (
    await db
      .selectFrom('enterprises')
      .select('host_msp')
      .where('enterprise', '=', enterprise)
      .executeTakeFirst()
  )?.host_msp as MspId | undefined;

/** Roles of an enterprise in alphabetical order. */
export const rolesOf = async (db: Database, enterprise: string): Promise<EnterpriseRole[]> => {
  const rows = await db
    .selectFrom('enterprise_roles')
    .select('role')
    .where('enterprise', '=', enterprise)
    .orderBy('role')
    .execute();
  return rows.map(({ role }) => role as EnterpriseRole);
};

/** The genesis, undefined while the network is not open. */
export const genesisOf = async (db: Database): Promise<Genesis | undefined> =>
  (await recordValue(db, 'set~genesis')) as Genesis | undefined;

/** A key's record, as the own peer has given it. */
export const keyRecordOf = async (db: Database, kid: string): Promise<KeyRecord | undefined> =>
  (await firmValue(db, `key~${kid}`)) as KeyRecord | undefined;

/** Keys for which every document about a drug is wrapped as well, so that a recall needs no help from its owner. */
export const drugEscrowsOf = async (db: Database): Promise<Escrow[]> => {
  const value = await recordValue(db, 'set~escrow-drug');
  if (value === undefined) return [];
  const { subject, keyId, publicKey } = value as { subject: string; keyId: string; publicKey: string };
  return [{ subject, keyId, spki: Buffer.from(publicKey, 'base64url') }];
};

/** Whether a key may sign at an instant. */
export const isGoodAt = ({ revokedAt, notBefore, notAfter }: KeyRecord, at: string): boolean =>
  revokedAt === null && notBefore <= at && at <= notAfter;

/** The key of an id when it may sign at an instant. */
export const goodKeyOf = async (db: Database, kid: string, at: string): Promise<KeyRecord | undefined> => {
  const key = await keyRecordOf(db, kid);
  return key !== undefined && isGoodAt(key, at) ? key : undefined;
};

/** Who holds a key that may sign at an instant, and what its enterprise is an authority for, in one question. */
export const holderOf = async (
  db: Database,
  kid: string,
  at: string,
): Promise<{ readonly key: KeyRecord; readonly authority: Competence | null } | undefined> => {
  const found = await db
    .selectFrom('records as held')
    .innerJoin('blocks', 'blocks.number', 'held.block')
    .leftJoin('records as holder', (on) =>
      on.on('holder.key', '=', sql<string>`'ent~' || (held.value ->> 'enterprise')`),
    )
    .select(['held.value as key', sql<Competence | null>`holder.value -> 'authority'`.as('authority')])
    .where('held.key', '=', `key~${kid}`)
    .where('blocks.provisional', '=', false)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const key = found.key as unknown as KeyRecord;
  return isGoodAt(key, at) ? { key, authority: found.authority } : undefined;
};

/** Key of an organisation's gateway: DER SPKI, base64url; undefined when the ledger knows none. */
export const hostKeyOf = async (db: Database, mspId: string): Promise<string | undefined> => {
  const kid = (await firmValue(db, `node~${mspId}`))?.['kid'];
  return typeof kid === 'string' ? (await keyRecordOf(db, kid))?.publicKey : undefined;
};
