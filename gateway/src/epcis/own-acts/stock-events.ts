/** Lots and stock as events: made of others, booked in, destroyed. */
import type { BatchRecord } from '@yaosu/chaincode/model/batch/schemas';
import type { TransformPayload } from '@yaosu/chaincode/model/batch/transform-act';
import { partsOfParcel } from '@yaosu/chaincode/model/stock/parcel-ref';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { DestroyPayload } from '@yaosu/chaincode/model/stock/consumption-acts';
import type { ReceivePayload } from '@yaosu/chaincode/model/stock/receipt-acts';
import type { ParcelRecord } from '@yaosu/chaincode/model/stock/schemas';
import { batchesOf, quantitiesOf, whatOf } from './goods.js';
import { manifestName, shipmentName } from './names.js';
import { at, type EventsOf, type SeenBy } from './own-event.js';
import { stockAfter, stockSpent, writtenOf, type WrittenAct } from './written-act.js';

/** Amounts are seen by who sees the stock: its owner and holder, not by everybody who may know the lot. */
const seenWith = (stock: readonly ParcelRecord[]): SeenBy => ({
  records: stock.map(({ parcel }) => keyOf('parcel', ...partsOfParcel(parcel))),
});

const refsOf = (stock: readonly ParcelRecord[]): readonly string[] => stock.map(({ parcel }) => parcel);

/** Stock that the act made of a lot, without what is left of stock that it took from. */
const madeOf = (act: WrittenAct, batch: string): readonly ParcelRecord[] =>
  stockAfter(act).filter((parcel) => parcel.batch === batch);

/** Lots become another. */
export const transformed: EventsOf = (act) => {
  const { batch, quantity, unit, inputs } = act.command.payload as TransformPayload;
  const made = madeOf(act, batch);
  const [record] = writtenOf<BatchRecord>(act, 'batch');
  if (made.length === 0 || record === undefined) return [];
  const event = {
    type: 'TransformationEvent',
    bizStep: 'commissioning',
    disposition: 'in_progress',
    inputQuantityList: quantitiesOf(inputs),
    outputQuantityList: quantitiesOf([{ batch, quantity, unit }]),
    ...at(record.site),
    ilmd: { 'cbvmda:itemExpirationDate': record.usableUntil },
  };
  return [
    {
      event,
      seenBy: seenWith(made),
      batches: batchesOf([{ batch }, ...inputs]),
      stock: refsOf(made),
      taken: [],
    },
  ];
};

/** Goods of a shipment come onto the shelf. */
export const bookedIn: EventsOf = (act) => {
  const { batch, into, site, shipment } = act.command.payload as ReceivePayload;
  const made = madeOf(act, into ?? batch).filter(
    (parcel) => parcel.site === site && parcel.shipment === null,
  );
  if (made.length === 0) return [];
  const event = {
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: 'receiving',
    disposition: 'in_progress',
    ...whatOf(made),
    ...at(site),
    bizTransactionList: [{ type: 'desadv', bizTransaction: shipmentName(shipment) }],
  };
  return [{ event, seenBy: seenWith(made), batches: batchesOf(made), stock: refsOf(made), taken: [] }];
};

/** Stock ends. */
export const destroyed: EventsOf = (act) => {
  const { batch, quantity, unit, site, manifest } = act.command.payload as DestroyPayload;
  const spent = stockSpent(act);
  if (spent.length === 0) return [];
  const event = {
    type: 'ObjectEvent',
    action: 'DELETE',
    bizStep: 'destroying',
    disposition: 'destroyed',
    quantityList: quantitiesOf([{ batch, quantity, unit }]),
    readPoint: at(site)['readPoint'],
    ...(manifest === null ? {} : { bizTransactionList: [{ bizTransaction: manifestName(manifest) }] }),
  };
  return [{ event, seenBy: seenWith(spent), batches: [batch], stock: refsOf(spent), taken: [] }];
};
