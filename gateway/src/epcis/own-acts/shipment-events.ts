/** Shipments as events: loaded, handed over, arrived, accepted. */
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { shipmentRecord, type ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import { SALE_PURPOSES } from '@yaosu/chaincode/model/shipment/states';
import { directedTo } from '@yaosu/chaincode/rules/shipment/redirects';
import type { ParcelRecord } from '@yaosu/chaincode/model/stock/schemas';
import { batchesOf, quantitiesOf, whatOf } from './goods.js';
import { shipmentName } from './names.js';
import { at, sideOf, type EventsOf, type Step } from './own-event.js';
import { stockAfter, writtenOf, type WrittenAct } from './written-act.js';

/** The shipment as it was sent when the act happened. */
const shipmentOf = (act: WrittenAct): ShipmentRecord | undefined => {
  const { shipment } = act.command.payload;
  const found = writtenOf<ShipmentRecord>(act, 'ship').find((each) => each.shipment === shipment);
  if (found === undefined) return undefined;
  const redirects = shipmentRecord.shape.redirects.parse(found.redirects);
  return { ...found, to: directedTo({ ...found, redirects }, act.at) };
};

/** Who sells to whom; on the way of goods that stay their owner's, both are that owner. */
const sidesOf = ({ purpose, owner, from, to, consignee }: ShipmentRecord) => ({
  sourceList: sideOf('source', owner, from),
  destinationList: sideOf('destination', SALE_PURPOSES.includes(purpose) ? consignee : owner, to),
});

const shipmentEvent =
  (
    stageOf: (shipment: ShipmentRecord) => Step,
    siteOf: (shipment: ShipmentRecord, act: WrittenAct) => string | null,
    isMoved: (parcel: ParcelRecord, shipment: ShipmentRecord) => boolean,
  ): EventsOf =>
  (act) => {
    const shipment = shipmentOf(act);
    if (shipment === undefined) return [];
    const stock = stockAfter(act).filter((parcel) => isMoved(parcel, shipment));
    const what = stock.length > 0 ? whatOf(stock) : { quantityList: quantitiesOf(shipment.lines) };
    const site = siteOf(shipment, act);
    const event = {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      ...stageOf(shipment),
      ...what,
      ...(site === null ? {} : { readPoint: at(site)['readPoint'] }),
      bizTransactionList: [{ type: 'desadv', bizTransaction: shipmentName(shipment.shipment) }],
      ...sidesOf(shipment),
    };
    return [
      {
        event,
        seenBy: { records: [keyOf('ship', shipment.shipment)] },
        batches: batchesOf(shipment.lines),
        stock: stock.map(({ parcel }) => parcel),
        taken: [],
      },
    ];
  };

const onBoard = (parcel: ParcelRecord, { shipment }: ShipmentRecord): boolean => parcel.shipment === shipment;
const LOADING: Step = { bizStep: 'loading', disposition: 'in_progress' };
const SHIPPING: Step = { bizStep: 'shipping', disposition: 'in_transit' };
const TRANSPORTING: Step = { bizStep: 'transporting', disposition: 'in_transit' };
const ARRIVING: Step = { bizStep: 'arriving', disposition: 'in_transit' };
const ACCEPTING: Step = { bizStep: 'accepting', disposition: 'in_progress' };

/** Goods leave the shelf for a shipment. */
export const loaded = shipmentEvent(
  () => LOADING,
  ({ from }) => from,
  onBoard,
);

/** The consignor gives the goods away: they are shipped; after that one carrier gives them to the next. */
export const handedOver = shipmentEvent(
  ({ handOvers }) => (handOvers === 1 ? SHIPPING : TRANSPORTING),
  ({ handOvers, from }, { command }) =>
    (command.payload['at'] as string | null) ?? (handOvers === 1 ? from : null),
  onBoard,
);

/** The driver is there. */
export const arrived = shipmentEvent(
  () => ARRIVING,
  (_, { command }) => String(command.payload['site']),
  () => false,
);

/** The consignee has counted and taken the goods; what is missing stays on the way. */
export const accepted = shipmentEvent(
  () => ACCEPTING,
  ({ to }) => to,
  (parcel, { to }) => parcel.site === to,
);
