import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import { instantOf } from '../../model/kernel/time.js';
import type { ShipmentRecord } from '../../model/shipment/schemas.js';
import type { telemetryActs } from '../../model/telemetry/acts.js';
import { excursionRecord, pageRecord } from '../../model/telemetry/schemas.js';
import { LOGGERS_ON_BOARD } from '../../model/telemetry/states.js';
import { assertUnreported, reportedExcursion } from '../../rules/telemetry/logger-report.js';
import { signedByOf } from '../act-transaction.js';
import { policyOf } from '../goods/hosts.js';
import type { Handlers } from '../new-contract.js';
import { loadConcerned, requireHeld } from '../shipment/custody.js';
import { putShipment } from '../shipment/load-shipment.js';
import { withCondition } from './load-status.js';
import { namedOn } from '../../rules/shipment/named-on.js';

type Reporting = Parameters<Handlers<typeof telemetryActs>['reportLogger']>[0];

/** The last reading of the logger on this shipment, or else the loading. */
const knownUntil = async (
  { state, payload, at }: Reporting,
  { loadedAt }: ShipmentRecord,
): Promise<string> => {
  const pages = await state.range(pageRecord, 'page', payload.logger);
  const own = pages.filter(({ shipment }) => shipment === payload.shipment);
  if (own.length === 0) return loadedAt ?? at;
  return instantOf(Math.max(...own.map(({ summary }) => summary.last.at)));
};

/** Handler of `Telemetry.reportLogger`. */
export const reportLogger: Handlers<typeof telemetryActs>['reportLogger'] = async (tx) => {
  const { shipment, logger, cause, reason } = tx.payload;
  const record = await loadConcerned(tx, ['reporter']);
  if (!record.loggers.includes(logger)) throw new YaosuError('LOGGER_UNKNOWN', { logger });
  assertUnreported(await tx.state.range(excursionRecord, 'exc', shipment), logger);
  await requireHeld(tx, record, LOGGERS_ON_BOARD);
  const report = { reason, by: signedByOf(tx, 'reporter') };
  const said = { cause, knownUntil: await knownUntil(tx, record), report };
  const excursion = reportedExcursion({ shipment, logger, at: tx.at }, said);
  const parts = [shipment, excursion.episode];
  tx.state.putGuarded('exc', parts, excursion, await policyOf(tx, record.owner, namedOn(record)));
  tx.emit('TelemetryLoggerReported', [keyOf('exc', ...parts)]);
  if (record.condition !== 'pending') {
    putShipment(tx, record, await withCondition(tx, record, 'pending'), 'TelemetryLoggerReported');
  }
  return { key: keyOf('exc', ...parts) };
};
