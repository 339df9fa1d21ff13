import type { KeyRecord } from '../../model/enterprise/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { shipmentRecord } from '../../model/shipment/schemas.js';
import { INSPECTIONS } from '../../model/stock/inspections.js';
import type { ParcelRecord } from '../../model/stock/schemas.js';
import type { ParcelStatus } from '../../model/stock/states.js';
import { isAppointed } from '../../rules/enterprise/assert-key-good.js';
import { assertMayLeavePending } from '../../rules/stock/load-pending.js';
import { signer, type ActTransaction } from '../act-transaction.js';
import { Parcels } from '../goods/parcels.js';
import { emitStock, loadShelf, type Shelf } from './shelf.js';

type Inspect = ActTransaction<Shelf & { quantity: string; status: ParcelStatus; result: ParcelStatus }>;

/** @throws STATE_WRONG, FUNCTION_MISSING */
const assertMayChange = (tx: Inspect): void => {
  const { status, result } = tx.payload;
  const functions = INSPECTIONS[status][result];
  if (functions === undefined) throw new YaosuError('STATE_WRONG', { status, result });
  const { appointments } = signer(tx, 'inspector').key as KeyRecord;
  if (!functions.some((name) => isAppointed({ appointments }, name, tx.at))) {
    throw new YaosuError('FUNCTION_MISSING', { needed: functions });
  }
};

/** Nobody inspects what he booked in. @throws PERSON_INVOLVED */
const assertOtherPerson = (tx: Inspect, parcels: readonly ParcelRecord[]): void => {
  const { person } = signer(tx, 'inspector').key;
  if (parcels.some(({ receivedBy }) => receivedBy !== null && receivedBy === person)) {
    throw new YaosuError('PERSON_INVOLVED');
  }
};

/** What an excursion made pending waits for the disposition of its load. @throws LOAD_PENDING */
const assertDisposed = async (tx: Inspect, parcels: readonly ParcelRecord[]): Promise<void> => {
  for (const shipment of new Set(parcels.map(({ pendingWith }) => pendingWith))) {
    if (shipment === undefined) continue;
    const load = await tx.state.get(shipmentRecord, 'ship', shipment);
    assertMayLeavePending(tx.payload.result, load?.condition);
  }
};

/** Handler of `Stock.inspect`. */
export const inspect = async (tx: Inspect): Promise<{ parcels: string[] }> => {
  const { status, result, ...wanted } = tx.payload;
  await loadShelf(tx, 'inspector');
  assertMayChange(tx);
  const parcels = new Parcels(tx);
  const taken = await parcels.take({ ...wanted, statuses: [status] });
  assertOtherPerson(tx, taken);
  await assertDisposed(tx, taken);
  return emitStock(tx, 'StockInspected', await parcels.renew(taken, { status: result }));
};
