/** PostgreSQL dies under an open transaction: the gateway's process must outlive it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openPostgres, type Database } from '@yaosu/gateway/database';
import { Postgres } from '@yaosu/gateway/testing/postgres';
import { sql } from 'kysely';
import { RunningServer } from '../support/running-server.js';
import { findTools } from '../../bin/find-tools.mjs';

const STARTING_MS = 180_000;
/** A read that anybody may ask and that needs the database. */
const READ = '/api/network';
const { postgres: command } = findTools();
const suite = command === '' ? describe.skip : describe;

suite('a database whose server is killed in the middle of a transaction', () => {
  let postgres: Postgres;
  let db: Database;
  let tell: (error: Error) => void;
  const lost = new Promise<Error>((resolve) => {
    tell = resolve;
  });
  beforeAll(async () => {
    postgres = await Postgres.start(command);
    db = await openPostgres(await postgres.newDatabase(), (error) => tell(error));
  });
  afterAll(async () => {
    await db.destroy();
    await postgres.dispose();
  });

  test('tells of the lost connection, fails that transaction and serves the next one when it is back', async () => {
    const cutOff = db.transaction().execute(async (transaction) => {
      await postgres.kill();
      expect(await lost).toBeInstanceOf(Error);
      await sql`select 1`.execute(transaction);
    });
    await expect(cutOff).rejects.toThrow();
    await postgres.revive();
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });
});

suite('a gateway whose PostgreSQL is killed', () => {
  let postgres: Postgres;
  let server: RunningServer;
  const ask = async (
    path: string,
  ): Promise<readonly [status: number, code: unknown, retryAfter: boolean]> => {
    const response = await fetch(`${server.url}${path}`);
    const { code } = (await response.json()) as { readonly code?: unknown };
    return [response.status, code, response.headers.has('retry-after')];
  };
  beforeAll(async () => {
    postgres = await Postgres.start(command);
    server = await RunningServer.start({ env: { DATABASE_URL: await postgres.newDatabase() } });
  }, STARTING_MS);
  afterAll(async () => {
    await server.dispose();
    await postgres.dispose();
  });

  test('says so with a code, that it is not ready, and serves again when it is back', async () => {
    expect(await ask('/readyz')).toEqual([200, undefined, false]);
    await postgres.kill();
    expect(await ask('/readyz')).toEqual([503, 'DATABASE_AWAY', true]);
    expect(await ask(READ)).toEqual([503, 'DATABASE_AWAY', true]);
    expect((await ask('/healthz'))[0]).toBe(200);
    await postgres.revive();
    expect(await ask('/readyz')).toEqual([200, undefined, false]);
  });
});
