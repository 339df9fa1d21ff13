/** Terms on which a recall is opened, counted and closed. */
import type { BatchRecord } from '../../model/batch/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { DAY_MS, dayOf, later } from '../../model/kernel/time.js';
import { recallRecord, type RecallCount, type RecallRecord } from '../../model/recall/schemas.js';
import { clockOn, type RecallClass } from '../../model/recall/states.js';
import { assertBalanced } from '../../rules/recall/assert-balanced.js';
import { assertConcerned, type ActTransaction } from '../act-transaction.js';
import { isDrugAuthority } from '../authority/authority-of.js';
import { loadBatch } from '../goods/load-batch.js';
import { loadStop, membersInScope } from './closure.js';

/** A transaction about an investigation. */
export type OfInvestigation = ActTransaction<{ readonly investigation: string }>;

/** Due dates of a recall of this class, opened now. */
export const clockOf = (now: string, grade: RecallClass): RecallRecord['clock'] => {
  const clock = clockOn(dayOf(now));
  if (clock === undefined) throw new YaosuError('STATE_WRONG', { clock: dayOf(now) });
  return {
    edition: clock.edition,
    noticeDue: later(now, clock.noticeDays[grade] * DAY_MS),
    planDue: later(now, clock.planDays[grade] * DAY_MS),
    progressEveryDays: clock.progressDays[grade],
  };
};

const isMarketed = ({ kind, market }: BatchRecord): boolean => kind === 'packed' && market === 'released';

/** Marketed batches in scope and their one MAH. @throws RECALL_NOTHING_IN_SCOPE, RECALL_MAH_WRONG */
export const marketedInScope = async (
  tx: ActTransaction,
  investigation: string,
): Promise<{ readonly batches: readonly string[]; readonly mah: string }> => {
  const inScope: BatchRecord[] = [];
  for (const batch of await membersInScope(tx, investigation)) inScope.push(await loadBatch(tx, batch));
  const marketed = inScope.filter(isMarketed);
  const [first] = marketed;
  if (first === undefined) throw new YaosuError('RECALL_NOTHING_IN_SCOPE');
  const { mah } = first;
  if (mah === null || marketed.some((batch) => batch.mah !== mah)) throw new YaosuError('RECALL_MAH_WRONG');
  return { batches: marketed.map(({ batch }) => batch), mah };
};

/** Voluntary by the MAH itself, ordered by an authority under its number. @throws PARTY_NOT_CONCERNED, RECALL_ORDER_WRONG */
export const assertMayOpen = async (
  tx: ActTransaction<{ readonly kind: RecallRecord['kind']; readonly orderNo: string | null }>,
  mah: string,
): Promise<void> => {
  const { kind, orderNo } = tx.payload;
  const byAuthority = await isDrugAuthority(tx, 'opener');
  if ((kind === 'ordered') !== byAuthority || (kind === 'ordered') !== (orderNo !== null)) {
    throw new YaosuError('RECALL_ORDER_WRONG', { kind });
  }
  if (!byAuthority) assertConcerned(tx, 'opener', [mah]);
};

/** @throws INVESTIGATION_NOT_FOUND */
export const loadRecall = async (tx: OfInvestigation): Promise<RecallRecord> => {
  const recall = await tx.state.get(recallRecord, 'rec', tx.payload.investigation);
  if (recall === undefined) throw new YaosuError('INVESTIGATION_NOT_FOUND');
  return recall;
};

/** @throws RECALL_BATCH_NOT_IN_SCOPE */
export const assertInScope = (recall: RecallRecord, batches: readonly string[]): void => {
  const foreign = batches.find((batch) => !recall.batches.includes(batch));
  if (foreign !== undefined) throw new YaosuError('RECALL_BATCH_NOT_IN_SCOPE', { batch: foreign });
};

/** What is counted is counted in the unit of its batch. @throws UNIT_MISMATCH */
export const assertUnitOf = async (
  tx: ActTransaction,
  { batch, unit }: Pick<RecallCount, 'batch' | 'unit'>,
): Promise<void> => {
  const known = await loadBatch(tx, batch);
  if (known.unit !== unit) throw new YaosuError('UNIT_MISMATCH', { unit: known.unit });
};

type Close = ActTransaction<{
  readonly investigation: string;
  readonly counts: NonNullable<RecallRecord['reconciliation']>;
}>;

/** One balanced count for every recalled batch, and a reason for what is unaccounted. */
const assertReconciled = async (tx: Close, recall: RecallRecord): Promise<void> => {
  const { counts } = tx.payload;
  assertInScope(
    recall,
    counts.map(({ batch }) => batch),
  );
  for (const count of counts) {
    assertBalanced(count);
    await assertUnitOf(tx, count);
  }
  const missing = recall.batches.find((batch) => !counts.some((count) => count.batch === batch));
  const unexplained = counts.find(({ unaccounted, reason }) => unaccounted !== '0' && reason === null);
  if (missing !== undefined || unexplained !== undefined) {
    throw new YaosuError('RECALL_COUNT_INCOMPLETE', { batch: missing ?? unexplained?.batch ?? '' });
  }
};

/** Lifts what an investigation stopped. @throws RECALL_MEMBER_UNDECIDED */
export const liftStops = async (tx: OfInvestigation): Promise<void> => {
  const { investigation } = tx.payload;
  for (const batch of await membersInScope(tx, investigation)) {
    const stop = await loadStop(tx, investigation, batch);
    tx.state.put('stop', [batch, investigation], { ...stop, lifted: true });
  }
};

/** Closes a recall with its reconciliation. @throws RECALL_COUNT_INCOMPLETE, RECALL_COUNT_UNBALANCED, UNIT_MISMATCH */
export const closeRecall = async (tx: Close): Promise<void> => {
  const recall = await loadRecall(tx);
  await assertReconciled(tx, recall);
  const { counts } = tx.payload;
  tx.state.put('rec', [recall.recall], {
    ...recall,
    state: 'closed',
    closedAt: tx.now,
    reconciliation: counts,
  });
};
