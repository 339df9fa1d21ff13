/** A logger that is lost or faulty: an excursion without an end, because nothing is known of the load from some moment on. */
import { YaosuError } from '../../model/kernel/errors.js';
import { EXCURSION_OF_CAUSE, type LoggerCause } from '../../model/telemetry/states.js';
import { sha256Hex } from '../../signing/bytes.js';
import { canonicalJson } from '../../signing/canonical-json.js';
import type { Excursion, Place } from './excursions.js';

/** What is said of a logger, and the last moment of which it has told before. */
export interface LoggerReport {
  readonly cause: LoggerCause;
  readonly knownUntil: string;
  readonly report: NonNullable<Excursion['report']>;
}

/** The excursion of a logger on a shipment; readings that came later than the report do not make it shorter. */
export const reportedExcursion = (
  { shipment, logger, at }: Place,
  { cause, knownUntil, report }: LoggerReport,
): Excursion => ({
  shipment,
  episode: sha256Hex(canonicalJson({ logger })),
  logger,
  bound: null,
  kind: EXCURSION_OF_CAUSE[cause],
  from: knownUntil < at ? knownUntil : at,
  to: null,
  minutes: 0,
  openedAt: at,
  report,
  offers: [],
  disposition: null,
});

/** Loggers of a load that nobody has reported on it: one that was found lost is not found faulty as well. */
export const unreportedLoggers = (
  loggers: readonly string[],
  known: readonly Pick<Excursion, 'logger' | 'kind'>[],
): readonly string[] => {
  const reported = known.filter(({ kind }) => REPORTED.includes(kind)).map(({ logger }) => logger);
  return loggers.filter((logger) => !reported.includes(logger));
};
const REPORTED: readonly Excursion['kind'][] = Object.values(EXCURSION_OF_CAUSE);

/** A logger is reported once a shipment. @throws LOGGER_REPORTED */
export const assertUnreported = (known: readonly Excursion[], logger: string): void => {
  if (unreportedLoggers([logger], known).length === 0) throw new YaosuError('LOGGER_REPORTED', { logger });
};

/** A way out is offered for what was measured, not for what is unknown. @throws CONTINGENCY_UNFOUNDED */
export const assertMeasured = ({ episode, report }: Excursion): void => {
  if (report !== null) throw new YaosuError('CONTINGENCY_UNFOUNDED', { episode });
};
