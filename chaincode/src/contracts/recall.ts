import type { BatchRecord } from '../model/batch/schemas.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import { dayOf, later } from '../model/kernel/time.js';
import { recallActs } from '../model/recall/acts.js';
import {
  investigationRecord,
  recallMemberRecord,
  recallRecord,
  type InvestigationRecord,
  type RecallRecord,
} from '../model/recall/schemas.js';
import { clockOn, INVESTIGATION_ACTS, type RecallClass } from '../model/recall/states.js';
import { assertBalanced } from '../rules/recall/assert-balanced.js';
import { assertConcerned, signedByOf, signer, type ActTransaction } from './act-transaction.js';
import { authorityOf } from './authority/authority-of.js';
import { loadBatch } from './goods/load-batch.js';
import { newContract } from './new-contract.js';
import {
  areRootsSealed,
  assertDemanded,
  assertFrontierClosed,
  loadStop,
  membersInScope,
  putStop,
} from './recall/closure.js';

type OfInvestigation = ActTransaction<{ readonly investigation: string }>;

const DAY_MS = 86_400_000;

/** The investigation, in a state that allows the act. @throws INVESTIGATION_NOT_FOUND, STATE_WRONG */
const loadInvestigation = async (
  tx: OfInvestigation,
  act: keyof typeof INVESTIGATION_ACTS,
): Promise<InvestigationRecord> => {
  const { investigation } = tx.payload;
  const record = await tx.state.get(investigationRecord, 'inv', investigation);
  if (record === undefined) throw new YaosuError('INVESTIGATION_NOT_FOUND', { investigation });
  const allowed: readonly string[] = INVESTIGATION_ACTS[act];
  if (!allowed.includes(record.state)) throw new YaosuError('STATE_WRONG', { state: record.state });
  return record;
};

const isAuthority = async (tx: ActTransaction, role: string): Promise<boolean> =>
  (await authorityOf(tx, role))?.subject === 'drug';

/** Only the one who investigates, or an authority. @throws INVESTIGATION_FOREIGN */
const assertStarter = async (tx: ActTransaction, { starter }: InvestigationRecord): Promise<void> => {
  const { enterprise } = signer(tx, 'starter');
  if (enterprise !== starter && !(await isAuthority(tx, 'starter'))) {
    throw new YaosuError('INVESTIGATION_FOREIGN', { enterprise });
  }
};

const putInvestigation = (
  tx: ActTransaction,
  record: Omit<InvestigationRecord, 'v' | 'by'>,
  event: string,
): { key: string } => {
  tx.state.put('inv', [record.investigation], record);
  const key = keyOf('inv', record.investigation);
  tx.emit(event, [key]);
  return { key };
};

const clockOf = (now: string, grade: RecallClass): RecallRecord['clock'] => {
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
const marketedInScope = async (
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

/** Voluntary by the MAH itself, ordered by an authority under its number. @throws RECALL_MAH_WRONG, RECALL_ORDER_WRONG */
const assertMayOpen = async (
  tx: ActTransaction<{ readonly kind: RecallRecord['kind']; readonly orderNo: string | null }>,
  mah: string,
): Promise<void> => {
  const { kind, orderNo } = tx.payload;
  const byAuthority = await isAuthority(tx, 'opener');
  if ((kind === 'ordered') !== byAuthority || (kind === 'ordered') !== (orderNo !== null)) {
    throw new YaosuError('RECALL_ORDER_WRONG', { kind });
  }
  if (!byAuthority && signer(tx, 'opener').enterprise !== mah) throw new YaosuError('RECALL_MAH_WRONG');
};

const loadRecall = async (tx: OfInvestigation): Promise<RecallRecord> => {
  const recall = await tx.state.get(recallRecord, 'rec', tx.payload.investigation);
  if (recall === undefined) throw new YaosuError('INVESTIGATION_NOT_FOUND');
  return recall;
};

const assertInScope = (recall: RecallRecord, batches: readonly string[]): void => {
  const foreign = batches.find((batch) => !recall.batches.includes(batch));
  if (foreign !== undefined) throw new YaosuError('RECALL_BATCH_NOT_IN_SCOPE', { batch: foreign });
};

type Close = ActTransaction<{
  readonly investigation: string;
  readonly counts: NonNullable<RecallRecord['reconciliation']>;
}>;

/** One balanced count for every recalled batch, and a reason for what is unaccounted. */
const assertReconciled = (tx: Close, recall: RecallRecord): void => {
  const { counts } = tx.payload;
  assertInScope(
    recall,
    counts.map(({ batch }) => batch),
  );
  for (const count of counts) assertBalanced(count);
  const missing = recall.batches.find((batch) => !counts.some((count) => count.batch === batch));
  const unexplained = counts.find(({ unaccounted, reason }) => unaccounted !== '0' && reason === null);
  if (missing !== undefined || unexplained !== undefined) {
    throw new YaosuError('RECALL_COUNT_INCOMPLETE', { batch: missing ?? unexplained?.batch ?? '' });
  }
};

/** An investigation that ends without a recall lifts what it stopped. */
const closeWithoutRecall = async (tx: Close): Promise<void> => {
  const { investigation } = tx.payload;
  for (const batch of await membersInScope(tx, investigation)) {
    const stop = await loadStop(tx, investigation, batch);
    tx.state.put('stop', [batch, investigation], { ...stop, lifted: true });
  }
};

const closeRecall = async (tx: Close): Promise<void> => {
  const recall = await loadRecall(tx);
  assertReconciled(tx, recall);
  const { counts } = tx.payload;
  tx.state.put('rec', [recall.recall], {
    ...recall,
    state: 'closed',
    closedAt: tx.now,
    reconciliation: counts,
  });
};

/** Signals, investigations, recalls. */
export const RecallContract = newContract('Recall', recallActs, {
  signal: async (tx) => {
    const { payload, now } = tx;
    await loadBatch(tx, payload.batch);
    const signalledBy = signedByOf(tx, 'reporter');
    const signalled = { state: 'signalled', signalledBy, signalledAt: now } as const;
    const record = { ...payload, ...signalled, roots: [], starter: null, startedAt: null };
    return putInvestigation(tx, record, 'RecallSignalled');
  },

  investigate: async (tx) => {
    const record = await loadInvestigation(tx, 'investigate');
    const { roots } = tx.payload;
    for (const root of roots) {
      const { issuer, owner, manufacturer, mah } = await loadBatch(tx, root);
      if (!(await isAuthority(tx, 'starter')))
        assertConcerned(tx, 'starter', [issuer, owner, manufacturer, mah]);
    }
    const starter = signer(tx, 'starter').enterprise;
    const started = { roots, starter, startedAt: tx.now, state: 'investigating' } as const;
    return putInvestigation(tx, { ...record, ...started }, 'RecallInvestigated');
  },

  stop: async (tx) => {
    const record = await loadInvestigation(tx, 'stop');
    await assertStarter(tx, record);
    for (const batch of tx.payload.batches) {
      if (!record.roots.includes(batch)) throw new YaosuError('INVESTIGATION_NO_ROOT', { batch });
      await putStop(tx, record, batch);
    }
    return putInvestigation(tx, record, 'RecallStopped');
  },

  confirmStops: async (tx) => {
    const record = await loadInvestigation(tx, 'confirmStops');
    if (!(await isAuthority(tx, 'inspector'))) throw new YaosuError('PARTY_NOT_CONCERNED');
    for (const batch of tx.payload.batches) {
      const stop = await loadStop(tx, record.investigation, batch);
      tx.state.put('stop', [batch, record.investigation], { ...stop, provisional: false });
    }
    return putInvestigation(tx, record, 'RecallStopsConfirmed');
  },

  extend: async (tx) => {
    const record = await loadInvestigation(tx, 'extend');
    for (const edge of tx.payload.edges) await assertDemanded(tx, record.investigation, edge);
    for (const child of new Set(tx.payload.edges.map(({ to }) => to))) await putStop(tx, record, child);
    return putInvestigation(tx, record, 'RecallExtended');
  },

  seal: async (tx) => {
    const record = await loadInvestigation(tx, 'seal');
    const members = new Set(tx.payload.members);
    await assertFrontierClosed(tx, record.investigation, members);
    for (const batch of members) {
      const member = { investigation: record.investigation, batch, decision: null };
      tx.state.put('recb', [record.investigation, batch], member);
    }
    const state = (await areRootsSealed(tx, record, members)) ? 'sealed' : record.state;
    return putInvestigation(tx, { ...record, state }, 'RecallSealed');
  },

  decide: async (tx) => {
    const record = await loadInvestigation(tx, 'decide');
    await assertStarter(tx, record);
    const decidedBy = signedByOf(tx, 'starter');
    for (const { batch, verdict, reason } of tx.payload.decisions) {
      const member = await tx.state.get(recallMemberRecord, 'recb', record.investigation, batch);
      if (member === undefined) throw new YaosuError('RECALL_MEMBER_NOT_FOUND', { batch });
      const decision = { verdict, reason, decidedBy, at: tx.now };
      tx.state.put('recb', [record.investigation, batch], { ...member, decision });
      const stop = await loadStop(tx, record.investigation, batch);
      tx.state.put('stop', [batch, record.investigation], { ...stop, lifted: verdict === 'excluded' });
    }
    return putInvestigation(tx, record, 'RecallDecided');
  },

  open: async (tx) => {
    const record = await loadInvestigation(tx, 'open');
    const { investigation, ...terms } = tx.payload;
    const { batches, mah } = await marketedInScope(tx, investigation);
    await assertMayOpen(tx, mah);
    const openedBy = signedByOf(tx, 'opener');
    const opening = {
      opener: openedBy.enterprise,
      openedBy,
      openedAt: tx.now,
      clock: clockOf(tx.now, terms.class),
    };
    const open = { state: 'open', closedAt: null, reconciliation: null };
    tx.state.put('rec', [investigation], {
      recall: investigation,
      mah,
      batches,
      ...terms,
      ...opening,
      ...open,
    });
    return putInvestigation(tx, { ...record, state: 'recalling' }, 'RecallOpened');
  },

  respond: async (tx) => {
    const { investigation, stage, informed, counts } = tx.payload;
    const recall = await loadRecall(tx);
    assertInScope(
      recall,
      counts.map(({ batch }) => batch),
    );
    const respondedBy = signedByOf(tx, 'responder');
    const { enterprise } = respondedBy;
    if (recall.state === 'closed') tx.judgement.deviate('STATE_WRONG', enterprise);
    for (const count of counts) await tx.judgement.rule(enterprise, () => assertBalanced(count));
    const response = { recall: investigation, enterprise, respondedBy, at: tx.at, stage, informed, counts };
    tx.state.put('ans', [investigation, enterprise], response);
    tx.emit('RecallResponded', [keyOf('ans', investigation, enterprise)]);
    return { key: keyOf('ans', investigation, enterprise) };
  },

  close: async (tx) => {
    const record = await loadInvestigation(tx, 'close');
    await assertStarter(tx, record);
    await (record.state === 'recalling' ? closeRecall(tx) : closeWithoutRecall(tx));
    return putInvestigation(tx, { ...record, state: 'closed' }, 'RecallClosed');
  },
});
