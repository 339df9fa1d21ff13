/** Everything that a request could change, as one value that is compared. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { InProcessGateway } from '../support/story-gateway.js';
import { sql } from 'kysely';

const ALL = 1_000_000;

/** What stands where. */
export interface Fingerprint {
  readonly height: string;
  /** Of the last header, which commits to all blocks before: nothing else can have changed the state. */
  readonly head: string;
  /** Table → rows and hash of all of them. */
  readonly tables: Readonly<Record<string, string>>;
  /** Names of the vault's files: ciphertexts, wraps, digests. */
  readonly vault: string;
  /** Steps of commands in the journal. */
  readonly journal: number;
  readonly readsOfAuthorities: number;
}

const hashOf = (texts: readonly string[]): string =>
  `${String(texts.length)} ${createHash('sha256').update(texts.join('\n')).digest('hex')}`;

const tablesOf = async ({ services: { db } }: InProcessGateway): Promise<Fingerprint['tables']> => {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  // One statement for all: a fingerprint is taken before and after each of some hundred cases.
  const each = tables.rows.map(
    ({ name }) => sql`
      select ${name}::text as name,
             count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as hash
      from ${sql.table(name)} t`,
  );
  const hashes = await sql<{ name: string; hash: string }>`${sql.join(each, sql` union all `)}`.execute(db);
  return Object.fromEntries(hashes.rows.map(({ name, hash }) => [name, hash]));
};

const filesOf = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

/** Takes it; two are equal when nothing has changed. */
export const fingerprint = async (gateway: InProcessGateway): Promise<Fingerprint> => {
  const { services, folder } = gateway;
  const { rows } = await sql<{ head: string }>`
    select header_hash as head from blocks order by number desc limit 1`.execute(services.db);
  return {
    height: String(await services.access.ledger.height()),
    head: rows[0]?.head ?? '',
    tables: await tablesOf(gateway),
    vault: hashOf(await filesOf(join(folder, 'vault'))),
    journal: (await services.journal.audit(0, ALL)).length,
    readsOfAuthorities: services.readsJournal.head.count,
  };
};
