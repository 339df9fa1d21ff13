/** The closure of an investigation: stops, their extension level by level, and the proof that none is missing. */
import { edgeRecord, stopRecord, type StopRecord } from '../../model/batch/goods-schemas.js';
import type { BatchRecord } from '../../model/batch/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { recallMemberRecord, type InvestigationRecord } from '../../model/recall/schemas.js';
import { stopBinds } from '../../rules/stock/assert-usable.js';
import type { ActTransaction } from '../act-transaction.js';
import { loadBatch } from '../goods/load-batch.js';

/** Whether an enterprise stops its own goods: what it owns, and drugs that it answers for as the MAH. */
const isOwn = (batch: BatchRecord, enterprise: string): boolean =>
  batch.owner === enterprise ||
  (batch.mah === enterprise && (batch.kind === 'packed' || batch.kind === 'bulk'));

/** A stop binds at once, a drill's in its investigation alone; outside the starter's own goods it is provisional unless an authority started. */
export const putStop = async (
  tx: ActTransaction,
  { investigation, starter, drill }: InvestigationRecord,
  batch: string,
): Promise<void> => {
  const record = await loadBatch(tx, batch);
  const isAuthority = starter !== null && (await tx.state.has('role', starter, 'authority'));
  const provisional = !isAuthority && !isOwn(record, starter ?? '');
  const stop = { batch, investigation, placedAt: tx.now, provisional, lifted: false, drill };
  tx.state.put('stop', [batch, investigation], stop);
};

/** The stop of a batch in this investigation. @throws STOP_NOT_FOUND */
export const loadStop = async (
  { state }: ActTransaction,
  investigation: string,
  batch: string,
): Promise<StopRecord> => {
  const stop = await state.get(stopRecord, 'stop', batch, investigation);
  if (stop === undefined) throw new YaosuError('STOP_NOT_FOUND', { batch });
  return stop;
};

/** The child of a stopped batch is demanded to be stopped, once. @throws STOP_NOT_DEMANDED */
export const assertDemanded = async (
  tx: ActTransaction,
  investigation: string,
  edge: { readonly from: string; readonly to: string },
): Promise<void> => {
  const parent = await tx.state.get(stopRecord, 'stop', edge.from, investigation);
  const isDemanded =
    parent !== undefined &&
    stopBinds(parent, tx.now) &&
    (await tx.state.has('edge', 'f', edge.from, edge.to)) &&
    !(await tx.state.has('stop', edge.to, investigation));
  if (!isDemanded) throw new YaosuError('STOP_NOT_DEMANDED', edge);
};

/**
 * Every child of a member is a member, of this part or an earlier one. Parts go from the leaves to the roots, so
 * that sealed roots mean a complete closure; and since members are stopped, nothing grows under them meanwhile. Under
 * those of a drill it may: its closure is that of the moment of sealing.
 * @throws STOP_NOT_FOUND, SEAL_FRONTIER_OPEN
 */
export const assertFrontierClosed = async (
  tx: ActTransaction,
  investigation: string,
  members: ReadonlySet<string>,
): Promise<void> => {
  for (const member of members) {
    const stop = await loadStop(tx, investigation, member);
    if (!stopBinds(stop, tx.now)) throw new YaosuError('STOP_NOT_FOUND', { batch: member });
    for (const { to } of await tx.state.range(edgeRecord, 'edge', 'f', member)) {
      const isSealed = members.has(to) || (await tx.state.has('recb', investigation, to));
      if (!isSealed) throw new YaosuError('SEAL_FRONTIER_OPEN', { batch: to });
    }
  }
};

/** Whether all roots are members, now or since an earlier part. */
export const areRootsSealed = async (
  tx: ActTransaction,
  { investigation, roots }: InvestigationRecord,
  members: ReadonlySet<string>,
): Promise<boolean> => {
  for (const root of roots) {
    if (!members.has(root) && !(await tx.state.has('recb', investigation, root))) return false;
  }
  return true;
};

/** Batches of the closure that were decided to be in scope. @throws RECALL_MEMBER_UNDECIDED */
export const membersInScope = async (
  tx: ActTransaction,
  investigation: string,
): Promise<readonly string[]> => {
  const members = await tx.state.range(recallMemberRecord, 'recb', investigation);
  const undecided = members.find(({ decision }) => decision === null);
  if (undecided !== undefined) throw new YaosuError('RECALL_MEMBER_UNDECIDED', { batch: undecided.batch });
  return members.filter(({ decision }) => decision?.verdict === 'inScope').map(({ batch }) => batch);
};
