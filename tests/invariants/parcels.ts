/** I5: what is made is there or was spent, per batch and unit, in every transaction and in the end. */
import { toMillionths } from '@yaosu/chaincode/model/kernel/quantity';
import type { ParcelRecord } from '@yaosu/chaincode/model/stock/schemas';
import { actOf, type Effect } from './history.js';
import { addTo, placeOf, saidBy, signed, type Amounts } from './quantities.js';
import type { Violation } from './violation.js';

type Parcels = Map<string, ParcelRecord>;

const FIXED = ['batch', 'quantity', 'unit', 'owner', 'from'] as const;

/** What may not happen to a parcel that is there: another quantity, another batch, a second spending. */
const faultOf = (before: ParcelRecord, after: ParcelRecord, cmd: string | undefined): string | undefined => {
  if (before.spentBy !== null) return 'was written after it was spent';
  const changed = FIXED.find((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  if (changed !== undefined) return `has another ${changed}`;
  if (after.spentBy !== null && after.spentBy !== cmd) return 'was spent by another command than its own';
  return undefined;
};

const amountOf = ({ quantity }: ParcelRecord): bigint => toMillionths(quantity);

/** One transaction's parcels: what they come to, and what is wrong with each. */
const bookEffect = ({ command, writes }: Effect, parcels: Parcels, say: (what: string) => void): Amounts => {
  const balance: Amounts = new Map();
  for (const { type, key, value } of writes) {
    if (type !== 'parcel') continue;
    if (value === undefined) {
      say(`${key} was deleted`);
      continue;
    }
    const after = value as unknown as ParcelRecord;
    const before = parcels.get(key);
    const place = placeOf(after.batch, after.unit);
    if (before === undefined) {
      addTo(balance, place, amountOf(after));
      if (after.spentBy !== null) say(`${key} was born spent`);
    } else {
      const fault = faultOf(before, after, command?.cmd);
      if (fault !== undefined) say(`${key} ${fault}`);
      if (before.spentBy === null && after.spentBy !== null) addTo(balance, place, -amountOf(before));
    }
    parcels.set(key, after);
  }
  return balance;
};

const differences = (is: Amounts, should: Amounts): readonly string[] =>
  [...new Set([...is.keys(), ...should.keys()])]
    .filter((place) => (is.get(place) ?? 0n) !== (should.get(place) ?? 0n))
    .map((place) => `${place} by ${signed(is.get(place) ?? 0n)}, not ${signed(should.get(place) ?? 0n)}`);

/** What unspent parcels come to. */
const existing = (parcels: Parcels): Amounts => {
  const amounts: Amounts = new Map();
  for (const parcel of parcels.values())
    if (parcel.spentBy === null) addTo(amounts, placeOf(parcel.batch, parcel.unit), amountOf(parcel));
  return amounts;
};

/** I5 over the write sets: every transaction changes stock by what its signed command says, and the sums agree. */
export const checkParcels = (history: readonly Effect[]): readonly Violation[] => {
  const violations: Violation[] = [];
  const parcels: Parcels = new Map();
  const total: Amounts = new Map();
  for (const effect of history) {
    const say = (what: string): void =>
      void violations.push({ invariant: 'I5', what: `${actOf(effect)} ${effect.txId}: ${what}` });
    const said = saidBy(effect);
    for (const what of differences(bookEffect(effect, parcels, say), said)) say(`stock changed: ${what}`);
    for (const [place, millionths] of said) addTo(total, place, millionths);
  }
  for (const what of differences(existing(parcels), total))
    violations.push({ invariant: 'I5', what: `in the end: ${what}` });
  return violations;
};
