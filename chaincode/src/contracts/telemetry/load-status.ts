/** Status of a load on the way: pending while an excursion is open, then what it was. */
import type { ShipmentRecord } from '../../model/shipment/schemas.js';
import { partsOfParcel } from '../../model/stock/parcel-ref.js';
import { parcelRecord, type ParcelRecord } from '../../model/stock/schemas.js';
import type { ParcelStatus } from '../../model/stock/states.js';
import type { ActTransaction } from '../act-transaction.js';
import { Parcels } from '../goods/parcels.js';
import { namedOn } from '../../rules/shipment/named-on.js';

/** What the parcel was before it became pending. */
const statusBefore = async ({ state }: ActTransaction, parcel: ParcelRecord): Promise<ParcelStatus> => {
  const [ref] = parcel.from;
  const before =
    ref === undefined ? undefined : await state.get(parcelRecord, 'parcel', ...partsOfParcel(ref));
  return before?.status ?? 'quarantine';
};

/** Makes the parcels on board anew in the status that goes with a condition. @returns the shipment's changes */
export const withCondition = async (
  tx: ActTransaction,
  record: ShipmentRecord,
  condition: ShipmentRecord['condition'],
): Promise<Partial<ShipmentRecord>> => {
  const parcels = new Parcels(tx);
  const refs: string[] = [];
  for (const ref of record.parcels) {
    const parcel = await parcels.load(ref);
    const status = condition === 'pending' ? 'pending' : await statusBefore(tx, parcel);
    refs.push(...(await parcels.renew([parcel], { status }, namedOn(record))));
  }
  return { condition, parcels: refs };
};
