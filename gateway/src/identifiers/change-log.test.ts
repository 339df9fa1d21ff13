/** What becomes of identifiers when the embedded database is made anew. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { NOBODY, type Caller } from '../access/caller.js';
import { itemAt, valueAt } from '../testing/handle-client.js';
import { openMemoryDatabase } from '../testing/memory-database.js';
import { ChangeLog } from './change-log.js';
import { HandleDesk } from './handle-desk.js';
import { handleOf } from './handle-rows.js';
import { Templates } from './templates.js';

const PREFIX = '88.608.8889';
const caller: Caller = { ...NOBODY, enterprise: 'maker', kid: 'k', at: '2026-11-25T08:00:00.000Z' };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'identifiers-'));
});
afterAll(() => rm(folder, { recursive: true }));

const open = async () => {
  const db = await openMemoryDatabase();
  const log = await ChangeLog.open(join(folder, 'changes.jsonl'), db);
  const note = log.note.bind(log);
  const templates = new Templates(db, note);
  const desk = new HandleDesk({
    db,
    prefixes: { [PREFIX]: 'maker' },
    templates,
    note,
    onChange: () => undefined,
  });
  const close = async (): Promise<void> => {
    await log.close();
    await db.destroy();
  };
  return { db, templates, desk, close };
};

const itemOf = (suffix: string, value: string) => ({
  ...{ handle: `${PREFIX}/${suffix}`, templateVersion: '1' },
  value: [valueAt(2000, 'name', value)],
});

it('a new database has the identifiers and templates of the file, and goes on counting behind them', async () => {
  const first = await open();
  const template = {
    ...{ prefix: PREFIX, version: '1', industryCategory: 'C', industrySpecific: '27', industryTrade: '272' },
    ...{ industrySubclass: '2720', type: 1 as const, description: '', items: [itemAt(2000, 'name')] },
  };
  await first.templates.add(template, caller);
  await first.desk.register(
    caller,
    ['a', 'b', 'c'].map((suffix) => itemOf(suffix, '1')),
  );
  await first.desk.change(caller, [itemOf('a', '2')]);
  await first.db.updateTable('identifiers').set({ sync: 'registered', known: true, sent: 1 }).execute();
  await first.desk.remove(caller, [`${PREFIX}/b`]);
  const former = await handleOf(first.db, `${PREFIX}/a`);
  await first.close();

  const second = await open();
  expect(await handleOf(second.db, `${PREFIX}/a`)).toEqual({
    ...{ ...former, sync: 'waiting', known: false, sent: null },
  });
  expect(await handleOf(second.db, `${PREFIX}/b`)).toBeUndefined();
  const gone = await second.db
    .selectFrom('identifiers')
    .select(['sent', 'deleted'])
    .where('deleted', '=', true)
    .execute();
  expect(gone).toEqual([{ sent: 1, deleted: true }]);
  const [made] = await second.desk.register(caller, [itemOf('d', '1')]);
  expect(made?.refusal).toBeUndefined();
  const { change = 0 } = (await handleOf(second.db, `${PREFIX}/d`)) ?? {};
  expect(change).toBeGreaterThan(former?.change ?? Infinity);
  await second.templates.add({ ...template, version: '2' }, caller);
  await second.close();
});
