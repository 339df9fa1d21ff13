/** Closed lists of the telemetry subject. */
import type { ShipmentState } from '../shipment/states.js';

/** What a limit is about. */
export const CHANNELS = ['temperature'] as const;
/** Who vouches for readings: the logger's own key, or whoever uploaded its export. */
export const SOURCES = ['loggerSigned', 'uploaded'] as const;
/** Verdict on the readings of a logger; what is not proven is never "in range". */
export const VERDICTS = ['inRange', 'breach', 'notProven'] as const;
/** One of {@link VERDICTS}. */
export type Verdict = (typeof VERDICTS)[number];
/** Why readings prove nothing. */
export const DOUBTS = ['gap', 'calibrationExpired', 'notLoggerSigned', 'noProfile'] as const;
/** One of {@link DOUBTS}. */
export type Doubt = (typeof DOUBTS)[number];

/** An offered contingency's way. */
export const OFFER_STATES = [
  'proposed',
  'acknowledged',
  'accepted',
  'declined',
  'lapsed',
  'executed',
] as const;
/** One of {@link OFFER_STATES}. */
export type OfferState = (typeof OFFER_STATES)[number];

const unanswered = ['proposed', 'acknowledged'] as const;
/** Act → states of the last offer that it may start from. */
export const OFFER_ACTS = {
  acknowledge: ['proposed'],
  acceptContingency: unanswered,
  declineContingency: unanswered,
  lapse: unanswered,
  executed: ['accepted'],
} as const satisfies Readonly<Record<string, readonly OfferState[]>>;
/** An act on an offer. */
export type OfferAct = keyof typeof OFFER_ACTS;
/** An offer that was not taken up makes way for the next. */
export const OFFER_ENDED: readonly OfferState[] = ['declined', 'lapsed'];

/** Why an excursion was opened: time beyond a limit was measured, or a logger can prove nothing from some moment on. */
export const EXCURSION_KINDS = ['unbroken', 'summed', 'loggerLost', 'loggerFaulty'] as const;
/** What is wrong with a logger that is reported. */
export const LOGGER_CAUSES = ['lost', 'faulty'] as const;
/** One of {@link LOGGER_CAUSES}. */
export type LoggerCause = (typeof LOGGER_CAUSES)[number];
/** Cause → the excursion that it is. */
export const EXCURSION_OF_CAUSE = {
  lost: 'loggerLost',
  faulty: 'loggerFaulty',
} as const satisfies Readonly<Record<LoggerCause, (typeof EXCURSION_KINDS)[number]>>;
/** States of a shipment with its loggers on board. */
export const LOGGERS_ON_BOARD = [
  'loaded',
  'inTransit',
  'arrived',
  'partlyReceived',
  'refused',
] as const satisfies readonly ShipmentState[];

/** What the MAH's quality decides about a load. */
export const DISPOSITIONS_OF_LOAD = ['release', 'releaseShortened', 'test', 'reject', 'return'] as const;
/** One of {@link DISPOSITIONS_OF_LOAD}. */
export type DispositionOfLoad = (typeof DISPOSITIONS_OF_LOAD)[number];
/** Those that clear a load. */
export const RELEASING: readonly DispositionOfLoad[] = ['release', 'releaseShortened'];
