/** Goods pass to the consignee; what is missing stays with whoever had it. */
import { fromMillionths } from '../../model/kernel/quantity.js';
import type { CustodyPayload } from '../../model/shipment/custody-acts.js';
import type { ShipmentRecord } from '../../model/shipment/schemas.js';
import { RETURN_PURPOSES, SALE_PURPOSES, type ShipmentState } from '../../model/shipment/states.js';
import type { ParcelRecord } from '../../model/stock/schemas.js';
import type { ParcelStatus } from '../../model/stock/states.js';
import { shareOut } from '../../rules/shipment/counts.js';
import type { ActTransaction } from '../act-transaction.js';
import { Parcels, type NewParcel } from '../goods/parcels.js';
import { loadShipment } from './load-shipment.js';
import { namedOn } from '../../rules/shipment/named-on.js';
import { redirectAfter } from '../../rules/shipment/redirects.js';

/** Status in which goods arrive: 待处理 while an excursion is open, 退货 when they come back, otherwise 待验. */
const statusOnReceipt = ({ condition, purpose }: ShipmentRecord): ParcelStatus => {
  if (condition === 'pending') return 'pending';
  return RETURN_PURPOSES.includes(purpose) ? 'returned' : 'quarantine';
};

const asReceived = (record: ShipmentRecord): Partial<NewParcel> => ({
  holder: record.consignee,
  site: record.to,
  status: statusOnReceipt(record),
  ...(SALE_PURPOSES.includes(record.purpose) ? { owner: record.consignee } : {}),
});

/** Splits what is on board into what arrived and what is missing. @returns names of the missing parcels */
export const receiveGoods = async (
  tx: ActTransaction<CustodyPayload>,
  record: ShipmentRecord,
  onBoard: readonly ParcelRecord[],
): Promise<readonly string[]> => {
  const parcels = new Parcels(tx);
  const missingRefs: string[] = [];
  for (const { parcel, arrived, missing } of shareOut(onBoard, tx.payload.counted)) {
    if (arrived === 0n) {
      missingRefs.push(parcel.parcel);
      continue;
    }
    parcels.spend(parcel);
    const received = { ...parcel, quantity: fromMillionths(arrived) };
    await parcels.renew([received], asReceived(record), [parcel.owner]);
    if (missing === 0n) continue;
    const lost = { ...parcel, quantity: fromMillionths(missing), from: [parcel.parcel] };
    missingRefs.push(await parcels.make(lost, namedOn(record)));
  }
  return missingRefs;
};

/** What is left of a part that was received before the load was sent elsewhere is on its way there. */
export const stateOnReceipt = (record: ShipmentRecord, isWhole: boolean, at: string): ShipmentState => {
  if (isWhole) return 'received';
  return redirectAfter(record, at) === undefined ? 'partlyReceived' : record.state;
};

/** A return that has come home whole ends the shipment that it brings back. */
export const endReturned = async (tx: ActTransaction, { returns }: ShipmentRecord): Promise<void> => {
  if (returns === null) return;
  const earlier = await loadShipment(tx, returns);
  tx.state.put('ship', [returns], { ...earlier, state: 'returned' });
};
