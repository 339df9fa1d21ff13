/** What of it waits, for whom, and what it blocks: judged by the peers' own rules. */
import type { BatchRecord } from '@yaosu/chaincode/model/batch/schemas';
import type { SignedBy } from '@yaosu/chaincode/model/enterprise/signed-by';
import { DAY_MS, later } from '@yaosu/chaincode/model/kernel/time';
import type { QualityRecord } from '@yaosu/chaincode/model/quality/schemas';
import {
  marketReleaseConditions,
  siteReleaseConditions,
} from '@yaosu/chaincode/rules/batch/release-conditions';
import { isMet, type Condition } from '@yaosu/chaincode/rules/condition';
import { answeringFor } from '@yaosu/chaincode/rules/quality/answering-for';
import { isInvolved, testersOf } from '@yaosu/chaincode/rules/quality/persons';
import { isReviewed, isUnderInvestigation } from '@yaosu/chaincode/rules/quality/quality-conditions';
import { MARKETED, holdBinds } from '@yaosu/chaincode/rules/stock/assert-usable';
import { decidersOf } from '@yaosu/chaincode/rules/telemetry/excursions';
import { AIM_DAYS, turnOf, type DeskItem, type DeskKind } from '../api/quality.js';
import type { DeskBatch, DeskExcursion, Kept } from './desk-facts.js';

/** Who asks, as a signer of what waits, and when. */
export interface Asking {
  readonly as: SignedBy;
  readonly at: string;
}

type Told = Pick<DeskItem, 'batches' | 'since' | 'blocks'> &
  Partial<Pick<DeskItem, 'name' | 'severity' | 'isInvolved' | 'conditions'>> & {
    readonly kind: DeskKind;
    readonly of: Omit<Kept<unknown>, 'value'>;
    /** The enterprise whose turn it is. */
    readonly turn: string;
  };

const PERSONAL: Condition['code'] = 'PERSON_INVOLVED';

const newItem = ({ as, at }: Asking, { kind, of, turn, ...told }: Told): DeskItem => {
  const due = later(told.since, AIM_DAYS[kind] * DAY_MS);
  const conditions = told.conditions ?? [];
  const isBlocked = conditions.some(({ code, failedBy }) => code !== PERSONAL && failedBy.length > 0);
  const open = isBlocked ? 'blocked' : 'ready';
  return {
    ...{ name: null, severity: null, isInvolved: false, conditions, ...told },
    ...{ id: `${kind} ${of.key}`, kind, key: of.key, hash: of.hash, due },
    state: at > due ? 'overdue' : open,
    whose: turn === as.enterprise ? 'own' : 'partner',
    turn: { enterprise: turn, functions: [...turnOf(kind)] },
  };
};

const isUnreleased = ({ disposition }: BatchRecord): boolean =>
  disposition === 'inProcess' || disposition === 'quarantine';

const isUnmarketed = ({ kind, disposition, market }: BatchRecord): boolean =>
  MARKETED.includes(kind) && disposition === 'released' && market === 'none';

/** The release that is next, which whatever is open stands against. */
const nextRelease = (batch: BatchRecord): DeskItem['blocks'] => {
  if (isUnreleased(batch)) return ['siteRelease'];
  return isUnmarketed(batch) ? ['marketRelease'] : [];
};

const samplesOf = (desk: DeskBatch, asking: Asking): readonly DeskItem[] => {
  const { value: batch, quality } = desk;
  const blocks = nextRelease(batch);
  const tested = new Set(quality.flatMap(({ value }) => (value.kind === 'result' ? [value.sample] : [])));
  // A sample that is kept back of a batch that is done with waits for nothing.
  if (blocks.length === 0) return [];
  return quality.flatMap((of) => {
    const { value } = of;
    if (value.kind !== 'sample' || tested.has(value.cmd)) return [];
    const told = { batches: [batch.batch], name: value.sample, since: value.at, blocks };
    return [newItem(asking, { ...told, kind: 'sample', of, turn: value.signedBy.enterprise })];
  });
};

const reviewsOf = (desk: DeskBatch, asking: Asking): readonly DeskItem[] => {
  const { value: batch } = desk;
  const records = desk.quality.map(({ value }) => value);
  const results = records.filter(({ kind }) => kind === 'result').map(({ at }) => at);
  const since = results.sort().at(-1);
  if (batch.disposition !== 'quarantine' || since === undefined || isReviewed(records)) return [];
  return [
    newItem(asking, {
      ...{ kind: 'review', of: desk, batches: [batch.batch], since, blocks: nextRelease(batch) },
      turn: batch.issuer,
      isInvolved: isInvolved(asking.as, testersOf(records)),
    }),
  ];
};

/** The firm that opened an investigation closes it, unless it answers for the batch no more. */
const investigatorOf = (batch: BatchRecord, { signedBy }: QualityRecord): string =>
  answeringFor(batch).includes(signedBy.enterprise) ? signedBy.enterprise : batch.issuer;

const investigationsOf = ({ value: batch, quality }: DeskBatch, asking: Asking): readonly DeskItem[] =>
  quality.flatMap((of) => {
    const { value } = of;
    if (!isUnderInvestigation(value)) return [];
    const told = value.kind === 'result' ? {} : { name: value.number, severity: value.severity };
    return [
      newItem(asking, {
        ...{ ...told, of, batches: [batch.batch], since: value.at, blocks: nextRelease(batch) },
        kind: value.kind === 'result' ? 'oos' : 'deviation',
        turn: investigatorOf(batch, value),
        isInvolved: isInvolved(asking.as, [value.signedBy]),
      }),
    ];
  });

const holdsOf = ({ value: batch, holds }: DeskBatch, asking: Asking): readonly DeskItem[] => {
  const { enterprise } = asking.as;
  return holds
    .filter(({ value }) => holdBinds(value))
    .filter(
      ({ value }) => answeringFor(batch).includes(enterprise) || value.placedBy.enterprise === enterprise,
    )
    .map((of) =>
      newItem(asking, {
        ...{ kind: 'hold', of, batches: [batch.batch], since: of.value.placedAt },
        turn: of.value.placedBy.enterprise,
        blocks: [...nextRelease(batch), 'use'],
      }),
    );
};

const conditionsOf = (conditions: readonly Condition[]): DeskItem['conditions'] =>
  conditions.map(({ code, failures }) => ({ code, failedBy: failures.map(({ key }) => key) }));

const releasesOf = (desk: DeskBatch, asking: Asking): readonly DeskItem[] => {
  const { value: batch, since, stops, inputs } = desk;
  const holds = desk.holds.map(({ value }) => value);
  const quality = desk.quality.map(({ value }) => value);
  const facts = { batch, blocks: { stops, holds }, quality, at: asking.at };
  const told = { of: desk, batches: [batch.batch], since };
  if (batch.disposition === 'quarantine') {
    const judged = siteReleaseConditions({ ...facts, inputs }, asking.as);
    const involved = judged.some((each) => each.code === PERSONAL && !isMet(each));
    const conditions = conditionsOf(judged);
    const blocks = batch.kind === 'packed' ? (['marketRelease'] as const) : (['use'] as const);
    const site = { kind: 'siteRelease', turn: batch.issuer, isInvolved: involved } as const;
    return [newItem(asking, { ...told, ...site, conditions, blocks: [...blocks] })];
  }
  if (!isUnmarketed(batch) || batch.mah === null) return [];
  const conditions = conditionsOf(marketReleaseConditions(facts));
  return [newItem(asking, { ...told, kind: 'marketRelease', turn: batch.mah, conditions, blocks: ['use'] })];
};

/** What waits of a batch. */
export const itemsOfBatch = (desk: DeskBatch, asking: Asking): readonly DeskItem[] => {
  const ofAll = holdsOf(desk, asking);
  if (!answeringFor(desk.value).includes(asking.as.enterprise)) return ofAll;
  const parts = [samplesOf, reviewsOf, investigationsOf, releasesOf];
  return [...ofAll, ...parts.flatMap((part) => part(desk, asking))];
};

/** An excursion, for those whose quality decides about its load. */
export const itemsOfExcursion = (of: DeskExcursion, asking: Asking): readonly DeskItem[] => {
  const { load, mahs, value } = of;
  if (!decidersOf(load.owner, mahs).includes(asking.as.enterprise)) return [];
  return [
    newItem(asking, {
      ...{ kind: 'excursion', of, batches: load.lines.map(({ batch }) => batch), name: load.noteNo },
      ...{ since: value.openedAt, blocks: ['load'], turn: asking.as.enterprise },
    }),
  ];
};
