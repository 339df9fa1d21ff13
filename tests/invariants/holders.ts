/** I7: goods have one holder, who changes by an act that both holders signed; a container's goods are in one place. */
import { toMillionths } from '@yaosu/chaincode/model/kernel/quantity';
import type { ObjectRecord } from '@yaosu/chaincode/model/code/schemas';
import type { ParcelRecord } from '@yaosu/chaincode/model/stock/schemas';
import { actOf, type Effect } from './history.js';
import type { Violation } from './violation.js';

interface Seen {
  readonly parcels: Map<string, ParcelRecord>;
  readonly objects: Map<string, ObjectRecord>;
  readonly enterprises: Set<string>;
}

/** Whose hands a parcel came from: its own former holder, or that of what it was made of. */
const holdersBefore = (key: string, parcel: ParcelRecord, { parcels }: Seen): readonly string[] => {
  const before = parcels.get(key);
  if (before !== undefined) return [before.holder];
  return parcel.from.flatMap((ref) => parcels.get(`parcel~${ref}`)?.holder ?? []);
};

const faultOf = ({ command }: Effect, key: string, parcel: ParcelRecord, seen: Seen): string | undefined => {
  const { holder } = parcel;
  if (!seen.enterprises.has(holder)) return `is held by ${holder}, whom nobody knows`;
  const signed = (command?.parties ?? []).map(({ enterprise }) => enterprise);
  const before = holdersBefore(key, parcel, seen).filter((each) => each !== holder);
  const unsigned = before.flatMap((each) => [each, holder]).find((each) => !signed.includes(each));
  return unsigned === undefined ? undefined : `passes to ${holder} without the signature of ${unsigned}`;
};

const note = (effect: Effect, seen: Seen, violations: Violation[]): void => {
  for (const { type, key, parts, value } of effect.writes) {
    if (type === 'ent') seen.enterprises.add(parts[0] ?? '');
    if (type === 'obj' && value !== undefined)
      seen.objects.set(parts[0] ?? '', value as unknown as ObjectRecord);
    if (type !== 'parcel' || value === undefined) continue;
    const parcel = value as unknown as ParcelRecord;
    const fault = faultOf(effect, key, parcel, seen);
    if (fault !== undefined)
      violations.push({ invariant: 'I7', what: `${actOf(effect)} ${effect.txId}: ${key} ${fault}` });
    seen.parcels.set(key, parcel);
  }
};

const unitsIn = (parcels: readonly ParcelRecord[]): bigint =>
  parcels.reduce((sum, { quantity }) => sum + toMillionths(quantity), 0n);

/** What is wrong with the goods under one container's code. */
const faultsOfContainer = (
  code: string,
  parcels: readonly ParcelRecord[],
  objects: Seen['objects'],
): readonly string[] => {
  const object = objects.get(code);
  if (object === undefined) return ['goods under a code that is on no list'];
  const faults: string[] = [];
  const places = new Set(parcels.map(({ holder, site, shipment }) => [holder, site, shipment].join()));
  if (object.kind !== 'commission' && places.size > 1) faults.push('goods in two places at once');
  if (object.parent !== null) faults.push('goods of its own although it stands in another container');
  if (object.state === 'opened') faults.push('goods although it was opened');
  const packed = object.contents.reduce((sum, { count }) => sum + toMillionths(String(count)), 0n);
  if (unitsIn(parcels) > packed) faults.push('more goods than went into it');
  return faults;
};

const byContainer = (parcels: Iterable<ParcelRecord>): ReadonlyMap<string, readonly ParcelRecord[]> => {
  const found = new Map<string, ParcelRecord[]>();
  for (const parcel of parcels) {
    if (parcel.container === null || parcel.spentBy !== null) continue;
    found.set(parcel.container, [...(found.get(parcel.container) ?? []), parcel]);
  }
  return found;
};

/** I7 over the write sets, and over what there is in the end. */
export const checkHolders = (history: readonly Effect[]): readonly Violation[] => {
  const seen: Seen = { parcels: new Map(), objects: new Map(), enterprises: new Set() };
  const violations: Violation[] = [];
  for (const effect of history) note(effect, seen, violations);
  for (const [code, parcels] of byContainer(seen.parcels.values())) {
    for (const fault of faultsOfContainer(code, parcels, seen.objects))
      violations.push({ invariant: 'I7', what: `obj~${code}: ${fault}` });
  }
  return violations;
};
