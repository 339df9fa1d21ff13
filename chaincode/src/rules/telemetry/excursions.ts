/** Episodes of a shipment: one breach is one excursion, however many pages tell of it. */
import { YaosuError } from '../../model/kernel/errors.js';
import { instantOf, millisecondsBetween } from '../../model/kernel/time.js';
import { OFFER_ACTS, RELEASING, type OfferAct, type OfferState } from '../../model/telemetry/states.js';
import type { ExcursionRecord, Offer } from '../../model/telemetry/schemas.js';
import { sha256Hex } from '../../signing/bytes.js';
import { canonicalJson } from '../../signing/canonical-json.js';
import type { Breach } from './judge-readings.js';

const MINUTE_MS = 60_000;
/** Time to answer an offer. */
export const OFFER_MS = 2 * MINUTE_MS;

/** An excursion but for what every record carries. */
export type Excursion = Omit<ExcursionRecord, 'v' | 'by'>;

const wholeMinutes = (milliseconds: number): number =>
  (milliseconds - (milliseconds % MINUTE_MS)) / MINUTE_MS;

/** Whose breach it is. */
export interface Place {
  readonly shipment: string;
  readonly logger: string;
  readonly at: string;
}

const newExcursion = (
  { bound, kind, from, to, beyond }: Breach,
  { shipment, logger, at }: Place,
): Excursion => ({
  shipment,
  episode: sha256Hex(canonicalJson({ logger, bound, kind, from })),
  logger,
  bound,
  kind,
  from: instantOf(from),
  to: instantOf(to),
  minutes: wholeMinutes(beyond),
  openedAt: at,
  report: null,
  offers: [],
  disposition: null,
});

const isSame = (known: Excursion, found: Excursion): boolean =>
  known.logger === found.logger &&
  known.bound === found.bound &&
  known.kind === found.kind &&
  known.to !== null &&
  found.to !== null &&
  known.from <= found.to &&
  found.from <= known.to;

/** What a breach adds: a new excursion, or a known one that has grown, whose disposition does not cover it any more. */
export const excursionsOf = (
  breaches: readonly Breach[],
  known: readonly Excursion[],
  place: Place,
): readonly Excursion[] =>
  breaches.flatMap((breach) => {
    const found = newExcursion(breach, place);
    const before = known.find((each) => isSame(each, found));
    if (before === undefined) return [found];
    if (found.minutes <= before.minutes) return [];
    const { from, to, minutes } = found;
    return [{ ...before, from, to, minutes, disposition: null }];
  });

/** Whose quality decides about a load: that of the owner, and of the MAH of everything on board when there is one alone. */
export const decidersOf = (
  owner: string,
  holders: readonly (string | null)[],
): readonly (string | null)[] => [owner, ...(new Set(holders).size === 1 ? holders.slice(0, 1) : [])];

/** @throws EXCURSION_DISPOSED */
export const assertOpen = ({ episode, disposition }: Excursion): void => {
  if (disposition !== null) throw new YaosuError('EXCURSION_DISPOSED', { episode });
};

/** The offer that stands. @throws STATE_WRONG */
export const standingOffer = (act: OfferAct, { offers }: Excursion): Offer => {
  const offer = offers.at(-1);
  const allowed: readonly OfferState[] = OFFER_ACTS[act];
  if (offer === undefined || !allowed.includes(offer.state)) {
    throw new YaosuError('STATE_WRONG', { state: offer?.state ?? 'none' });
  }
  return offer;
};

/** @throws CONTINGENCY_NOT_DUE */
export const assertLapsed = ({ offeredAt }: Pick<Offer, 'offeredAt'>, now: string): void => {
  if (millisecondsBetween(offeredAt, now) < OFFER_MS)
    throw new YaosuError('CONTINGENCY_NOT_DUE', { offeredAt });
};

/** Whether an excursion no longer keeps its load pending. */
export const isReleased = ({ disposition }: Excursion): boolean =>
  disposition !== null && RELEASING.includes(disposition.outcome);

/** Minutes of the stability budget that releases have used up. */
const consumedBy = (excursions: readonly Excursion[]): number =>
  excursions
    .filter(isReleased)
    .reduce((total, { disposition }) => total + (disposition?.consumedMinutes ?? 0), 0);

/**
 * Minutes that a release may still consume, were every excursion that waits for its disposition released with the minutes
 * that were measured; below zero none of them can be.
 */
export const budgetLeft = (budgetMinutes: number, excursions: readonly Excursion[]): number =>
  excursions
    .filter(({ disposition }) => disposition === null)
    .reduce((left, { minutes }) => left - minutes, budgetMinutes - consumedBy(excursions));

/**
 * A release consumes at least the minutes that were measured, and all of them together stay within the budget.
 * @param others the other excursions of the shipment
 * @throws EXCURSION_CONSUMPTION_WRONG, EXCURSION_BUDGET_EXCEEDED
 */
export const assertBudget = (
  disposed: Excursion,
  others: readonly Excursion[],
  budgetMinutes: number,
): void => {
  const consumed = disposed.disposition?.consumedMinutes ?? 0;
  if (!isReleased(disposed)) return;
  if (consumed < disposed.minutes) {
    throw new YaosuError('EXCURSION_CONSUMPTION_WRONG', { minutes: disposed.minutes });
  }
  if (consumed + consumedBy(others) > budgetMinutes)
    throw new YaosuError('EXCURSION_BUDGET_EXCEEDED', { budgetMinutes });
};
