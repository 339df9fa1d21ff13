/** The shortest way to cold packs that may be sold and a logger that went with them, for tests that begin with the trip. */
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { telemetryActs } from '@yaosu/chaincode/model/telemetry/acts';
import type { Ports } from '../ports.js';
import { lotOfRun, type Lot } from './batches.js';
import { FIRM, glnOfSite } from './cast.js';
import { exportOf } from './cold-chain.js';
import { TRIP } from './figures.js';
import { layMaterial, makeDrug } from './recall-ground.js';
import { loadOf, saleOf } from './sales.js';
import type { Stage } from './stage.js';

const LOT = 'AH-2901';

/** Packs on the maker's shelf, the profile that they bear, and the export of a logger that was too warm for a while. */
export interface ColdLot {
  readonly stage: Stage;
  /** The maker's own, of which packs are made. */
  readonly material: Lot;
  readonly lot: Lot;
  /** As printed. */
  readonly number: string;
  readonly exported: Uint8Array<ArrayBuffer>;
  /** Printed on the logger. */
  readonly serial: string;
  /** What the ledger calls the logger. */
  readonly logger: string;
}

/** A shipment on its way. */
export interface ColdTrip {
  readonly shipment: string;
  readonly noteNo: string;
}

const profileOf = (stage: Stage): { readonly product: string; readonly edition: number } => ({
  product: stage.digest('product IXZ-20'),
  edition: 1,
});

/** Makes and releases a lot and sets its profile. @throws StoryFailed at the first refusal */
export const layColdLot = async (url: string, ports: Ports): Promise<ColdLot> => {
  const { stage, own } = await layMaterial(url, ports);
  const lot = await makeDrug(stage, own, LOT);
  const { minCentiCelsius, maxCentiCelsius, maxUnbrokenMinutes, maxTotalMinutes, budgetMinutes } = TRIP;
  await stage.send('maker-qm', telemetryActs.setProfile, {
    ...profileOf(stage),
    limits: [
      { channel: 'temperature', minCentiCelsius, maxCentiCelsius, maxUnbrokenMinutes, maxTotalMinutes },
    ],
    neverFreeze: true,
    budgetMinutes,
  });
  const { exported, logger } = exportOf(stage, undefined);
  return {
    stage,
    material: own,
    lot,
    number: lotOfRun(stage, LOT),
    exported,
    serial: `YS${stage.run}`,
    logger,
  };
};

const SOLD = '100';

/** Sells packs of the lot to the wholesaler: loaded with the logger, taken over by the driver. @throws StoryFailed */
export const sendColdLot = async ({ stage, lot, logger }: ColdLot): Promise<ColdTrip> => {
  const noteNo = `AH-C-${stage.run}`;
  const sale = { consignor: FIRM.maker, consignee: FIRM.wholesaler, batch: lot, quantity: SOLD, noteNo };
  const announced = { ...saleOf(stage, sale), profile: profileOf(stage) };
  const { shipment } = announced;
  const { keeper } = lot.staff;
  await stage.send(keeper, shipmentActs.create, announced);
  const grants = [await stage.share(keeper, lot.identity, FIRM.wholesaler)];
  const load = loadOf(shipment, sale, grants);
  await stage.send(keeper, shipmentActs.load, { ...load, loggers: [logger] });
  const counted = [{ batch: lot.batch, quantity: SOLD }];
  const custody = { shipment, counted, seals: load['seals'], at: glnOfSite(FIRM.maker) };
  await stage.send(keeper, shipmentActs.handOver, custody, { with: [await stage.as('carrier-driver')] });
  return { shipment, noteNo };
};
