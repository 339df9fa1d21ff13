import type { CasePurpose } from '@yaosu/chaincode/model/authority/purposes';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import type { Database } from '../db/open-database.js';
import { openMemoryDatabase } from '../testing/memory-database.js';
import { Sites } from '../projection/sites.js';
import { areaReaders } from './authority-readers.js';
import { NOBODY, type Caller, type Competence } from './caller.js';
import { maySeeBatch, mayRead, placesOfReaders, readersOf } from './record-access.js';

const NANJING = '6901234000016';
const GUANGZHOU = '6904321000019';
const BATCH = 'ba'.repeat(32);
const NOW = '2026-11-25T08:00:00.000Z';

const authority = (
  subject: Competence['subject'],
  area: string,
  purpose: CasePurpose | null = 'inspection',
): Caller => ({
  ...NOBODY,
  kid: 'k',
  enterprise: `${subject}-authority`,
  at: NOW,
  authority: { subject, area },
  purpose,
});

describe('what an authority may read', () => {
  let db: Database;
  const save = async (key: string, value: Record<string, unknown>): Promise<void> => {
    const type = splitKey(key)?.type;
    if (type === undefined) throw new Error(key);
    const { areasOf } = await Sites.load(
      db,
      [placesOfReaders(type, value)].filter((each) => each !== undefined),
    );
    const names = [...new Set(readersOf(areasOf, type, value))];
    await db
      .insertInto('record_readers')
      .values(names.map((enterprise) => ({ key, enterprise })))
      .execute();
  };

  const origin = { block: 0, tx_id: 't' };
  const drum = { generator: 'maker', site: NANJING };
  const manifest = { generator: 'maker', disposer: 'burner', from: NANJING, to: GUANGZHOU };
  const order = { buyer: 'maker', supplier: 'other' };

  beforeAll(async () => {
    db = await openMemoryDatabase();
    await db
      .insertInto('sites')
      .values([
        { enterprise: 'maker', gln: NANJING, area: '320100', ...origin },
        { enterprise: 'burner', gln: GUANGZHOU, area: '440100', ...origin },
      ])
      .execute();
    await save('drum~d', drum);
    await save('man~m', manifest);
    await save('order~o', order);
    await save('att~a', { enterprise: 'maker' });
    const nanjing = { by: 'gln', names: [NANJING] } as const;
    const authorities = areaReaders((await Sites.load(db, [nanjing])).areasOf, nanjing);
    await db
      .insertInto('batch_readers')
      .values(authorities.map((enterprise) => ({ batch: BATCH, enterprise, reason: 'party', until: null })))
      .execute();
  });
  afterAll(() => db.destroy());

  it.each<[string, Record<string, unknown>, Caller, boolean]>([
    ['drum~d', drum, authority('environment', '32'), true],
    ['drum~d', drum, authority('environment', '3201'), true],
    ['drum~d', drum, authority('environment', '00'), true],
    ['drum~d', drum, authority('environment', '44'), false],
    ['drum~d', drum, authority('environment', '320102'), false],
    ['drum~d', drum, authority('drug', '32'), false],
    ['drum~d', drum, authority('environment', '32', null), false],
    ['man~m', manifest, authority('environment', '44'), true],
    ['man~m', manifest, authority('transport', '32'), true],
    ['man~m', manifest, authority('police', '32'), false],
    // No site is named: those of the firms count.
    ['order~o', order, authority('drug', '32'), true],
    ['order~o', order, authority('drug', '44'), false],
    ['att~a', { enterprise: 'maker' }, authority('drug', '00'), false],
  ])('%s', async (key, value, caller, may) => {
    expect(await mayRead(db, caller, key, value)).toBe(may);
  });

  it('what is reported to its subject, in its area', async () => {
    const told = { ...manifest, differences: [{ reportedTo: ['generator', 'police'] }] };
    await save('man~told', told);
    expect(await mayRead(db, authority('police', '32'), 'man~told', told)).toBe(true);
    expect(await mayRead(db, authority('police', '11'), 'man~told', told)).toBe(false);
  });

  it('batches at a place in its area, when its subject is drugs', async () => {
    expect(await maySeeBatch(db, authority('drug', '32'), BATCH)).toBe(true);
    expect(await maySeeBatch(db, authority('drug', '44'), BATCH)).toBe(false);
    expect(await maySeeBatch(db, authority('drug', '32', null), BATCH)).toBe(false);
    expect(await maySeeBatch(db, authority('environment', '32'), BATCH)).toBe(false);
  });

  it('is no way for a firm: a purpose alone gives nothing', async () => {
    const firm: Caller = { ...NOBODY, enterprise: 'rival', at: NOW, purpose: 'inspection' };
    expect(await mayRead(db, firm, 'drum~d', drum)).toBe(false);
    expect(await maySeeBatch(db, firm, BATCH)).toBe(false);
  });
});

describe('a grant of a time', () => {
  it('lets a batch be seen until it ends', async () => {
    const db = await openMemoryDatabase();
    const grant = { batch: BATCH, enterprise: 'buyer', reason: 'grant' as const, until: NOW };
    await db.insertInto('batch_readers').values(grant).execute();
    const buyer: Caller = { ...NOBODY, enterprise: 'buyer', at: NOW };
    expect(await maySeeBatch(db, buyer, BATCH)).toBe(true);
    expect(await maySeeBatch(db, { ...buyer, at: '2026-11-25T08:00:00.001Z' }, BATCH)).toBe(false);
    await db.destroy();
  });
});
