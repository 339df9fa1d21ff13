/** States, classes and clocks of investigations and recalls. */

/** Where a signal comes from. */
export const SIGNAL_SOURCES = [
  'complaint',
  'outOfSpecification',
  'excursion',
  'adverseReaction',
  'authority',
] as const;

/** The way of an investigation; one that finds nothing to recall ends `closed` from `sealed`. */
export const INVESTIGATION_STATES = ['signalled', 'investigating', 'sealed', 'recalling', 'closed'] as const;
/** One of {@link INVESTIGATION_STATES}. */
export type InvestigationState = (typeof INVESTIGATION_STATES)[number];

/** Acts on an investigation and the states in which each is allowed. */
export const INVESTIGATION_ACTS = {
  investigate: ['signalled'],
  stop: ['investigating'],
  confirmStops: ['investigating', 'sealed', 'recalling'],
  extend: ['investigating'],
  seal: ['investigating'],
  decide: ['sealed'],
  open: ['sealed'],
  close: ['sealed', 'recalling'],
} as const satisfies Readonly<Record<string, readonly InvestigationState[]>>;

/** Classes of a recall by hazard: I serious, II temporary or reversible, III hardly any. */
export const RECALL_CLASSES = ['I', 'II', 'III'] as const;
/** One of {@link RECALL_CLASSES}. */
export type RecallClass = (typeof RECALL_CLASSES)[number];

/** Days for the notice, the plan and between progress reports, by class. */
export interface RecallClock {
  /** Day from which the clock is in force. */
  readonly edition: string;
  readonly noticeDays: Readonly<Record<RecallClass, number>>;
  readonly planDays: Readonly<Record<RecallClass, number>>;
  readonly progressDays: Readonly<Record<RecallClass, number>>;
}

/** 药品召回管理办法, articles 16, 17 and 19; the edition before it counted 24, 48 and 72 hours. */
export const RECALL_CLOCKS: readonly RecallClock[] = [
  {
    edition: '2007-12-10',
    noticeDays: { I: 1, II: 2, III: 3 },
    planDays: { I: 1, II: 3, III: 7 },
    progressDays: { I: 1, II: 3, III: 7 },
  },
  {
    edition: '2022-11-01',
    noticeDays: { I: 1, II: 3, III: 7 },
    planDays: { I: 1, II: 3, III: 7 },
    progressDays: { I: 1, II: 3, III: 7 },
  },
];

/** The clock in force on a day. */
export const clockOn = (day: string): RecallClock | undefined =>
  RECALL_CLOCKS.filter(({ edition }) => edition <= day).at(-1);
