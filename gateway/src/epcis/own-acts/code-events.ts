/** Codes as events: commissioned, packed, unpacked, dispensed, taken back, taken out. */
import type { AggregatePayload, OpenPayload } from '@yaosu/chaincode/model/code/container-acts';
import type { CommissionRecord, ObjectRecord, UnitRecord } from '@yaosu/chaincode/model/code/schemas';
import type { UNIT_FATES } from '@yaosu/chaincode/model/code/states';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { EventJson } from '@yaosu/chaincode/model/epcis/pre-hash';
import { batchesOf, PIECE, quantitiesOf } from './goods.js';
import { codeName } from './names.js';
import { at, type EventsOf, type OwnEvent, type Step } from './own-event.js';
import { stockAfter, stockSpent, writtenOf, type WrittenAct } from './written-act.js';

/** Packs get their codes: the commission, which stands for its list, and so many of the lot. */
export const commissioned: EventsOf = (act) => {
  const made = stockAfter(act).filter(({ container }) => container === act.command.cmd);
  return writtenOf<CommissionRecord>(act, 'com').map(({ batch, used, commission, root }) => ({
    event: {
      type: 'ObjectEvent',
      action: 'ADD',
      bizStep: 'commissioning',
      disposition: 'active',
      epcList: [codeName(commission)],
      quantityList: quantitiesOf([{ batch, quantity: String(used), unit: PIECE }]),
      ...at(String(act.command.payload['site'])),
      'yaosu:root': root,
    },
    seenBy: { batches: [batch] },
    batches: [batch],
    stock: made.map(({ parcel }) => parcel),
    taken: [],
  }));
};

const containerOf = (act: WrittenAct): ObjectRecord | undefined =>
  writtenOf<ObjectRecord>(act, 'obj').find(({ code }) => code === act.command.payload['container']);

const contained = (act: WrittenAct, event: EventJson, stock: readonly string[]): readonly OwnEvent[] => {
  const container = containerOf(act);
  if (container === undefined) return [];
  const batches = batchesOf(container.contents);
  return [{ event, seenBy: { batches }, batches, stock, taken: [] }];
};

/** What came out of containers goes by their codes, what was loose or of a commission by quantity of its lot. */
const childrenOf = (
  act: WrittenAct,
  { kind, contents }: Pick<ObjectRecord, 'kind' | 'contents'>,
): EventJson => {
  if (kind === 'pallet') {
    const cases = new Set(contents.flatMap(({ from }) => (from === null ? [] : [from])));
    return { childEPCs: [...cases].map(codeName) };
  }
  const told = act.command.payload as AggregatePayload | OpenPayload;
  const amounts = told.contents.map(({ batch, count }) => ({ batch, quantity: String(count), unit: PIECE }));
  return { childQuantityList: quantitiesOf(amounts) };
};

const aggregation =
  (
    action: 'ADD' | 'DELETE',
    step: Step,
    isAbout: (container: string | null, code: unknown) => boolean,
  ): EventsOf =>
  (act) => {
    const container = containerOf(act);
    if (container === undefined) return [];
    const { container: code, site } = act.command.payload;
    const event = {
      type: 'AggregationEvent',
      action,
      ...step,
      parentID: codeName(container.code),
      ...childrenOf(act, container),
      ...at(String(site)),
    };
    const stock = stockAfter(act).filter((parcel) => isAbout(parcel.container, code));
    return contained(
      act,
      event,
      stock.map(({ parcel }) => parcel),
    );
  };

/** Units go into a case, or containers onto a pallet. */
export const packed = aggregation(
  'ADD',
  { bizStep: 'packing', disposition: 'in_progress' },
  (container, code) => container === code,
);

/** A container is opened. */
export const unpacked = aggregation(
  'DELETE',
  { bizStep: 'unpacking', disposition: 'in_progress' },
  (container, code) => container !== code,
);

type Action = 'OBSERVE' | 'DELETE';

const unitEvent = (action: Action, stepOf: (unit: UnitRecord) => Step): EventsOf => {
  return (act) =>
    writtenOf<UnitRecord>(act, 'unit').map((unit) => ({
      event: {
        type: 'ObjectEvent',
        action,
        ...stepOf(unit),
        epcList: [codeName(unit.code)],
        ...at(String(act.command.payload['site'])),
      },
      seenBy: { records: [keyOf('unit', unit.code)] },
      batches: [unit.batch],
      stock: [],
      taken: stockSpent(act).map(({ parcel }) => parcel),
    }));
};

/** A pack goes to a patient. It may come back, so that this is no end of its code. */
export const dispensed = unitEvent('OBSERVE', () => ({ bizStep: 'dispensing', disposition: 'dispensed' }));

/** A pack comes back. */
export const takenBack = unitEvent('OBSERVE', () => ({ bizStep: 'receiving', disposition: 'returned' }));

const FATES: Readonly<Record<(typeof UNIT_FATES)[number], Step>> = {
  destroyed: { bizStep: 'destroying', disposition: 'destroyed' },
  damaged: { bizStep: 'decommissioning', disposition: 'damaged' },
  sampled: { bizStep: 'sampling', disposition: 'inactive' },
  lost: { bizStep: 'decommissioning', disposition: 'unknown' },
  stolen: { bizStep: 'decommissioning', disposition: 'stolen' },
};

/** A pack ends. */
export const takenOut = unitEvent('DELETE', ({ fate }) => FATES[fate ?? 'lost']);
