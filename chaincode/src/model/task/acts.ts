import * as z from 'zod';
import { done } from '../kernel/done.js';
import { act, defineActs, type PartyRule } from '../kernel/define-acts.js';
import { keyOf } from '../kernel/keys.js';
import { positive } from '../kernel/quantity.js';
import { digest, enterpriseId, recordId } from '../kernel/text.js';
import { deliveryLines, taskRecord, termsDigests } from './schemas.js';
import { TASK_STAGES } from './states.js';

const CLIENTS: PartyRule['roles'] = ['mah', 'manufacturer'];
const client: PartyRule = { roles: CLIENTS, functions: ['purchaser', 'qualityManager'] };
const cdmo = (...functions: PartyRule['functions']): PartyRule => ({ roles: ['cdmo'], functions });

const signedByPerson = {
  kind: 'permission',
  signature: 'person',
  output: done,
} as const;
const onTask = {
  ...signedByPerson,
  subject: 'task',
  declares: (payload: { task: string }): readonly string[] => [keyOf('task', payload.task)],
} as const;
const byClient = { ...onTask, endorsers: ['regulator', { hostOf: 'client' }] } as const;
const byCdmo = { ...onTask, endorsers: ['regulator', { hostOf: 'cdmo' }] } as const;

const ON_TASK = ['TASK_NOT_FOUND', 'ENTERPRISE_FOREIGN', 'STATE_WRONG'] as const;
const withReason = z.strictObject({ task: recordId, reason: digest });

/** Contract manufacturing 委托生产: from the sealed terms to the delivery that the client accepts. */
export const taskActs = defineActs('Task', {
  sealTerms: act({
    ...signedByPerson,
    summary:
      'A client lays private terms, encrypted to it and a CDMO, where only the hosts of the two have them; nothing is public.',
    meaning: 'authorship',
    parties: { client },
    input: z.strictObject({ client: enterpriseId, cdmo: enterpriseId, terms: termsDigests }),
    subject: 'terms',
    declares: (payload) => [keyOf('terms', payload.client, payload.terms.sealed)],
    creates: 'TASK_TERMS_EXIST',
    confidential: (payload, enterpriseOf) => [enterpriseOf('client'), payload.cdmo],
    carries: (payload) => [{ name: 'terms', digest: payload.terms.sealed }],
    endorsers: [{ hostOf: 'client' }],
    emits: [],
    errors: [
      'ENTERPRISE_NOT_FOUND',
      'ENTERPRISE_FOREIGN',
      'TASK_CDMO_UNFIT',
      'TASK_TERMS_MISSING',
      'TASK_TERMS_WRONG',
      'TASK_TERMS_EXIST',
    ],
  }),
  offer: act({
    ...byClient,
    summary:
      'The client offers a task to a CDMO that is licensed today; the terms that it names have been sealed.',
    meaning: 'responsibility',
    parties: { client },
    input: taskRecord.pick({
      task: true,
      client: true,
      cdmo: true,
      site: true,
      material: true,
      quantity: true,
      unit: true,
      startOn: true,
      deliverBy: true,
      qualityAgreement: true,
      terms: true,
    }),
    creates: 'TASK_EXISTS',
    emits: ['TaskOffered'],
    errors: [
      'TASK_EXISTS',
      'ENTERPRISE_FOREIGN',
      'ENTERPRISE_NOT_FOUND',
      'TASK_DATE_WRONG',
      'TASK_CDMO_UNFIT',
      'TASK_TERMS_MISSING',
    ],
  }),
  accept: act({
    ...byCdmo,
    summary: 'The CDMO accepts a task with its terms.',
    meaning: 'responsibility',
    parties: { cdmo: cdmo('qualityManager') },
    input: z.strictObject({ task: recordId }),
    emits: ['TaskAccepted'],
    errors: [...ON_TASK, 'TASK_DATE_WRONG'],
  }),
  decline: act({
    ...byCdmo,
    summary: 'The CDMO declines a task with a reason.',
    meaning: 'responsibility',
    parties: { cdmo: cdmo('qualityManager') },
    input: withReason,
    emits: ['TaskDeclined'],
    errors: ON_TASK,
  }),
  withdraw: act({
    ...byClient,
    summary: 'The client withdraws an offer that was not answered.',
    meaning: 'responsibility',
    parties: { client },
    input: withReason,
    emits: ['TaskWithdrawn'],
    errors: ON_TASK,
  }),
  report: act({
    ...byCdmo,
    summary: 'The CDMO reports how far the work has come.',
    meaning: 'authorship',
    parties: { cdmo: cdmo('production', 'qualityManager') },
    input: z.strictObject({ task: recordId, stage: z.enum(TASK_STAGES), made: positive.nullable() }),
    emits: ['TaskReported'],
    errors: ON_TASK,
  }),
  deliver: act({
    ...byCdmo,
    summary: 'The CDMO delivers batches that it made for the client and released.',
    meaning: 'responsibility',
    parties: { cdmo: cdmo('dispatcher', 'qualityManager') },
    input: z.strictObject({ task: recordId, lines: deliveryLines }),
    emits: ['TaskDelivered'],
    errors: [
      ...ON_TASK,
      'BATCH_NOT_FOUND',
      'TASK_BATCH_FOREIGN',
      'UNIT_MISMATCH',
      'TASK_QUANTITY_EXCEEDED',
      'BATCH_NOT_RELEASED',
      'BATCH_STOPPED',
      'BATCH_HELD',
      'BATCH_EXPIRED',
    ],
  }),
  acceptDelivery: act({
    ...byClient,
    summary: 'The client accepts a delivery, at once or after a dispute; the task is completed.',
    meaning: 'approval',
    parties: { client: { roles: CLIENTS, functions: ['qualityManager'] } },
    input: z.strictObject({ task: recordId }),
    emits: ['TaskCompleted'],
    errors: ON_TASK,
  }),
  dispute: act({
    ...byClient,
    summary:
      'The client disputes a delivery with a reason; the CDMO delivers again or the client accepts after all.',
    meaning: 'responsibility',
    parties: { client: { roles: CLIENTS, functions: ['qualityManager'] } },
    input: withReason,
    emits: ['TaskDisputed'],
    errors: ON_TASK,
  }),
});
