/** The shortest way to a load on a truck's ramp, for tests that begin there. */
import type { Ports } from '../ports.js';
import { acceptStock, registerBatch, testAndRelease, type Lot } from './batches.js';
import { load, type Delivery } from './deliveries.js';
import { STAFF } from './staff.js';
import { Stage, type Gateways } from './stage.js';

const MADE = '250';
const SAMPLED = '0.5';
const SOLD = '100';
const A_STOP = '10';

/** A loaded shipment. */
export interface Loaded {
  readonly shipment: string;
  readonly noteNo: string;
}

/** A loaded shipment, and the logins at both of its ends. */
export interface LoadedLot extends Loaded {
  readonly keeper: string;
  readonly consignee: string;
  /** What keeper and driver sign on the ramp. */
  readonly handOver: Readonly<Record<string, unknown>>;
}

const { supplier: from, cdmo: to } = STAFF;

const makeLot = async (stage: Stage): Promise<Lot> => {
  const lot = await registerBatch(stage, {
    staff: from,
    kind: 'startingMaterial',
    identity: {
      name: '2-chlorophenothiazine',
      product: 'SM-CPT',
      lot: 'LH2609',
      specification: 'Q/LH 012-2026',
    },
    unit: 'KGM',
    storage: 'ambient',
    mah: null,
    made: MADE,
    usableDays: 720,
  });
  await testAndRelease(stage, lot, SAMPLED, false);
  await acceptStock(stage, lot, MADE);
  return lot;
};

/** A supplier's lot is made, tested, released and loaded for the CDMO. @throws StoryFailed at the first refusal */
export const loadOneLot = async (url: string, ports: Ports, gateways?: Gateways): Promise<LoadedLot> => {
  const stage = await Stage.open(url, ports, gateways);
  const lot = await makeLot(stage);
  const [shipment, noteNo] = [stage.newId(), `LH-${stage.run}`];
  await load(stage, { from, to, loads: [{ lot, quantity: SOLD }], shipment, order: null, noteNo });
  const handOver = {
    shipment,
    counted: [{ batch: lot.batch, quantity: SOLD }],
    seals: [`${noteNo}-1`],
    at: from.site,
  };
  return { shipment, noteNo, keeper: from.keeper, consignee: to.keeper, handOver };
};

/** The same lot as a day of deliveries, one a stop, each on this way. @throws StoryFailed at the first refusal */
export const loadOneDay = async (
  url: string,
  ports: Ports,
  stops: number,
  way: Partial<Pick<Delivery, 'to' | 'contingencies'>> = {},
): Promise<readonly Loaded[]> => {
  const stage = await Stage.open(url, ports);
  const lot = await makeLot(stage);
  const loaded: Loaded[] = [];
  for (let stop = 1; stop <= stops; stop += 1) {
    const [shipment, noteNo] = [stage.newId(), `LH-${stage.run}-${String(stop).padStart(2, '0')}`];
    const loads = [{ lot, quantity: A_STOP }];
    await load(stage, { from, to, loads, shipment, order: null, noteNo, ...way });
    loaded.push({ shipment, noteNo });
  }
  return loaded;
};
