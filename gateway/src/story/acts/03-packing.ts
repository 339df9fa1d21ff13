/** Act 3: bulk, packs with serials, cases and a pallet, an investigation, and the two releases. */
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { acceptStock, lotOfRun, standingOf, stockOf, testAndRelease, type Lot } from '../batches.js';
import { FIRM } from '../cast.js';
import { BULK, CARTONS, PACKED, SIBLINGS } from '../figures.js';
import { releaseAfterInvestigation } from '../investigated-release.js';
import { downloadLabels } from '../labels.js';
import { publishLeafFile } from '../leaf-file.js';
import { buyCartons, makeBulk, makePacks } from '../production.js';
import { loadOf, saleOf } from '../sales.js';
import { GTIN, pack, serialise, type Serialised } from '../serials.js';
import { STAFF } from '../staff.js';
import type { Stage } from '../stage.js';
import { given, type World } from '../world.js';
import type { StoryAct } from './index.js';

const { maker } = STAFF;

/** Two small batches of the same bulk; the first goes to the market. */
const makeSiblings = async (stage: Stage, bulk: Lot, cartons: Lot): Promise<readonly Serialised[]> => {
  const made: Serialised[] = [];
  for (const run of SIBLINGS.runs) {
    const lot = await makePacks(stage, bulk, cartons, run);
    const codes = await serialise(stage, lot, SIBLINGS.serials);
    await testAndRelease(stage, lot, SIBLINGS.sampled, false);
    made.push(codes);
  }
  const [first] = made;
  await stage.send(maker.releaser, batchActs.releaseToMarket, { batch: first?.lot.batch });
  return made;
};

/** A case holds packs of two batches at the most. */
const refuseThreeBatches = async (stage: Stage, all: readonly Serialised[]): Promise<void> => {
  await stage.refused('CODE_BATCHES_TOO_MANY', maker.keeper, codeActs.aggregate, {
    container: stage.newId(),
    holder: maker.enterprise,
    site: maker.site,
    status: 'quarantine',
    contents: all.map(({ commission, lot: { batch } }) => ({ from: commission, batch, count: 30 })),
  });
};

const packSiblings = async (stage: Stage, siblings: readonly Serialised[]): Promise<void> => {
  for (const codes of siblings) {
    await pack(stage, codes, SIBLINGS.perCase);
    await acceptStock(stage, codes.lot, SIBLINGS.inStock);
    stage.same('packs of a sibling', await stockOf(stage, maker.keeper, codes.lot.batch), [
      ['acceptable', SIBLINGS.inStock, 'H87'],
    ]);
  }
};

/** No sale before the second release. */
const releaseToMarket = async (stage: Stage, lot: Lot): Promise<void> => {
  const noteNo = `AH-${stage.run}`;
  const quantity = PACKED.inStock;
  const sale = { consignor: FIRM.maker, consignee: FIRM.wholesaler, batch: lot, quantity, noteNo };
  const announced = saleOf(stage, sale);
  await stage.send(maker.keeper, shipmentActs.create, announced);
  const grants = [await stage.share(maker.keeper, lot.identity, FIRM.wholesaler)];
  const loading = loadOf(announced.shipment, sale, grants);
  await stage.refused('BATCH_NOT_RELEASED', maker.keeper, shipmentActs.load, loading);
  await stage.send(maker.releaser, batchActs.releaseToMarket, { batch: lot.batch });
  stage.same('packed batch', await standingOf(stage, maker.releaser, lot.batch), ['released', 'released']);
};

const remember = async (
  stage: Stage,
  world: World,
  codes: Serialised,
  packed: Awaited<ReturnType<typeof pack>>,
): Promise<void> => {
  const { cases, pallet } = packed;
  const { commission, serials, leaves } = codes;
  world.packed = codes.lot;
  world.codes = {
    gtin: GTIN,
    commission,
    serials,
    leaves,
    caseOf: (index) => cases[Math.floor(index / PACKED.perCase)]?.code ?? '',
    cases,
    pallet: pallet.code,
    palletSscc: pallet.sscc,
    leafFile: await publishLeafFile(stage, codes, cases),
  };
};

const assertLeft = async (stage: Stage, bulk: Lot, cartons: Lot, lot: Lot): Promise<void> => {
  const left = async (batch: string) => (await stockOf(stage, maker.keeper, batch)).map(([, left]) => left);
  stage.same('bulk left', await left(bulk.batch), [BULK.left]);
  stage.same('cartons left', await left(cartons.batch), [CARTONS.left]);
  stage.same('packs', await stockOf(stage, maker.keeper, lot.batch), [['acceptable', PACKED.inStock, 'H87']]);
  const { client } = await stage.as(maker.releaser);
  const { batches, hidden } = await client.read('trail', { id: lot.batch });
  stage.same('batches behind the packs', [batches.length - 1, hidden], [PACKED.parents, PACKED.hidden]);
};

const play = async (stage: Stage, world: World): Promise<readonly string[]> => {
  const cartons = await buyCartons(stage);
  const bulk = await makeBulk(stage, given(world, 'apiAtMaker'));
  const lot = await makePacks(stage, bulk, cartons, PACKED.run);
  const codes = await serialise(stage, lot, PACKED.serials);
  const siblings = await makeSiblings(stage, bulk, cartons);
  await refuseThreeBatches(stage, [codes, ...siblings]);
  const packed = await pack(stage, codes, PACKED.perCase);
  stage.same('cases', [packed.cases.length, packed.cases.at(-1)?.count], [PACKED.cases, PACKED.lastCase]);
  await packSiblings(stage, siblings);
  const labels = await downloadLabels(stage, codes.serials[0] ?? '', lotOfRun(stage, PACKED.run.lot));
  await releaseAfterInvestigation(stage, lot, PACKED.sampled);
  await acceptStock(stage, lot, PACKED.inStock);
  await releaseToMarket(stage, lot);
  await remember(stage, world, codes, packed);
  world.bulk = bulk;
  world.siblings = siblings.map((each) => each.lot);
  await assertLeft(stage, bulk, cartons, lot);
  return [
    `${BULK.made} tablets; 10,000 serials issued = 9,940 commissioned + 60 rejected on the line`,
    `100 cases on one pallet, SSCC ${packed.pallet.sscc}; ${labels}`,
    'a result out of specification blocked the release until its investigation was closed',
    'a sale between the two releases was refused; released from site and to the market, each signed',
  ];
};

/** Act 3. */
export const packing: StoryAct = { number: 3, title: 'Bulk, packs and two releases', play };
