/** I6 of parcels: a parcel is made of others, in the status that its act may give it. */
import { INSPECTIONS } from '@yaosu/chaincode/model/stock/inspections';
import type { ParcelRecord } from '@yaosu/chaincode/model/stock/schemas';
import { PARCEL_STATUSES, type ParcelStatus } from '@yaosu/chaincode/model/stock/states';
import { actOf, type Effect } from './history.js';
import type { Violation } from './violation.js';

type Change = (from: ParcelStatus, to: ParcelStatus) => boolean;

/** Act → changes that it makes of goods that were there; other acts leave the status alone. */
const CHANGES: Readonly<Record<string, Change>> = {
  'Stock.inspect': (from, to) => INSPECTIONS[from][to] !== undefined,
  // What a stocktake found in excess is looked at first.
  'Stock.adjust': (_, to) => to === 'quarantine',
  'Stock.receive': (from, to) => to === 'pending' || (from === 'pending' && to === 'quarantine'),
  'Shipment.receive': (_, to) => to === 'quarantine' || to === 'returned' || to === 'pending',
  'Telemetry.recordPages': (_, to) => to === 'pending',
  'Telemetry.reportLogger': (_, to) => to === 'pending',
  'Telemetry.dispose': (from) => from === 'pending',
};

/** Act → status of goods that were not there before. */
const BIRTHS: Readonly<Record<string, ParcelStatus>> = {
  'Batch.register': 'quarantine',
  'Batch.transform': 'quarantine',
  'Code.reverse': 'returned',
};

const isLegal = (act: string, parcel: ParcelRecord, sources: readonly ParcelRecord[]): boolean => {
  const birth = BIRTHS[act];
  if (birth !== undefined && !sources.some(({ batch }) => batch === parcel.batch))
    return parcel.status === birth;
  if (sources.length === 0) return false;
  return sources.every(
    ({ status }) => status === parcel.status || CHANGES[act]?.(status, parcel.status) === true,
  );
};

/** What is wrong with a parcel that is written. */
const faultOf = (
  act: string,
  key: string,
  parcel: ParcelRecord,
  parcels: ReadonlyMap<string, ParcelRecord>,
): string | undefined => {
  const before = parcels.get(key);
  const sources = parcel.from.flatMap((ref) => parcels.get(`parcel~${ref}`) ?? []);
  const isKnown = PARCEL_STATUSES.includes(parcel.status);
  const legal = before === undefined ? isLegal(act, parcel, sources) : before.status === parcel.status;
  if (isKnown && legal) return undefined;
  const from = before === undefined ? sources.map(({ status }) => status).join() : before.status;
  return `${key} from ${from || 'nothing'} to ${parcel.status}`;
};

/** I6 over parcels: births, what becomes of goods, and that a parcel that is there keeps its status. */
export const checkParcelStatus = (history: readonly Effect[]): readonly Violation[] => {
  const parcels = new Map<string, ParcelRecord>();
  const violations: Violation[] = [];
  for (const effect of history) {
    const act = actOf(effect);
    for (const { type, key, value } of effect.writes) {
      if (type !== 'parcel' || value === undefined) continue;
      const parcel = value as unknown as ParcelRecord;
      const fault = faultOf(act, key, parcel, parcels);
      if (fault !== undefined) violations.push({ invariant: 'I6', what: `${act} ${effect.txId}: ${fault}` });
      parcels.set(key, parcel);
    }
  }
  return violations;
};
