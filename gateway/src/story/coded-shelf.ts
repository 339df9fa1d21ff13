/** The shortest way to coded packs on a pharmacy's shelf, for tests that begin at its counter. */
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { inclusionProofs } from '@yaosu/chaincode/signing/merkle';
import type { ReceiverLeaves } from '../api/leaf-file.js';
import type { Ports } from '../ports.js';
import { acceptStock, lotOfRun, testAndRelease, type Lot } from './batches.js';
import { FIRM } from './cast.js';
import { publish } from './papers.js';
import { make, registerDrug } from './production.js';
import { layMaterial } from './recall-ground.js';
import { loadOf, saleOf } from './sales.js';
import { GTIN, serialise, type Serialised } from './serials.js';
import { STAFF } from './staff.js';
import type { Gateways, Stage } from './stage.js';
import { bookInAndAccept, drive } from './wholesale.js';

const { maker } = STAFF;
const LOT = 'AH-3101';
const PACKS = '200';
const SOLD = 12;
const SERIALS = { issued: 1_000, used: 200, rejected: 0, unused: 800 };

/** Packs on the shelf as they are printed: GS1 element strings with the AIs in brackets. */
export interface CodedShelf {
  readonly stage: Stage;
  readonly batch: string;
  readonly codes: readonly string[];
  readonly serials: readonly string[];
}

const makeCoded = async (stage: Stage, material: Lot): Promise<{ packed: Lot; coded: Serialised }> => {
  const packed = await registerDrug(stage, 'packed', LOT);
  const yields = { quantity: PACKS, theoretical: PACKS, lost: null };
  await make(stage, packed, {
    inputs: [[material, '10']],
    ...yields,
    yieldLimits: { lower: 9_000, upper: 10_100 },
  });
  const coded = await serialise(stage, packed, SERIALS);
  await testAndRelease(stage, packed, '5', false);
  await acceptStock(stage, packed, PACKS);
  await stage.send(maker.releaser, batchActs.releaseToMarket, { batch: packed.batch });
  const { batch, site } = packed;
  const contents = [{ batch, count: SERIALS.used }];
  const stand = { holder: maker.enterprise, site, status: 'acceptable' };
  await stage.send(maker.keeper, codeActs.disaggregate, { container: coded.commission, ...stand, contents });
  return { packed, coded };
};

const sell = async (
  stage: Stage,
  { batch, ...packed }: Lot,
  { commission, serials, leaves }: Serialised,
): Promise<void> => {
  const content: ReceiverLeaves = {
    gtin: GTIN,
    commission,
    sscc: null,
    packs: inclusionProofs(leaves, SOLD).map((proof, index) => ({
      ...{ serial: serials[index] ?? '', index },
      proof: [...proof],
    })),
  };
  const file = await publish(stage, maker.production, { kind: 'leafFile', batch }, content);
  const [consignor, consignee] = [FIRM.maker, FIRM.pharmacy];
  const sale = {
    consignor,
    consignee,
    batch: { ...packed, batch },
    quantity: String(SOLD),
    noteNo: `AH-R-${stage.run}`,
  };
  const announced = saleOf(stage, sale);
  await stage.send(maker.keeper, shipmentActs.create, announced);
  const grants = await Promise.all(
    [packed.identity, file].map((id) => stage.share(maker.keeper, id, consignee)),
  );
  const { shipment } = announced;
  await stage.send(maker.keeper, shipmentActs.load, loadOf(shipment, sale, grants, file));
  await drive(stage, shipment, { giver: maker.keeper, taker: 'pharmacist', ...sale });
  const who = { login: 'pharmacist', inspector: 'pharmacy-receiving', holder: consignee };
  await bookInAndAccept(stage, batch, who);
};

/** Packs are made, coded, released and sold to the pharmacy. @throws StoryFailed at the first refusal */
export const layCodedShelf = async (url: string, ports: Ports, gateways?: Gateways): Promise<CodedShelf> => {
  const { stage, own } = await layMaterial(url, ports, gateways);
  const { packed, coded } = await makeCoded(stage, own);
  await sell(stage, packed, coded);
  const serials = coded.serials.slice(0, SOLD);
  const expiry = stage.day(720).replaceAll('-', '').slice(2);
  const codes = serials.map((serial) => `(01)${GTIN}(17)${expiry}(10)${lotOfRun(stage, LOT)}(21)${serial}`);
  return { stage, batch: packed.batch, codes, serials };
};
