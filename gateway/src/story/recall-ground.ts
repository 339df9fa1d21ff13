/** The shortest way to packs of one lot at three firms, for tests that begin with a complaint about them. */
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import type { Ports } from '../ports.js';
import { acceptStock, lotOfRun, registerBatch, testAndRelease, type Lot } from './batches.js';
import { FIRM } from './cast.js';
import { deliver, receiveForUse } from './deliveries.js';
import { make, registerDrug } from './production.js';
import { loadOf, saleOf } from './sales.js';
import { STAFF } from './staff.js';
import { Stage, type Gateways } from './stage.js';
import { bookInAndAccept, drive } from './wholesale.js';

const { supplier, maker } = STAFF;
const LIMITS = { lower: 9_000, upper: 10_100 };
const PACKS = '200';

/** What a recall can be about: a lot of the supplier, three market batches that grew from it. */
export interface RecallGround {
  readonly stage: Stage;
  readonly supplied: Lot;
  /** The first is at the wholesaler and the pharmacy, the others with the maker. */
  readonly packed: readonly [Lot, Lot, Lot];
  /** Lot numbers of the packed batches, as printed. */
  readonly lots: readonly [string, string, string];
}

const MATERIAL = {
  kind: 'startingMaterial',
  unit: 'KGM',
  storage: 'ambient',
  mah: FIRM.maker,
  usableDays: 700,
} as const;
const IDENTITY = {
  name: '2-氯吩噻嗪 2-chlorophenothiazine',
  product: 'SM-CPT',
  specification: 'Q/LH 012-2026',
} as const;

/** The supplier makes and releases a lot, the maker books it in and releases its own. */
const supply = async (stage: Stage): Promise<{ readonly supplied: Lot; readonly own: Lot }> => {
  const identity = { ...IDENTITY, lot: 'LH2607' };
  const supplied = await registerBatch(stage, { ...MATERIAL, staff: supplier, identity, made: '100' });
  await testAndRelease(stage, supplied, '0.5', false);
  await acceptStock(stage, supplied, '100');
  const loads = [{ lot: supplied, quantity: '60' }];
  const noteNo = `LH-${stage.run}`;
  const way = { from: supplier, to: maker, loads, shipment: stage.newId(), order: null, noteNo };
  await deliver(stage, way);
  const of = { identity: { ...IDENTITY, lot: 'AH-RM-07' }, receivedFrom: supplied };
  return { supplied, own: await receiveForUse(stage, way, { ...MATERIAL, ...of, staff: maker }, '0.5') };
};

/** Packs of a lot of material, released twice and on the shelf. */
export const makeDrug = async (stage: Stage, material: Lot, lot: string): Promise<Lot> => {
  const packed = await registerDrug(stage, 'packed', lot);
  const yields = { quantity: PACKS, theoretical: PACKS, lost: null, yieldLimits: LIMITS };
  await make(stage, packed, { inputs: [[material, '10']], ...yields });
  await testAndRelease(stage, packed, '5', false);
  await acceptStock(stage, packed, PACKS);
  await stage.send(maker.releaser, batchActs.releaseToMarket, { batch: packed.batch });
  return packed;
};

interface Ends {
  readonly giver: string;
  readonly grantor: string;
  readonly consignor: string;
  readonly consignee: string;
  readonly login: string;
  readonly inspector: string;
}

const sell = async (stage: Stage, batch: Lot, quantity: string, ends: Ends): Promise<void> => {
  const { giver, grantor, consignor, consignee, login, inspector } = ends;
  const sale = { consignor, consignee, batch, quantity, noteNo: `AH-${stage.run}-${quantity}` };
  const announced = saleOf(stage, sale);
  const { shipment } = announced;
  await stage.send(giver, shipmentActs.create, announced);
  const grants = grantor === giver ? [await stage.share(giver, batch.identity, consignee)] : [];
  await stage.send(giver, shipmentActs.load, loadOf(shipment, sale, grants));
  await drive(stage, shipment, { giver, taker: login, ...sale });
  await bookInAndAccept(stage, batch.batch, { login, inspector, holder: consignee });
};

/** A lot of the supplier and the maker's own, released for use. @throws StoryFailed at the first refusal */
export const layMaterial = async (
  url: string,
  ports: Ports,
  gateways?: Gateways,
): Promise<{ readonly stage: Stage; readonly supplied: Lot; readonly own: Lot }> => {
  const stage = await Stage.open(url, ports, gateways);
  return { stage, ...(await supply(stage)) };
};

/** Plays what lies before the complaint. @throws StoryFailed at the first refusal */
export const layRecallGround = async (url: string, ports: Ports): Promise<RecallGround> => {
  const { stage, supplied, own } = await layMaterial(url, ports);
  const numbers = ['AH-2701', 'AH-2702', 'AH-2703'] as const;
  const [a, b, c] = numbers;
  const packed = [
    await makeDrug(stage, own, a),
    await makeDrug(stage, own, b),
    await makeDrug(stage, own, c),
  ] as const;
  const wholesale = { login: 'wholesale-keeper', inspector: 'wholesale-receiving' };
  const [first] = packed;
  await sell(stage, first, PACKS, {
    giver: maker.keeper,
    grantor: maker.keeper,
    consignor: FIRM.maker,
    consignee: FIRM.wholesaler,
    ...wholesale,
  });
  const lots = [lotOfRun(stage, a), lotOfRun(stage, b), lotOfRun(stage, c)] as const;
  return { stage, supplied, packed, lots };
};
