import { assertOwn, signedByOf, type ActTransaction } from './act-transaction.js';
import { loadBatch } from './goods/load-batch.js';
import { policyOf } from './goods/hosts.js';
import { newContract } from './new-contract.js';
import { assertQualified } from './order/assert-qualified.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import { dayOf } from '../model/kernel/time.js';
import { orderActs } from '../model/order/acts.js';
import { orderRecord, type OrderRecord } from '../model/order/schemas.js';
import { assertWithinConfirmed, assertWithinOrder } from '../rules/order/assert-lines.js';

type OnOrder = ActTransaction<{ readonly order: string }>;

/** An order to the signer in this state. @throws ORDER_NOT_FOUND, ENTERPRISE_FOREIGN, STATE_WRONG */
const loadOrder = async (tx: OnOrder, needed: OrderRecord['state']): Promise<OrderRecord> => {
  const record = await tx.state.get(orderRecord, 'order', tx.payload.order);
  if (record === undefined) throw new YaosuError('ORDER_NOT_FOUND', { order: tx.payload.order });
  assertOwn(tx, 'supplier', record.supplier);
  if (record.state !== needed) throw new YaosuError('STATE_WRONG', { state: record.state });
  return record;
};

/** @throws ORDER_DATE_WRONG */
const assertFuture = (day: string, now: string): void => {
  if (day < dayOf(now)) throw new YaosuError('ORDER_DATE_WRONG', { day });
};

const save = (tx: OnOrder, record: OrderRecord, event: string): { key: string } => {
  const key = keyOf('order', record.order);
  tx.state.put('order', [record.order], record);
  tx.emit(event, [key]);
  return { key };
};

/** Orders. */
export const OrderContract = newContract('Order', orderActs, {
  place: async (tx) => {
    const { order, buyer, supplier, requiredBy } = tx.payload;
    assertOwn(tx, 'buyer', buyer);
    assertFuture(requiredBy, tx.now);
    await assertQualified(tx);
    const untold = { state: 'placed', placedBy: signedByOf(tx, 'buyer'), confirmed: null, notice: null };
    const policy = await policyOf(tx, buyer, [supplier]);
    tx.state.putGuarded('order', [order], { ...tx.payload, ...untold }, policy);
    tx.emit('OrderPlaced', [keyOf('order', order)]);
    return { key: keyOf('order', order) };
  },

  confirm: async (tx) => {
    const { lines, deliverOn } = tx.payload;
    const record = await loadOrder(tx, 'placed');
    assertFuture(deliverOn, tx.now);
    assertWithinOrder(record.lines, lines);
    const confirmed = { lines, deliverOn, signedBy: signedByOf(tx, 'supplier') };
    return save(tx, { ...record, state: 'confirmed', confirmed }, 'OrderConfirmed');
  },

  shipNotice: async (tx) => {
    const { lines, shipment } = tx.payload;
    const record = await loadOrder(tx, 'confirmed');
    for (const { batch, unit } of lines) {
      const known = await loadBatch(tx, batch);
      if (known.unit !== unit) throw new YaosuError('UNIT_MISMATCH', { unit: known.unit });
    }
    assertWithinConfirmed(record.confirmed?.lines ?? [], lines);
    const notice = { lines, shipment, signedBy: signedByOf(tx, 'supplier') };
    return save(tx, { ...record, state: 'shipped', notice }, 'OrderShipNoticed');
  },
});
