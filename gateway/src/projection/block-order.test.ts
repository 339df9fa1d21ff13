import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LedgerTransaction, LedgerWrite } from '@yaosu/network';
import { sql } from 'kysely';
import type { Database } from '../db/open-database.js';
import { openMemoryDatabase } from '../testing/memory-database.js';
import { applyBlock } from './apply-block.js';
import { loadCheckpoint, READ_MODEL } from './checkpoint.js';

const GLN = '6901234000016';
const nothing = { read: () => Promise.resolve(undefined) };

/** A write of `type~part~part`; a value of null deletes it. */
const write = (key: string, value: object | null): LedgerWrite => {
  const composite = `\u0000${key.replaceAll('~', '\u0000')}\u0000`;
  return value === null
    ? { key: composite }
    : { key: composite, value: Buffer.from(JSON.stringify({ v: 1, by: 'c', ...value })) };
};

const site = (area: string): LedgerWrite => write(`site~maker~${GLN}`, { area });
const drum = (code: string): LedgerWrite => write(`drum~${code}`, { generator: 'maker', site: GLN });
const batch = (disposition: string): LedgerWrite =>
  write('batch~b', {
    ...{ batch: 'b', issuer: 'maker', owner: 'maker', manufacturer: 'maker', mah: null, kind: 'api' },
    ...{ disposition, market: 'none', identity: 'doc', site: GLN },
  });
const grant = (withdrawnAt: string | null): LedgerWrite =>
  write('grant~doc~buyer', { enterprise: 'buyer', until: null, withdrawnAt });
const parcel = (spentBy: string | null): LedgerWrite =>
  write('parcel~t~0', {
    ...{ parcel: 't~0', batch: 'b', owner: 'maker', holder: 'maker', site: GLN, status: 'acceptable' },
    ...{ quantity: '1.5', unit: 'KGM', container: null, shipment: null, spentBy },
  });

describe('transactions of one block', () => {
  let db: Database;
  let next: number;
  beforeAll(async () => {
    db = await openMemoryDatabase();
  });
  afterAll(() => db.destroy());
  beforeEach(async () => {
    await sql`truncate ${sql.join(READ_MODEL.map((table) => sql.table(table)))}`.execute(db);
    next = await loadCheckpoint(db, 'chain', 1n);
  });

  const project = async (...transactions: readonly (readonly LedgerWrite[])[]): Promise<void> => {
    const made = transactions.map((writes, index): LedgerTransaction => ({
      ...{ txId: `tx${String(next)}.${String(index)}`, index, code: 0, creatorMsp: 'CdmoMSP' },
      ...{ timestamp: '2026-11-25T08:00:00.000Z', fn: 'A:b', args: [], endorsers: [], writes },
    }));
    const hashes = { headerHash: 'h', previousHash: 'h', dataHash: 'd', leaf: 'l' };
    await applyBlock(db, { number: BigInt(next), ...hashes, transactions: made }, nothing);
    next += 1;
  };
  const readersOf = async (key: string): Promise<readonly string[]> => {
    const rows = await db.selectFrom('record_readers').selectAll().where('key', '=', key).execute();
    return rows.map(({ enterprise }) => enterprise).sort();
  };
  const seers = async (reason: 'party' | 'holder' | 'grant'): Promise<readonly string[]> => {
    const rows = await db.selectFrom('batch_readers').selectAll().where('reason', '=', reason).execute();
    return rows.map(({ enterprise }) => enterprise).sort();
  };

  it('bring a row up to date and keep where it came from', async () => {
    await project([batch('quarantine'), parcel(null)], [batch('released'), parcel('t2')]);
    expect(await db.selectFrom('batches').select(['disposition', 'tx_id']).execute()).toEqual([
      { disposition: 'released', tx_id: 'tx0.0' },
    ]);
    expect(await db.selectFrom('parcels').select(['is_spent', 'quantity', 'tx_id']).execute()).toEqual([
      { is_spent: true, quantity: '1500000', tx_id: 'tx0.0' },
    ]);
    expect(await db.selectFrom('records').select(['key', 'tx_id']).orderBy('key').execute()).toEqual([
      { key: 'batch~b', tx_id: 'tx0.1' },
      { key: 'parcel~t~0', tx_id: 'tx0.1' },
    ]);
  });

  it('delete what an earlier one wrote, and write again what an earlier one deleted', async () => {
    await project([drum('x'), drum('y')]);
    await project(
      [write('drum~x', null), write('drum~z', { generator: 'other' })],
      [write('drum~x', { generator: 'third' }), write('drum~z', null)],
    );
    const keys = await db.selectFrom('records').select('key').orderBy('key').execute();
    expect(keys.map(({ key }) => key)).toEqual(['drum~x', 'drum~y']);
    expect(await readersOf('drum~x')).toEqual(['@environment@', 'third']);
    expect(await readersOf('drum~z')).toEqual([]);
  });

  it('see a site from its registration on, not before, and it is registered once', async () => {
    await project(
      [drum('before')],
      [site('320100'), parcel(null)],
      [drum('after'), site('440100')],
      [drum('last')],
    );
    expect(await readersOf('drum~before')).toEqual(['@environment@', 'maker']);
    expect(await readersOf('drum~after')).toEqual(['@environment@320100', 'maker']);
    expect(await readersOf('drum~last')).toEqual(['@environment@320100', 'maker']);
    expect(await seers('holder')).toEqual(['@drug@320100', 'maker']);
    expect(await db.selectFrom('sites').select('area').execute()).toEqual([{ area: '320100' }]);
  });

  it('let a page be seen by those whom its shipment names then', async () => {
    const page = (sequence: number): LedgerWrite => write(`page~l~${String(sequence)}`, { shipment: 's' });
    await project(
      [page(0), write('ship~s', { consignor: 'maker' })],
      [page(1), write('ship~s', { consignor: 'maker', consignee: 'buyer' })],
      [page(2)],
    );
    await project([page(3)]);
    const firms = async (sequence: number): Promise<readonly string[]> =>
      (await readersOf(`page~l~${String(sequence)}`)).filter((name) => !name.startsWith('@'));
    expect(await firms(0)).toEqual([]);
    expect(await firms(1)).toEqual(['maker']);
    expect(await firms(2)).toEqual(['buyer', 'maker']);
    expect(await firms(3)).toEqual(['buyer', 'maker']);
  });

  it('give and withdraw the sight of a batch that the same block registers', async () => {
    await project([batch('quarantine')], [grant(null)]);
    expect(await seers('grant')).toEqual(['buyer']);
    await project([grant('2026-11-25T09:00:00.000Z')], [grant(null)], [grant('2026-11-25T10:00:00.000Z')]);
    expect(await seers('grant')).toEqual([]);
    expect(await seers('party')).toEqual(['maker']);
  });

  it('stop the projection when one key comes twice where it may come only once', async () => {
    await project([write('ship~s', { consignor: 'maker' })]);
    const twice = project(
      [write('att~a', { attestation: 'a', kind: 'epcis' })],
      [write('att~b', { attestation: 'a', kind: 'epcis' })],
    );
    await expect(twice).rejects.toThrow('epcis_captures has two rows');
    expect(await db.selectFrom('blocks').select('number').execute()).toEqual([{ number: 0 }]);
  });
});
