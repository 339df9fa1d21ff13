/** Closed lists of alerts: what may be wrong with a serialised object, why, and who has to look. */

/**
 * - `secondUse`: dispensed, destroyed or traded after it had been used up.
 * - `impossibleTravel`: seen at two places that nothing gets between in the time.
 * - `wrongHolder`: handled by an enterprise that the ledger does not know as its holder.
 * - `wrongParent`: seen in another case or pallet than the one that it was packed in.
 */
export const ALERT_CLASSES = ['secondUse', 'impossibleTravel', 'wrongHolder', 'wrongParent'] as const;
/** One of {@link ALERT_CLASSES}. */
export type AlertClass = (typeof ALERT_CLASSES)[number];

/** Likely cause → whose the alert is: who sent the sighting in doubt, or who gave the object its code. */
export const WHOSE = {
  lateUpload: 'sender',
  clock: 'sender',
  return: 'sender',
  rescan: 'sender',
  copy: 'maker',
} as const;
/** Likely cause. */
export type AlertCause = keyof typeof WHOSE;
/** Every cause. */
export const ALERT_CAUSES = Object.keys(WHOSE) as [AlertCause, ...AlertCause[]];

/** `settled`: a sighting that came later explains it; whoever judged an alert has `triaged` it. */
export const ALERT_STATES = ['open', 'triaged', 'settled'] as const;
/** One of {@link ALERT_STATES}. */
export type AlertState = (typeof ALERT_STATES)[number];

/** What whoever looked has found. */
export const TRIAGE_OUTCOMES = ['falseAlarm', 'explained', 'copyConfirmed'] as const;

/** What a sighting is of: `use` takes the object out of trade, `trade` needs it there, `return` brings it back. */
export const STEPS = {
  commissioned: 'trade',
  aggregated: 'trade',
  disaggregated: 'trade',
  shipped: 'trade',
  received: 'trade',
  dispensed: 'use',
  destroyed: 'use',
  returned: 'return',
  observed: 'look',
} as const;
/** What was done when the object was seen. */
export type SightingStep = keyof typeof STEPS;
/** Every step. */
export const SIGHTING_STEPS = Object.keys(STEPS) as [SightingStep, ...SightingStep[]];
