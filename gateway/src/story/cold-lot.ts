/** The shortest way to cold packs that may be sold and a logger that went with them, for tests that begin with the trip. */
import { telemetryActs } from '@yaosu/chaincode/model/telemetry/acts';
import type { Ports } from '../ports.js';
import { lotOfRun, type Lot } from './batches.js';
import { exportOf } from './cold-chain.js';
import { TRIP } from './figures.js';
import { layMaterial, makeDrug } from './recall-ground.js';
import type { Stage } from './stage.js';

const LOT = 'AH-2901';

/** Packs on the maker's shelf, the profile that they bear, and the export of a logger that was too warm for a while. */
export interface ColdLot {
  readonly stage: Stage;
  readonly lot: Lot;
  /** As printed. */
  readonly number: string;
  readonly exported: Uint8Array<ArrayBuffer>;
  /** Printed on the logger. */
  readonly serial: string;
}

/** Makes and releases a lot and sets its profile. @throws StoryFailed at the first refusal */
export const layColdLot = async (url: string, ports: Ports): Promise<ColdLot> => {
  const { stage, own } = await layMaterial(url, ports);
  const lot = await makeDrug(stage, own, LOT);
  const { minCentiCelsius, maxCentiCelsius, maxUnbrokenMinutes, maxTotalMinutes, budgetMinutes } = TRIP;
  await stage.send('maker-qm', telemetryActs.setProfile, {
    product: stage.digest('product IXZ-20'),
    edition: 1,
    limits: [
      { channel: 'temperature', minCentiCelsius, maxCentiCelsius, maxUnbrokenMinutes, maxTotalMinutes },
    ],
    neverFreeze: true,
    budgetMinutes,
  });
  const { exported } = exportOf(stage, undefined);
  return { stage, lot, number: lotOfRun(stage, LOT), exported, serial: `YS${stage.run}` };
};
