import type { BatchRecord } from '../model/batch/schemas.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import { recallActs } from '../model/recall/acts.js';
import {
  investigationRecord,
  recallMemberRecord,
  type InvestigationRecord,
} from '../model/recall/schemas.js';
import { INVESTIGATION_ACTS } from '../model/recall/states.js';
import { assertBalanced } from '../rules/recall/assert-balanced.js';
import { assertConcerned, signedByOf, signer, type ActTransaction } from './act-transaction.js';
import { isDrugAuthority } from './authority/authority-of.js';
import { loadBatch } from './goods/load-batch.js';
import { newContract } from './new-contract.js';
import { areRootsSealed, assertDemanded, assertFrontierClosed, loadStop, putStop } from './recall/closure.js';
import {
  assertInScope,
  assertMayOpen,
  assertUnitOf,
  clockOf,
  closeRecall,
  liftStops,
  loadRecall,
  marketedInScope,
  type OfInvestigation,
} from './recall/terms.js';

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

/** Who answers for a batch, sorted. */
const concernedBy = ({ issuer, owner, manufacturer, mah }: BatchRecord): string[] =>
  [...new Set([issuer, owner, manufacturer, ...(mah === null ? [] : [mah])])].sort();

const REPORTED_TO: InvestigationRecord['reportedTo'] = ['drug'];

/** Only the one who investigates, or an authority. @throws PARTY_NOT_CONCERNED */
const assertStarter = async (tx: ActTransaction, { starter }: InvestigationRecord): Promise<void> => {
  const { enterprise } = signer(tx, 'starter');
  if (enterprise !== starter && !(await isDrugAuthority(tx, 'starter'))) {
    throw new YaosuError('PARTY_NOT_CONCERNED', { enterprise });
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

/** Signals, investigations, recalls. */
export const RecallContract = newContract('Recall', recallActs, {
  signal: async (tx) => {
    const { payload, now } = tx;
    const concerned = concernedBy(await loadBatch(tx, payload.batch));
    const signalledBy = signedByOf(tx, 'reporter');
    const signalled = { state: 'signalled', signalledBy, signalledAt: now } as const;
    const unstarted = { roots: [], starter: null, startedAt: null };
    const record = { ...payload, ...signalled, ...unstarted, concerned, reportedTo: REPORTED_TO };
    return putInvestigation(tx, record, 'RecallSignalled');
  },

  investigate: async (tx) => {
    const record = await loadInvestigation(tx, 'investigate');
    const { roots } = tx.payload;
    const byAuthority = await isDrugAuthority(tx, 'starter');
    const concerned = new Set(record.concerned);
    for (const root of roots) {
      const answering = concernedBy(await loadBatch(tx, root));
      if (!byAuthority) assertConcerned(tx, 'starter', answering);
      for (const enterprise of answering) concerned.add(enterprise);
    }
    const starter = signer(tx, 'starter').enterprise;
    const start = { roots, starter, startedAt: tx.now, state: 'investigating' } as const;
    const started = { ...start, concerned: [...concerned].sort() };
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
    if (!(await isDrugAuthority(tx, 'inspector'))) throw new YaosuError('PARTY_NOT_CONCERNED');
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
      drill: record.drill,
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
    for (const count of counts) {
      await tx.judgement.rule(enterprise, () => assertBalanced(count));
      await tx.judgement.rule(enterprise, () => assertUnitOf(tx, count));
    }
    const response = { recall: investigation, enterprise, respondedBy, at: tx.at, stage, informed, counts };
    tx.state.put('ans', [investigation, enterprise], response);
    tx.emit('RecallResponded', [keyOf('ans', investigation, enterprise)]);
    return { key: keyOf('ans', investigation, enterprise) };
  },

  close: async (tx) => {
    const record = await loadInvestigation(tx, 'close');
    await assertStarter(tx, record);
    const isRecall = record.state === 'recalling';
    if (isRecall) await closeRecall(tx);
    if (!isRecall || record.drill) await liftStops(tx);
    return putInvestigation(tx, { ...record, state: 'closed' }, 'RecallClosed');
  },
});
