/** Rows of a read model without a ledger behind them, for lists that are longer than anybody would play. */
import { createHash } from 'node:crypto';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { Database } from '../db/open-database.js';

const ORIGIN = { block: 1, tx_id: '0'.repeat(64) } as const;
const AT_ONCE = 500;

/** An id that is the same for the same words. */
export const idOf = (...words: readonly unknown[]): string =>
  createHash('sha256').update(words.join(' ')).digest('hex');

const chunks = <T>(rows: readonly T[]): readonly T[][] =>
  Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, i) =>
    rows.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );

/** A record, and names of those who read it. */
export interface RecordRow {
  readonly key: string;
  readonly value: object;
  readonly readers: readonly string[];
}

/** Adds records. */
export const addRecords = async (db: Database, rows: readonly RecordRow[]): Promise<void> => {
  for (const some of chunks(rows)) {
    const values = some.map(({ key, value }) => ({
      ...{ key, type: key.split('~')[0] ?? '', value: JSON.stringify(value) },
      ...{ hash: '', cmd: '', ...ORIGIN },
    }));
    await db.insertInto('records').values(values).execute();
    const readers = some.flatMap(({ key, readers: names }) =>
      names.map((enterprise) => ({ key, enterprise })),
    );
    if (readers.length > 0) await db.insertInto('record_readers').values(readers).execute();
  }
};

/** A lot, and who sees it for how long. */
export interface BatchRow {
  readonly batch: string;
  readonly disposition: string;
  readonly reader: string;
  readonly until?: string;
}

/** Adds lots with their records. */
export const addBatches = async (db: Database, rows: readonly BatchRow[]): Promise<void> => {
  for (const some of chunks(rows)) {
    const of = { issuer: '', owner: '', manufacturer: '', mah: null, kind: 'packed', identity: '' };
    const lots = some.map(({ batch, disposition }) => ({
      ...{ batch, disposition, ...of, market: 'none', ...ORIGIN },
    }));
    await db.insertInto('batches').values(lots).execute();
    const readers = some.map(({ batch, reader: enterprise, until = null }) => ({
      ...{ batch, enterprise, reason: until === null ? ('holder' as const) : ('grant' as const), until },
    }));
    await db.insertInto('batch_readers').values(readers).execute();
  }
  await addRecords(
    db,
    rows.map(({ batch, disposition }) => ({
      ...{ key: keyOf('batch', batch), value: { batch, disposition }, readers: [] },
    })),
  );
};

/** Some of a lot that somebody holds. */
export interface ParcelRow {
  readonly batch: string;
  readonly holder: string;
  readonly status?: string;
  readonly shipment?: string;
  readonly isSpent?: boolean;
}

/** Adds parcels. */
export const addParcels = async (db: Database, rows: readonly ParcelRow[]): Promise<void> => {
  const parcels = rows.map(({ batch, holder, status = 'released', shipment = null, isSpent = false }, i) => ({
    ...{ parcel: idOf(batch, holder, status, i), batch, owner: holder, holder, site: null, status },
    ...{ quantity: '1000000', unit: 'KGM', container: null, shipment, is_spent: isSpent, ...ORIGIN },
  }));
  for (const some of chunks(parcels)) await db.insertInto('parcels').values(some).execute();
};

/** An alert of somebody. */
export interface AlertRow {
  readonly id: string;
  readonly whose: string;
  readonly batches?: readonly string[];
  readonly isSettled?: boolean;
}

/** Adds alerts. */
export const addAlerts = async (db: Database, rows: readonly AlertRow[]): Promise<void> => {
  const sighting = JSON.stringify({ event: '', captor: '' });
  const alerts = rows.map(({ id, whose, batches = [], isSettled = false }) => ({
    ...{ id, epc: `epc ${id}`, class: 'secondUse' as const, cause: 'copy' as const, whose, sighting },
    ...{ batches: [...batches], other: 'null', block: 1, settled_block: isSettled ? 2 : null },
  }));
  for (const some of chunks(alerts)) await db.insertInto('alerts').values(some).execute();
};
