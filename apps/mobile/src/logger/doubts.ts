/** What is in doubt about a load: excursions of the ledger, and loggers that this phone has reported since. */
import type { ExcursionRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import { EXCURSION_OF_CAUSE, type LoggerCause } from '@yaosu/chaincode/model/telemetry/states';
import { unreportedLoggers } from '@yaosu/chaincode/rules/telemetry/logger-report';
import type { Entry } from '../outbox/entry.js';
import { isNews } from '../outbox/is-news.js';

/** An excursion as the phone shows it. */
export interface Doubt extends Pick<ExcursionRecord, 'shipment' | 'logger' | 'kind' | 'openedAt'> {
  /** The MAH's quality has not disposed of it. */
  readonly isOpen: boolean;
}

/** An excursion of the ledger. */
export const doubtOf = ({ shipment, logger, kind, openedAt, disposition }: ExcursionRecord): Doubt => ({
  shipment,
  logger,
  kind,
  openedAt,
  isOpen: disposition === null,
});

/** The doubts that were read, with what this phone has reported since. */
export const expectedDoubts = (
  known: readonly Doubt[],
  entries: readonly Entry[],
  block: number,
): readonly Doubt[] => [
  ...known,
  ...entries.flatMap((entry): readonly Doubt[] => {
    const { contract, act, payload, capturedAt } = entry.envelope.command;
    if (contract !== 'Telemetry' || act !== 'reportLogger' || !isNews(entry, block)) return [];
    const said = payload as {
      readonly shipment: string;
      readonly logger: string;
      readonly cause: LoggerCause;
    };
    const { shipment, logger, cause } = said;
    return [{ shipment, logger, kind: EXCURSION_OF_CAUSE[cause], openedAt: capturedAt, isOpen: true }];
  }),
];

/** Loggers of a load that nobody has reported yet. */
export const unreported = (
  { shipment, loggers }: { readonly shipment: string; readonly loggers: readonly string[] },
  doubts: readonly Doubt[],
): readonly string[] =>
  unreportedLoggers(
    loggers,
    doubts.filter((each) => each.shipment === shipment),
  );
