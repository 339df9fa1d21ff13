import { edgeRecord } from '../../model/batch/goods-schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import { shipmentRecord, type ShipmentRecord } from '../../model/shipment/schemas.js';
import type { ReceivePayload } from '../../model/stock/receipt-acts.js';
import { orderRecord } from '../../model/order/schemas.js';
import { PARCEL_STATUSES } from '../../model/stock/states.js';
import { onArrival } from '../../rules/stock/load-pending.js';
import { signer, type ActTransaction } from '../act-transaction.js';
import { loadBatch } from '../goods/load-batch.js';
import { Parcels, type NewParcel } from '../goods/parcels.js';
import { emitStock, loadShelf } from './shelf.js';

type Receive = ActTransaction<ReceivePayload>;

const RECEIVED: readonly ShipmentRecord['state'][] = ['received', 'partlyReceived'];

/** What was received before the rest of the load was sent elsewhere is booked in while that is on its way. */
const mayBeReceived = ({ state, redirects }: ShipmentRecord): boolean =>
  RECEIVED.includes(state) || redirects.length > 0;

/** The shipment that the goods came with, to the signer. @throws SUBJECT_NOT_FOUND, PARTY_NOT_CONCERNED */
const loadDelivery = async (tx: Receive): Promise<ShipmentRecord> => {
  const { shipment, holder } = tx.payload;
  const record = await tx.state.get(shipmentRecord, 'ship', shipment);
  if (record === undefined) throw new YaosuError('SUBJECT_NOT_FOUND', { shipment });
  if (record.consignee !== holder) throw new YaosuError('PARTY_NOT_CONCERNED', { enterprise: holder });
  return record;
};

/** The signer's own lot of this batch. @throws BATCH_NOT_FOUND, BATCH_ORIGIN_WRONG */
const ownLot = async (tx: Receive): Promise<Partial<NewParcel>> => {
  const { batch, into, holder } = tx.payload;
  if (into === null) return {};
  const { issuer, owner } = await loadBatch(tx, into);
  const edge = await tx.state.get(edgeRecord, 'edge', 'b', into, batch);
  if (edge?.kind !== 'receipt' || issuer !== holder) throw new YaosuError('BATCH_ORIGIN_WRONG', { into });
  return { batch: into, owner };
};

/** The order that the delivery answers is received, or short, once its first goods are booked in. */
const closeOrder = async (tx: Receive, { order, state, consignor }: ShipmentRecord): Promise<void> => {
  if (order === null) return;
  const record = await tx.state.get(orderRecord, 'order', order);
  const isMeant = record?.buyer === tx.payload.holder && record.supplier === consignor;
  if (!isMeant || record.state !== 'shipped') return;
  tx.state.put('order', [order], { ...record, state: state === 'received' ? 'received' : 'short' });
  tx.emit('OrderReceived', [keyOf('order', order)]);
};

/** Handler of `Stock.receive`. */
export const receive = async (tx: Receive): Promise<{ parcels: string[] }> => {
  const { holder, batch, quantity, unit, shipment, site } = tx.payload;
  await loadShelf(tx, 'receiver');
  const delivery = await loadDelivery(tx);
  const lot = await ownLot(tx);
  const parcels = new Parcels(tx);
  const wanted = { holder, batch, quantity, unit, shipment, statuses: PARCEL_STATUSES };
  const { state } = delivery;
  const taken = await tx.judgement.whereabouts([holder, delivery.consignor], async () => {
    if (!mayBeReceived(delivery)) throw new YaosuError('STATE_WRONG', { state });
    const found = await parcels.take(wanted);
    if (found.some((each) => each.site === null)) throw new YaosuError('STATE_WRONG', { state });
    return found;
  });
  const { person } = signer(tx, 'receiver').key;
  const change = { ...lot, site, shipment: null, receivedBy: person };
  const refs: string[] = [];
  for (const parcel of taken) {
    const arrival = onArrival(parcel.status, delivery);
    refs.push(...(await parcels.renew([parcel], { ...change, ...arrival })));
  }
  await closeOrder(tx, delivery);
  return emitStock(tx, 'StockReceived', refs);
};
