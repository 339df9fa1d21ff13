import { assertOwn, signedByOf, type ActTransaction } from './act-transaction.js';
import { policyOf } from './goods/hosts.js';
import { blocksOf, loadBatch } from './goods/load-batch.js';
import { newContract } from './new-contract.js';
import { assertCdmo, assertLicensed } from './task/assert-cdmo.js';
import { saveTask, stepTask, type OnTask } from './task/load-task.js';
import { assertSealed, putTerms } from './task/terms.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import { taskActs } from '../model/task/acts.js';
import type { DeliveryLines, TaskRecord } from '../model/task/schemas.js';
import { assertUnblocked, assertUnexpired } from '../rules/stock/assert-usable.js';
import { assertDays } from '../rules/task/assert-dates.js';
import { assertMadeFor, assertWithinTask } from '../rules/task/assert-delivery.js';

type Role = 'client' | 'cdmo';
type Signed = NonNullable<TaskRecord['progress']>['by'];

const signedAt = (tx: ActTransaction, role: Role): { by: Signed; at: string } => ({
  by: signedByOf(tx, role),
  at: tx.now,
});

/** Every batch was made for the client by the CDMO, and may go out. @throws as the rules of delivery, BATCH_… */
const assertDeliverable = async (tx: OnTask, task: TaskRecord, lines: DeliveryLines): Promise<void> => {
  assertWithinTask(task, lines);
  for (const { batch } of lines) {
    const record = await loadBatch(tx, batch);
    assertMadeFor(task, record);
    if (record.disposition !== 'released') throw new YaosuError('BATCH_NOT_RELEASED', { batch });
    assertUnblocked(record, await blocksOf(tx, batch), tx.at);
    assertUnexpired(record, tx.at);
  }
};

/** Tasks between client and CDMO. */
export const TaskContract = newContract('Task', taskActs, {
  sealTerms: async (tx) => {
    const { client, cdmo, terms } = tx.payload;
    assertOwn(tx, 'client', client);
    await assertCdmo(tx, cdmo);
    await putTerms(tx, client, terms);
    return { key: keyOf('terms', client, terms.sealed) };
  },

  offer: async (tx) => {
    const { task, client, cdmo, site, startOn, deliverBy, terms } = tx.payload;
    assertOwn(tx, 'client', client);
    assertDays(startOn, deliverBy, tx.now);
    await assertCdmo(tx, cdmo);
    await assertLicensed(tx, cdmo, site);
    await assertSealed(tx, cdmo, terms);
    const untold = { answered: null, progress: null, delivery: null, settled: null };
    const offered = { ...tx.payload, state: 'offered', offered: signedAt(tx, 'client'), ...untold };
    tx.state.putGuarded('task', [task], offered, await policyOf(tx, client, [cdmo]));
    tx.emit('TaskOffered', [keyOf('task', task)]);
    return { key: keyOf('task', task) };
  },

  accept: async (tx) => {
    const record = await stepTask(tx, 'cdmo', 'accept');
    assertDays(record.startOn, record.deliverBy, tx.now);
    return saveTask(tx, { ...record, answered: { ...signedAt(tx, 'cdmo'), reason: null } }, 'TaskAccepted');
  },

  decline: async (tx) => {
    const record = await stepTask(tx, 'cdmo', 'decline');
    const answered = { ...signedAt(tx, 'cdmo'), reason: tx.payload.reason };
    return saveTask(tx, { ...record, answered }, 'TaskDeclined');
  },

  withdraw: async (tx) => {
    const record = await stepTask(tx, 'client', 'withdraw');
    const answered = { ...signedAt(tx, 'client'), reason: tx.payload.reason };
    return saveTask(tx, { ...record, answered }, 'TaskWithdrawn');
  },

  report: async (tx) => {
    const { stage, made } = tx.payload;
    const record = await stepTask(tx, 'cdmo', 'report');
    return saveTask(tx, { ...record, progress: { ...signedAt(tx, 'cdmo'), stage, made } }, 'TaskReported');
  },

  deliver: async (tx) => {
    const { lines } = tx.payload;
    const record = await stepTask(tx, 'cdmo', 'deliver');
    await assertDeliverable(tx, record, lines);
    return saveTask(tx, { ...record, delivery: { ...signedAt(tx, 'cdmo'), lines } }, 'TaskDelivered');
  },

  acceptDelivery: async (tx) => {
    const record = await stepTask(tx, 'client', 'acceptDelivery');
    const settled = { ...signedAt(tx, 'client'), reason: null };
    return saveTask(tx, { ...record, settled }, 'TaskCompleted');
  },

  dispute: async (tx) => {
    const record = await stepTask(tx, 'client', 'dispute');
    const settled = { ...signedAt(tx, 'client'), reason: tx.payload.reason };
    return saveTask(tx, { ...record, settled }, 'TaskDisputed');
  },
});
