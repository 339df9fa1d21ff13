/** Act 1: starting materials are ordered from who is qualified, received, inspected, tested and released for use. */
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { orderActs } from '@yaosu/chaincode/model/order/acts';
import { stockActs } from '@yaosu/chaincode/model/stock/acts';
import { approve } from '../approved-list.js';
import {
  acceptStock,
  inspection,
  registerBatch,
  standingOf,
  stockOf,
  testAndRelease,
  type Lot,
  type LotDraft,
} from '../batches.js';
import { FIRM, glnOfSite } from '../cast.js';
import { bookIn, deliver, type Delivery } from '../deliveries.js';
import { MATERIALS } from '../figures.js';
import { contentOf, grant, publish } from '../papers.js';
import { STAFF } from '../staff.js';
import type { Stage } from '../stage.js';
import type { World } from '../world.js';
import type { StoryAct } from './index.js';

const PURCHASER = 'cdmo-purchaser';
const { supplier, cdmo } = STAFF;

const linesOf = (stage: Stage): readonly Record<string, string>[] => [
  { material: stage.digest('2-chlorophenothiazine'), quantity: MATERIALS.ordered, unit: 'KGM' },
];

const orderOf = (
  stage: Stage,
  firm: string,
  approval: string,
): Record<string, unknown> & { order: string } => ({
  order: stage.newId(),
  buyer: FIRM.cdmo,
  supplier: firm,
  site: glnOfSite(firm),
  approval,
  lines: linesOf(stage),
  requiredBy: stage.day(14),
});

/** The lapsed supplier is blocked, the qualified one confirms. @returns the order */
const order = async (stage: Stage): Promise<string> => {
  const qualified = await approve(stage, FIRM.supplier);
  const lapsed = await approve(stage, FIRM.lapsedSupplier);
  const blocked = orderOf(stage, FIRM.lapsedSupplier, lapsed);
  const details = await stage.refused('SUPPLIER_NOT_QUALIFIED', PURCHASER, orderActs.place, blocked);
  stage.same('alternates of the blocked order', details, {
    reason: MATERIALS.refusedFor,
    alternates: [qualified],
    suppliers: MATERIALS.alternates,
  });
  const placed = orderOf(stage, FIRM.supplier, qualified);
  await stage.send(PURCHASER, orderActs.place, placed);
  const confirmation = { order: placed.order, lines: linesOf(stage), deliverOn: stage.day(7) };
  await stage.send(supplier.keeper, orderActs.confirm, confirmation);
  return placed.order;
};

const draftOf = (lot: string): Omit<LotDraft, 'staff'> => ({
  kind: 'startingMaterial',
  identity: {
    name: '2-氯吩噻嗪 2-chlorophenothiazine',
    product: 'SM-CPT',
    lot,
    specification: 'Q/LH 012-2026',
  },
  unit: 'KGM',
  storage: 'ambient',
  mah: null,
  usableDays: 720,
});

/** The supplier makes and releases a lot, and publishes its certificate of analysis, which the buyer may read. */
const supply = async (stage: Stage, number: string): Promise<Lot> => {
  const made = MATERIALS.lot;
  const lot = await registerBatch(stage, { ...draftOf(`LH26${number}`), staff: supplier, made });
  await testAndRelease(stage, lot, MATERIALS.sampled, false);
  await acceptStock(stage, lot, made);
  const content = { title: '检验报告单 certificate of analysis', lot: `LH26${number}`, assay: '99.4 %' };
  const about = { kind: 'certificate', batch: lot.batch };
  const paper = await publish(stage, supplier.releaser, about, content);
  await grant(stage, supplier.releaser, paper, FIRM.cdmo);
  stage.same('certificate as the buyer reads it', await contentOf(stage, cdmo.releaser, paper), content);
  return lot;
};

/** Quarantine, a second person's inspection, tests, release for use: a lot of the CDMO's own. */
const receive = async (stage: Stage, delivery: Delivery, source: Lot, number: string): Promise<Lot> => {
  const draft = { ...draftOf(`QT-RM-${number}`), staff: cdmo, mah: FIRM.maker, receivedFrom: source };
  const own = await bookIn(stage, delivery, { ...draft, usableDays: 700 });
  stage.same('stock on arrival', await stockOf(stage, cdmo.keeper, own.batch), [
    ['quarantine', MATERIALS.lot, 'KGM'],
  ]);
  const inspected = inspection(own, MATERIALS.lot);
  await stage.refused('PERSON_INVOLVED', cdmo.keeper, stockActs.inspect, inspected);
  await acceptStock(stage, own, MATERIALS.lot);
  await testAndRelease(stage, own, MATERIALS.sampled, true);
  stage.same('usable stock', await stockOf(stage, cdmo.keeper, own.batch), [
    ['acceptable', MATERIALS.usable, 'KGM'],
  ]);
  stage.same('disposition', await standingOf(stage, cdmo.releaser, own.batch), ['released', 'none']);
  return own;
};

const play = async (stage: Stage, world: World): Promise<readonly string[]> => {
  const placed = await order(stage);
  const [first, second] = [await supply(stage, '01'), await supply(stage, '02')];
  const loads = [first, second].map((lot) => ({ lot, quantity: MATERIALS.lot }));
  const shipment = stage.newId();
  const lines = loads.map(({ lot, quantity }) => ({ batch: lot.batch, quantity, unit: lot.unit }));
  await stage.send(supplier.keeper, orderActs.shipNotice, { order: placed, shipment, lines });
  const noteNo = `LH-${stage.run}`;
  const delivery = { from: supplier, to: cdmo, loads, shipment, order: placed, noteNo };
  await deliver(stage, delivery);
  const own = [
    await receive(stage, delivery, first, '01'),
    await receive(stage, delivery, second, '02'),
  ] as const;
  const { client } = await stage.as(PURCHASER);
  const { record } = await client.read('record', { key: keyOf('order', placed) });
  stage.same('order', record.value['state'], MATERIALS.orderState);
  for (const { batch } of own) {
    const { batches } = await client.read('trail', { id: batch });
    stage.same('lots behind a received lot', batches.length - 1, MATERIALS.edges);
  }
  world.materials = { first: own[0], second: own[1], supplied: first };
  return [
    `order on ${FIRM.lapsedSupplier} refused (licence expired), alternate on the approved list: ${FIRM.supplier}`,
    `2 lots of ${MATERIALS.lot} kg received into quarantine, inspected by a second person, released: 2 × ${MATERIALS.usable} kg usable`,
  ];
};

/** Act 1. */
export const materials: StoryAct = { number: 1, title: 'Starting materials', play };
