/** Tasks as the two and authorities read them, and private terms as the two alone do. */
import * as z from 'zod';
import { digest, recordId, enterpriseId } from '@yaosu/chaincode/model/kernel/text';
import { taskRecord } from '@yaosu/chaincode/model/task/schemas';
import { TASK_STATES } from '@yaosu/chaincode/model/task/states';
import { taskTerms } from '@yaosu/chaincode/model/task/terms';
import { asOf, cursor, salt } from './schemas.js';

/** What is public of a task, and where on the ledger it was last written. */
const publicTask = taskRecord
  .omit({ v: true, by: true })
  .extend({ hash: digest, block: z.number().int(), txId: z.string() })
  .meta({ id: 'Task' });

/** Filters of a list: state, and the side on which the caller is. */
export const taskQuery = {
  state: z.enum(TASK_STATES).optional(),
  side: z.enum(['client', 'cdmo']).optional(),
} as const;

/** `GET /api/tasks` */
export const taskPage = z.strictObject({ ...asOf, ...cursor, tasks: z.array(publicTask) });
/** `GET /api/tasks/{id}` */
export const taskView = z.strictObject({ ...asOf, task: publicTask });

/** What the rule of the terms makes of a delivery. */
const compensation = z.strictObject({
  value: z.string(),
  daysLate: z.number().int(),
  late: z.string(),
  yieldPercent: z.string(),
  short: z.string(),
  isCapped: z.boolean(),
  total: z.string(),
});

/** `GET /api/tasks/{id}/terms`; terms are null when what was sealed is not what the commitment says. */
export const taskTermsView = z.strictObject({
  ...asOf,
  task: recordId,
  commitment: digest,
  proved: z.boolean(),
  salt: salt.nullable(),
  terms: taskTerms.nullable(),
  compensation: compensation.nullable(),
});

/** What one of the two hands to somebody else to prove the terms. */
export const disclosure = z
  .strictObject({ task: recordId, salt, terms: taskTerms })
  .meta({ id: 'TermsDisclosure' });
/** A disclosure. */
export type Disclosure = z.infer<typeof disclosure>;

/** Whether they are the terms of the task; of one that is not proved nothing is said. */
export const verdictOnTerms = z.discriminatedUnion('proved', [
  z.strictObject({
    proved: z.literal(true),
    client: enterpriseId,
    cdmo: enterpriseId,
    commitment: digest,
    block: z.number().int(),
    txId: z.string(),
  }),
  z.strictObject({ proved: z.literal(false) }),
]);
