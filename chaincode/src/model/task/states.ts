/** States of a task 委托生产, which acts lead where, and what a report may say. */

/** Way of a task (domain page, "Orders and tasks"). */
export const TASK_STATES = [
  'offered',
  'declined',
  'withdrawn',
  'accepted',
  'delivered',
  'disputed',
  'completed',
] as const;
/** One of {@link TASK_STATES}. */
export type TaskState = (typeof TASK_STATES)[number];

/** Act → states that it starts from, and the one that it leads to; null where the state stays. */
export const TASK_STEPS = {
  accept: { from: ['offered'], to: 'accepted' },
  decline: { from: ['offered'], to: 'declined' },
  withdraw: { from: ['offered'], to: 'withdrawn' },
  report: { from: ['accepted', 'disputed'], to: null },
  deliver: { from: ['accepted', 'disputed'], to: 'delivered' },
  acceptDelivery: { from: ['delivered', 'disputed'], to: 'completed' },
  dispute: { from: ['delivered'], to: 'disputed' },
} as const satisfies Readonly<
  Record<string, { readonly from: readonly TaskState[]; readonly to: TaskState | null }>
>;
/** An act on a task that was offered. */
export type TaskStep = keyof typeof TASK_STEPS;

/** How far the work has come. */
export const TASK_STAGES = ['materialsIn', 'inProduction', 'inTesting', 'released', 'delayed'] as const;

/** Why a CDMO cannot be commissioned. */
export const CDMO_FLAWS = ['self', 'role', 'licence'] as const;
/** One of {@link CDMO_FLAWS}. */
export type CdmoFlaw = (typeof CDMO_FLAWS)[number];
