/** The shortest way to a coded pallet that is loaded for sale, for tests that begin with a scan of it. */
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import type { Ports } from '../ports.js';
import { acceptStock, lotOfRun, testAndRelease } from './batches.js';
import { FIRM } from './cast.js';
import { make, registerDrug } from './production.js';
import { layMaterial } from './recall-ground.js';
import { loadOf, saleOf } from './sales.js';
import { GTIN, pack, serialise } from './serials.js';
import { STAFF } from './staff.js';
import type { Stage } from './stage.js';

const { maker } = STAFF;
const LOT = 'AH-3001';
const PACKS = '200';
const SERIALS = { issued: 1_000, used: 200, rejected: 0, unused: 800 };

/** Codes of the load as they are printed: GS1 element strings with the AIs in brackets. */
export interface CodedLoad {
  readonly stage: Stage;
  readonly noteNo: string;
  readonly pallet: string;
  readonly cases: readonly string[];
  readonly pack: string;
  readonly serial: string;
  readonly lot: string;
}

/** Packs are made, coded, released and loaded for the wholesaler. @throws StoryFailed at the first refusal */
export const loadCodedPallet = async (url: string, ports: Ports, perCase = 100): Promise<CodedLoad> => {
  const { stage, own } = await layMaterial(url, ports);
  const packed = await registerDrug(stage, 'packed', LOT);
  const yields = { quantity: PACKS, theoretical: PACKS, lost: null };
  const yieldLimits = { lower: 9_000, upper: 10_100 };
  await make(stage, packed, { inputs: [[own, '10']], ...yields, yieldLimits });
  const codes = await serialise(stage, packed, SERIALS);
  const { cases, pallet } = await pack(stage, codes, perCase);
  await testAndRelease(stage, packed, '5', false);
  await acceptStock(stage, packed, PACKS);
  await stage.send(maker.releaser, batchActs.releaseToMarket, { batch: packed.batch });
  const noteNo = `AH-S-${stage.run}`;
  const sale = { consignor: FIRM.maker, consignee: FIRM.wholesaler, batch: packed, quantity: PACKS, noteNo };
  const announced = saleOf(stage, sale);
  await stage.send(maker.keeper, shipmentActs.create, announced);
  const grants = [await stage.share(maker.keeper, packed.identity, FIRM.wholesaler)];
  await stage.send(maker.keeper, shipmentActs.load, loadOf(announced.shipment, sale, grants));
  const [serial = ''] = codes.serials;
  const lot = lotOfRun(stage, LOT);
  const expiry = stage.day(700).replaceAll('-', '').slice(2);
  return {
    ...{ stage, noteNo, serial, lot },
    pallet: `(00)${pallet.sscc}`,
    cases: cases.map(({ sscc }) => `(00)${sscc}`),
    pack: `(01)${GTIN}(17)${expiry}(10)${lot}(21)${serial}`,
  };
};
