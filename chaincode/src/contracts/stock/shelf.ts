/** Stock on a shelf of the signer's own. */
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import type { BatchRecord } from '../../model/batch/schemas.js';
import { assertOwn, type ActTransaction } from '../act-transaction.js';
import { loadBatch } from '../goods/load-batch.js';
import { parcelKey } from '../goods/parcels.js';

/** Where goods of a batch stand. */
export interface Shelf {
  readonly holder: string;
  readonly batch: string;
  readonly unit: string;
  readonly site: string;
}

/** @throws SITE_NOT_FOUND */
export const assertOwnSite = async (
  { state }: ActTransaction,
  enterprise: string,
  site: string,
): Promise<void> => {
  if (!(await state.has('site', enterprise, site))) throw new YaosuError('SITE_NOT_FOUND', { gln: site });
};

/**
 * The batch on a shelf of the enterprise that signs in this role.
 * @throws ENTERPRISE_FOREIGN, SITE_NOT_FOUND, BATCH_NOT_FOUND, UNIT_MISMATCH
 */
export const loadShelf = async (tx: ActTransaction<Shelf>, role: string): Promise<BatchRecord> => {
  const { holder, site, batch, unit } = tx.payload;
  assertOwn(tx, role, holder);
  await assertOwnSite(tx, holder, site);
  const record = await loadBatch(tx, batch);
  if (record.unit !== unit) throw new YaosuError('UNIT_MISMATCH', { unit: record.unit });
  return record;
};

/** Names what happened to the stock of a batch, and the parcels that came of it. */
export const emitStock = (
  tx: ActTransaction<{ readonly batch: string }>,
  event: string,
  parcels: readonly string[],
): { parcels: string[] } => {
  tx.emit(event, [keyOf('batch', tx.payload.batch), ...parcels.map(parcelKey)]);
  return { parcels: [...parcels] };
};
