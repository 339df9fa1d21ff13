/** Readings of loggers on the ledger: as many a transaction as one may carry, each logger's pages one after another. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { coldShipment, page, pagesPayload, type ColdShipment } from '../../tests/support/telemetry.js';
import type { Stage } from '../../tests/support/stage.js';
import { inFlight, paceOf, type Pace } from '../harness/measure.js';
import { sent, type FabricStage } from './fabric-stage.js';

const LOGGERS = 8;
const PAGES = 3;
const READINGS = 2_000;
const MINUTES_A_READING = 5;
const PREPARING = 4;
/** Within the profile, never the same twice in a row. */
const [LOW, HIGH] = [490, 510];

const record = async (stage: Stage, cold: ColdShipment, sequence: number): Promise<void> => {
  const values = Array.from({ length: READINGS }, (_, i) => (i % 2 === 0 ? LOW : HIGH));
  const minutes = (PAGES - sequence) * READINGS * MINUTES_A_READING;
  const payload = pagesPayload(cold, page(sequence, minutes, values));
  const { envelope } = await stage.compose('carrierDriver', ACTS.Telemetry.recordPages, payload);
  await sent(() =>
    stage.network.submit(envelope, 'LogisticsMSP', { endorsers: ['RegulatorMSP', 'LogisticsMSP'] }),
  );
};

/** How fast readings came to stand on the ledger. */
export const recordReadings = async ({ stage, measured }: FabricStage): Promise<Pace> => {
  const shipments: ColdShipment[] = [];
  const preparing = Array.from({ length: LOGGERS }, () => async () => {
    shipments.push(await coldShipment(stage));
  });
  await inFlight(PREPARING, preparing);
  const works = shipments.map((cold) => async () => {
    for (let sequence = 0; sequence < PAGES; sequence += 1) await record(stage, cold, sequence);
  });
  return measured(() => paceOf(LOGGERS * PAGES * READINGS, () => inFlight(LOGGERS, works)));
};
