import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../db/open-database.js';
import { openMemoryDatabase } from '../testing/memory-database.js';
import { newTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { compareReadModels, projectAll } from './rebuild.js';

describe('the read model', () => {
  let gateway: TestGateway;
  let rebuilt: Database;
  beforeAll(async () => {
    [gateway, rebuilt] = await Promise.all([newTestGateway(), openMemoryDatabase()]);
  });
  afterAll(() => Promise.all([gateway.remove(), rebuilt.destroy()]));

  it('is the same when it is built again from block 0', async () => {
    const { db, projection, access, vault } = gateway.services;
    await projectAll(access.ledger, rebuilt, projection.asOfBlock + 1, vault);
    expect(await compareReadModels(db, rebuilt)).toEqual([]);
  });

  it('is found out when a row was touched', async () => {
    const { db } = gateway.services;
    await db
      .updateTable('enterprises')
      .set({ host_msp: 'X' })
      .where('enterprise', '=', 'anhe-pharma')
      .execute();
    expect((await compareReadModels(db, rebuilt)).map(({ table, side }) => `${table} ${side}`)).toEqual([
      'enterprises live',
      'enterprises rebuilt',
    ]);
  });
});
