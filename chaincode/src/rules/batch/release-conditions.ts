/** What each of the two releases rests on, condition by condition, in the order in which peers refuse. */
import type { BatchRecord } from '../../model/batch/schemas.js';
import type { SignedBy } from '../../model/enterprise/signed-by.js';
import type { ErrorDetails } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import type { QualityRecord } from '../../model/quality/schemas.js';
import type { Condition, Failure } from '../condition.js';
import { investigationConditions, qualityConditions } from '../quality/quality-conditions.js';
import {
  MARKETED,
  expiryCondition,
  holdCondition,
  stopCondition,
  type Blocks,
} from '../stock/assert-usable.js';

/** A batch and what is known of it. */
export interface ReleaseFacts {
  readonly batch: BatchRecord;
  readonly blocks: Blocks;
  readonly quality: readonly QualityRecord[];
  /** When it is to be released. */
  readonly at: string;
}

/** And every batch that went into it directly, as it is now. */
export interface SiteReleaseFacts extends ReleaseFacts {
  readonly inputs: readonly BatchRecord[];
}

const ofBatch = ({ batch }: BatchRecord, fails: boolean, details: ErrorDetails): readonly Failure[] =>
  fails ? [{ key: keyOf('batch', batch), details }] : [];

const blockConditions = ({ batch, blocks, at }: ReleaseFacts): readonly Condition[] => [
  stopCondition(batch.batch, blocks, at),
  holdCondition(batch.batch, blocks),
  expiryCondition(batch, at),
];

/** Conditions of the release from the site (出厂放行) by this person. */
export const siteReleaseConditions = (facts: SiteReleaseFacts, releaser: SignedBy): readonly Condition[] => {
  const { batch, inputs, quality } = facts;
  const { disposition } = batch;
  const unreleased = inputs.filter((input) => input.disposition !== 'released');
  return [
    { code: 'STATE_WRONG', failures: ofBatch(batch, disposition !== 'quarantine', { disposition }) },
    ...blockConditions(facts),
    {
      code: 'INPUT_NOT_RELEASED',
      failures: unreleased.flatMap((input) => ofBatch(input, true, { batch: input.batch })),
    },
    ...qualityConditions({ batch: batch.batch, records: quality }, releaser),
  ];
};

/** Conditions of the release to the market (上市放行). */
export const marketReleaseConditions = (facts: ReleaseFacts): readonly Condition[] => {
  const { batch, quality } = facts;
  const { kind, disposition, market } = batch;
  return [
    { code: 'BATCH_KIND_FORBIDDEN', failures: ofBatch(batch, !MARKETED.includes(kind), { kind }) },
    { code: 'BATCH_NOT_RELEASED', failures: ofBatch(batch, disposition !== 'released', { disposition }) },
    { code: 'STATE_WRONG', failures: ofBatch(batch, market !== 'none', { market }) },
    ...blockConditions(facts),
    ...investigationConditions({ batch: batch.batch, records: quality }),
  ];
};
