/** Act → the bill (单据) that it is for a trace platform. Acts that no coded pack moves by are none. */
import type { OpenPayload } from '@yaosu/chaincode/model/code/container-acts';
import type { CommissionRecord, ObjectRecord, UnitRecord } from '@yaosu/chaincode/model/code/schemas';
import type { UNIT_FATES } from '@yaosu/chaincode/model/code/states';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { ShipmentRecord } from '@yaosu/chaincode/model/shipment/schemas';
import type { DestroyPayload } from '@yaosu/chaincode/model/stock/consumption-acts';
import type { ReceivePayload } from '@yaosu/chaincode/model/stock/receipt-acts';
import type { ParcelRecord } from '@yaosu/chaincode/model/stock/schemas';
import type { Purpose } from '@yaosu/chaincode/model/stock/states';
import type { BillKindName, PackLevel } from '../api/bill-kinds.js';
import type { BillLine } from '../db/bill-tables.js';
import { stockAfter, stockSpent, writtenOf, type WrittenAct } from '../epcis/own-acts/written-act.js';

/** What a bill needs beside the act, all of which never changes once it is there. */
export interface Known {
  /** Lots of which packs got codes. */
  readonly coded: ReadonlySet<string>;
  /** Container → what it is. */
  readonly levels: ReadonlyMap<string, ObjectRecord['kind']>;
  readonly shipments: ReadonlyMap<string, KnownShipment>;
}

/** Of a shipment that goods were booked in from. */
export interface KnownShipment extends Pick<ShipmentRecord, 'purpose' | 'consignor'> {
  /** Who sent the load back, when it is a return of one. */
  readonly refusedBy: string | null;
}

/** A bill as an act makes it. */
export interface OwnBill {
  readonly kind: BillKindName;
  /** Whose it is. */
  readonly enterprise: string;
  /** The other side; null where there is none. */
  readonly partner: string | null;
  /** The record that it is about. */
  readonly subject: string;
  /** Code of the pack, of a bill about a single one. */
  readonly unit: string | null;
  readonly lines: readonly BillLine[];
}

/** Makes the bill of an act; undefined when it is none. */
export type BillOf = (act: WrittenAct, known: Known) => OwnBill | undefined;

const PIECE = 'H87';

/** Packs with codes, by what they move under; what never got codes is no business of the platform. */
const linesOf = (parcels: readonly ParcelRecord[], { coded, levels }: Known): readonly BillLine[] =>
  parcels
    .filter(({ batch, container }) => container !== null || coded.has(batch))
    .map(({ container: code, batch, quantity, unit }) => {
      const level: PackLevel = code === null ? 'loose' : (levels.get(code) ?? 'loose');
      return { code, level, batch, quantity, unit };
    });

const whole = (bill: OwnBill): OwnBill | undefined => (bill.lines.length === 0 ? undefined : bill);

/** Purpose of a way → what it is for who sends and for who books in; null: the platform knows no such bill. */
const WAYS: Readonly<
  Record<Purpose, { readonly out: BillKindName | null; readonly in: BillKindName | null }>
> = {
  sale: { out: 'saleOut', in: 'purchaseIn' },
  dispense: { out: 'saleOut', in: 'purchaseIn' },
  transferUnderQuarantine: { out: 'transferOut', in: 'transferIn' },
  returnToSupplier: { out: 'returnOut', in: 'returnIn' },
  customerReturn: { out: 'returnOut', in: 'returnIn' },
  recallReturn: { out: 'recallOut', in: 'recallIn' },
  sample: { out: 'sampleOut', in: null },
  // Reported when the goods end, by `Stock.destroy`.
  destruction: { out: null, in: null },
  export: { out: null, in: null },
  use: { out: null, in: null },
};

/** The first hand-over: goods leave the consignor. A load that was refused at the door never came in, and does not go out. */
const sentOut: BillOf = (act, known) => {
  const { shipment: id } = act.command.payload;
  const ship = writtenOf<ShipmentRecord>(act, 'ship').find(({ shipment }) => shipment === id);
  if (ship?.handOvers !== 1 || ship.returns !== null) return undefined;
  const kind = WAYS[ship.purpose].out;
  if (kind === null) return undefined;
  const onBoard = stockAfter(act).filter(({ shipment }) => shipment === id);
  const { consignor: enterprise, consignee: partner } = ship;
  const subject = keyOf('ship', ship.shipment);
  return whole({ kind, enterprise, partner, subject, unit: null, lines: linesOf(onBoard, known) });
};

/** Goods of a received shipment are booked in. */
const bookedIn: BillOf = (act, known) => {
  const { shipment, holder, batch, into, site } = act.command.payload as ReceivePayload;
  const ship = known.shipments.get(shipment);
  const kind = ship === undefined ? null : WAYS[ship.purpose].in;
  if (ship === undefined || kind === null) return undefined;
  const made = stockAfter(act).filter(
    (parcel) => parcel.batch === (into ?? batch) && parcel.site === site && parcel.shipment === null,
  );
  const lines = linesOf(
    made.map((parcel) => ({ ...parcel, batch })),
    known,
  );
  const partner = ship.refusedBy ?? ship.consignor;
  return whole({ kind, enterprise: holder, partner, subject: keyOf('ship', shipment), unit: null, lines });
};

/** Packs got their codes. */
const produced: BillOf = (act) => {
  const [com] = writtenOf<CommissionRecord>(act, 'com');
  if (com === undefined) return undefined;
  const { commission, batch, used, enterprise } = com;
  const line = { code: commission, level: 'commission', batch, quantity: String(used), unit: PIECE } as const;
  const subject = keyOf('com', batch, commission);
  return { kind: 'productionIn', enterprise, partner: null, subject, unit: null, lines: [line] };
};

/** Loose stock of a coded lot ended. */
const destroyed: BillOf = (act, { coded }) => {
  const { holder: enterprise, batch, quantity, unit } = act.command.payload as DestroyPayload;
  if (!coded.has(batch) || stockSpent(act).length === 0) return undefined;
  const lines = [{ code: null, level: 'loose', batch, quantity, unit }] as const;
  return { kind: 'destroyOut', enterprise, partner: null, subject: keyOf('batch', batch), unit: null, lines };
};

const ofUnit =
  (kindOf: (unit: UnitRecord) => BillKindName | null): BillOf =>
  (act) => {
    const [unit] = writtenOf<UnitRecord>(act, 'unit');
    const kind = unit === undefined ? null : kindOf(unit);
    if (unit === undefined || kind === null) return undefined;
    const { code, batch, enterprise } = unit;
    const lines = [{ code, level: 'pack', batch, quantity: '1', unit: PIECE }] as const;
    return { kind, enterprise, partner: null, subject: keyOf('unit', code), unit: code, lines };
  };

/** Why a pack was taken out → its bill; what was lost or stolen the platform has no bill for. */
const FATES: Readonly<Record<(typeof UNIT_FATES)[number], BillKindName | null>> = {
  destroyed: 'destroyOut',
  damaged: 'damageOut',
  sampled: 'sampleOut',
  lost: null,
  stolen: null,
};

/** A container is opened into loose packs; a pallet is opened into containers, which is none. */
const unpacked: BillOf = (act) => {
  const { container, holder: enterprise, contents } = act.command.payload as OpenPayload;
  const opened = writtenOf<ObjectRecord>(act, 'obj').find(({ code }) => code === container);
  if (opened === undefined || opened.kind === 'pallet') return undefined;
  const { kind: level } = opened;
  const lines = contents.map(({ batch, count }) => {
    return { code: container, level, batch, quantity: String(count), unit: PIECE };
  });
  return { kind: 'unpack', enterprise, partner: null, subject: keyOf('obj', container), unit: null, lines };
};

/** By contract and act, as transactions name them: at most one bill an act. */
export const BILLS_OF_ACTS: Readonly<Record<string, BillOf>> = {
  'Code:commission': produced,
  'Code:disaggregate': unpacked,
  'Code:dispense': ofUnit(() => 'dispense'),
  'Code:recordDispensed': ofUnit(() => 'dispense'),
  'Code:reverse': ofUnit(() => 'reversal'),
  'Code:decommission': ofUnit(({ fate }) => (fate === null ? null : FATES[fate])),
  'Shipment:handOver': sentOut,
  'Stock:receive': bookedIn,
  'Stock:destroy': destroyed,
};
