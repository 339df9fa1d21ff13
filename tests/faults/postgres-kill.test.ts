/** PostgreSQL dies under an open transaction: the gateway's process must outlive it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openPostgres, type Database } from '@yaosu/gateway/database';
import { Postgres } from '@yaosu/gateway/testing/postgres';
import { sql } from 'kysely';
import { findTools } from '../../bin/find-tools.mjs';

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
