/** Goods leave the shelf for a shipment. */
import { YaosuError } from '../../model/kernel/errors.js';
import type { LoadPayload } from '../../model/shipment/acts.js';
import { MAX_PARCELS, type ShipmentRecord } from '../../model/shipment/schemas.js';
import { RETURNABLE } from '../../model/shipment/states.js';
import type { ParcelRecord } from '../../model/stock/schemas.js';
import { sameGoods } from '../../rules/shipment/counts.js';
import { type ActTransaction } from '../act-transaction.js';
import { knowsBatch, loadOwnDocument } from '../document/load-document.js';
import { putGrant } from '../document/put-grant.js';
import { loadBatch, requireUsable } from '../goods/load-batch.js';
import { Parcels } from '../goods/parcels.js';
import { loadShipment } from './load-shipment.js';
import { namedOn } from '../../rules/shipment/named-on.js';

type Load = ActTransaction<LoadPayload>;

/** Grants that the loader's enterprise gives as it loads. @throws ENTERPRISE_FOREIGN, ENTERPRISE_NOT_FOUND */
export const putGrants = async (tx: Load): Promise<void> => {
  for (const grant of tx.payload.grants) {
    await loadOwnDocument(tx, 'loader', grant.document);
    await putGrant(tx, 'loader', { ...grant, until: null });
  }
};

/**
 * Every batch may go for the purpose, and consignee and owner know what it is.
 * @throws BATCH_…, PARCEL_STATUS_UNFIT, SHIPMENT_GRANT_MISSING
 */
export const requireLoadable = async (tx: Load, record: ShipmentRecord): Promise<void> => {
  const { lines, grants } = tx.payload;
  for (const { batch: id } of record.lines) {
    const batch = await loadBatch(tx, id);
    const statuses = lines.filter((line) => line.batch === id).map(({ status }) => status);
    await requireUsable(tx, record.purpose, batch, statuses);
    for (const enterprise of new Set([record.consignee, record.owner])) {
      const comes = grants.some((each) => each.document === batch.identity && each.enterprise === enterprise);
      if (!comes && !(await knowsBatch(tx, batch, enterprise))) {
        throw new YaosuError('SHIPMENT_GRANT_MISSING', { batch: id, enterprise });
      }
    }
  }
};

/**
 * Takes the parcels of every line and makes them anew on the shipment.
 * @returns their names
 * @throws SHIPMENT_LINES_DIFFER, SHIPMENT_OWNER_DIFFERS, SHIPMENT_PARCELS_TOO_MANY, PARCELS_INSUFFICIENT,
 * UNIT_MISMATCH, PICKS_STALE
 */
export const takeGoods = async (tx: Load, record: ShipmentRecord): Promise<readonly string[]> => {
  const { shipment, lines, site, returns } = tx.payload;
  if (!sameGoods(lines, record.lines)) throw new YaosuError('SHIPMENT_LINES_DIFFER', { shipment });
  const parcels = new Parcels(tx);
  const taken: ParcelRecord[] = [];
  for (const { batch, quantity, unit, status } of lines) {
    const wanted = { batch, quantity, unit, holder: record.consignor, site, statuses: [status] };
    taken.push(...(await parcels.take(returns === null ? wanted : { ...wanted, shipment: returns })));
  }
  if (taken.some(({ owner }) => owner !== record.owner)) {
    throw new YaosuError('SHIPMENT_OWNER_DIFFERS', { owner: record.owner });
  }
  if (taken.length > MAX_PARCELS) throw new YaosuError('SHIPMENT_PARCELS_TOO_MANY', { max: MAX_PARCELS });
  return parcels.renew(taken, { shipment, site: null }, namedOn(record));
};

/**
 * Goods of a refused shipment go on all together, and that shipment is returning from now on.
 * @throws SHIPMENT_RETURN_WRONG, SHIPMENT_SITE_UNEXPECTED
 */
export const closeReturned = async (tx: Load, record: ShipmentRecord): Promise<void> => {
  const { returns, site } = tx.payload;
  if (returns !== record.returns)
    throw new YaosuError('SHIPMENT_RETURN_WRONG', { shipment: record.shipment });
  if (site !== (returns === null ? record.from : null)) {
    throw new YaosuError('SHIPMENT_SITE_UNEXPECTED', { shipment: record.shipment });
  }
  if (returns === null) return;
  const earlier = await loadShipment(tx, returns);
  const onBoard: ParcelRecord[] = [];
  for (const ref of earlier.parcels) onBoard.push(await new Parcels(tx).load(ref));
  const isHere = RETURNABLE.includes(earlier.state) && earlier.holder === record.consignor;
  if (!isHere || !sameGoods(onBoard, record.lines)) {
    throw new YaosuError('SHIPMENT_RETURN_WRONG', { returns });
  }
  tx.state.put('ship', [returns], { ...earlier, state: 'returning', parcels: [] });
};
