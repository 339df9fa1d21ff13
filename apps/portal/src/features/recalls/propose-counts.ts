/** Counts that the pages of a recall propose; whoever signs them may correct them. */
import { sumOf } from '@yaosu/chaincode/model/kernel/quantity';
import { NOTHING_COUNTED } from '@yaosu/chaincode/model/recall/nothing-counted';
import type { RecallCount } from '@yaosu/chaincode/model/recall/schemas';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';

type Recall = Pick<ReadAnswer<'recall'>, 'holders' | 'responses'>;
/** So much of a batch, on a shelf or on the way. */
export interface Held {
  readonly batch: string;
  readonly unit: string;
  readonly quantity: string;
}

/** Where something is in the end; what was forwarded is counted where it went. */
const ENDS = ['onHand', 'inTransit', 'returned', 'destroyed', 'used', 'lost', 'unaccounted'] as const;

const groupsOf = <T extends Pick<Held, 'batch' | 'unit'>>(rows: readonly T[]): (readonly T[])[] => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = `${row.batch} ${row.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
};

/** A holder's count of what it still has, one a batch and unit. */
export const proposeResponse = (held: readonly Held[]): readonly RecallCount[] =>
  groupsOf(held).map(([first, ...others]) => {
    const { batch = '', unit = '' } = first ?? {};
    const quantity = sumOf([first, ...others].map((line) => line?.quantity ?? '0'));
    return {
      batch,
      unit: unit as RecallCount['unit'],
      ...NOTHING_COUNTED,
      received: quantity,
      onHand: quantity,
    };
  });

/** What silent holders have by the ledger: unaccounted until they say more. */
const silentCounts = ({ holders }: Recall): readonly RecallCount[] =>
  holders
    .filter(({ response }) => response === null)
    .map(({ batch, unit, quantity }) => ({
      batch,
      unit: unit as RecallCount['unit'],
      ...NOTHING_COUNTED,
      unaccounted: quantity,
    }));

/** The reconciliation of a recall: all responses added up, by batch and unit. */
export const proposeReconciliation = (
  recall: Recall,
): readonly (RecallCount & { readonly reason: null })[] => {
  const counts = [...recall.responses.flatMap((response) => response.counts), ...silentCounts(recall)];
  return groupsOf(counts).map((group) => {
    const ends = Object.fromEntries(ENDS.map((end) => [end, sumOf(group.map((count) => count[end]))]));
    const total = { ...NOTHING_COUNTED, ...ends, received: sumOf(Object.values(ends)) };
    const { batch = '', unit = 'H87' } = group[0] ?? {};
    return { batch, unit, ...total, reason: null };
  });
};
