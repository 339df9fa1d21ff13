import type { BLOCKED, DESK_STATES, DeskKind } from '@yaosu/gateway/api/quality';

type Blocked = (typeof BLOCKED)[number];
type State = (typeof DESK_STATES)[number];

/** Words of the quality desk in English. */
export const enQuality = {
  title: 'Quality desk',
  about:
    'Samples, reviews, investigations, releases, excursions and holds that wait for your quality unit: overdue first, then those that have waited longest.',
  none: 'Nothing of this kind waits at the desk.',
  all: 'All',
  print: 'Print',
  words: 'Product, lot or beginning of the batch id',
  waits: 'What waits',
  since: 'Waits since',
  due: 'Aim',
  turn: 'Whose turn',
  blocks: 'What it blocks',
  blockedBy: 'Still to be met',
  involved: 'Another person has to: you have a part in it.',
  counted: '{{kind}} ({{count}})',
  state: { overdue: 'Overdue', ready: 'To be decided', blocked: 'Waits for something else' } satisfies Record<
    State,
    string
  >,
  heading: { overdue: 'Overdue', waiting: 'Waiting' },
  kind: {
    excursion: 'Excursion to dispose of',
    oos: 'Result out of specification (OOS) under investigation',
    deviation: 'Open deviation',
    sample: 'Sample without a result',
    review: 'Results to review',
    siteRelease: 'Release from site',
    marketRelease: 'Release to market',
    hold: 'Hold',
  } satisfies Record<DeskKind, string>,
  blocked: {
    siteRelease: 'release from site',
    marketRelease: 'release to market',
    use: 'use and sale',
    load: 'the load',
  } satisfies Record<Blocked, string>,
  release: {
    link: 'Release conditions',
    title: 'Conditions of the release',
    none: 'No release of this batch waits for you.',
    conditions: 'What the release rests on',
    condition: 'Condition',
    record: 'Record',
    met: 'Met',
    notMet: 'Not met',
    signed: 'What is signed',
    open: 'Go to signing',
    act: 'Act',
    change: 'What changes',
    seen: 'State of the batch as you see it (hash)',
    asOf: 'Judged as of block {{block}}, by the rule that the peers refuse by.',
    notYet: 'It can be signed when every condition is met.',
    others: '{{firm}} releases it, not your firm.',
    from: '{{from}} → {{to}}',
    failedBy: { batch: 'Batch', qa: 'Quality record', hold: 'Hold', stop: 'Stop' },
  },
  condition: {
    STATE_WRONG: 'The batch is in the state that this release begins from',
    BATCH_STOPPED: 'No investigation or recall has stopped it',
    BATCH_HELD: 'Nobody holds it',
    BATCH_EXPIRED: 'Its expiry or retest date has not passed',
    INPUT_NOT_RELEASED: 'All that went into it is released',
    RESULT_MISSING: 'There are test results',
    OOS_OPEN: 'No result out of specification is under investigation',
    DEVIATION_OPEN: 'No deviation is open',
    CONCLUSION_ADVERSE: 'Investigations ended in its favour',
    REVIEW_MISSING: 'The batch record was reviewed after the last result, by nobody who tested',
    PERSON_INVOLVED: 'Who releases neither tested nor reviewed it',
    BATCH_KIND_FORBIDDEN: 'It is a packed batch',
    BATCH_NOT_RELEASED: 'It is released from site',
  },
  trail: {
    link: 'Audit-trail review',
    title: 'Audit-trail review of a batch',
    about:
      'Every act on the batch and on its quality records, holds and stops, in the order of the ledger. The ledger keeps what is now; what was before follows from the act.',
    none: 'Nothing was done to this batch that you may see.',
    change: 'What changed',
    reason: 'Reason or finding',
    reviewed: 'Reviewed',
    unreviewed: 'Not reviewed yet',
    isReviewed: 'Reviewed after the last result',
    notReviewed: 'Not reviewed since the last result',
    byWhom: 'Last review signed by',
  },
};

/** States that only a trail of acts has, in English. */
export const enQualityStates = { held: 'On hold', releasedToMarket: 'Released to market' };
