/** Act 8: from a complaint to a closed recall. */
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { recallActs } from '@yaosu/chaincode/model/recall/acts';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { stockActs } from '@yaosu/chaincode/model/stock/acts';
import { FIRM, glnOfSite } from '../cast.js';
import { RECALL } from '../figures.js';
import {
  decideMembers,
  INSPECTOR,
  MAH,
  recallSeen,
  sealAndConfirm,
  startInvestigation,
} from '../investigation.js';
import { countOf, responseOf } from '../recall-counts.js';
import { loadOf, saleOf } from '../sales.js';
import type { Stage } from '../stage.js';
import { given, type World } from '../world.js';
import type { StoryAct } from './index.js';

const WHOLESALE = 'wholesale-keeper';
const PHARMACIST = 'pharmacist';
const PHARMACY_DESK = 'pharmacy-dispatch';
const DAY_MS = 86_400_000;

/** Batches in scope: the one on the market and its first sibling. */
const inScope = (world: World): readonly [string, string] => [
  given(world, 'packed').batch,
  given(world, 'siblings')[0]?.batch ?? '',
];

const open = async (stage: Stage, world: World, investigation: string): Promise<void> => {
  await stage.send(MAH, recallActs.open, {
    investigation,
    kind: 'voluntary',
    orderNo: null,
    class: RECALL.class,
    depth: 'patient',
    reason: stage.digest('residual solvent'),
  });
  const { recall } = await recallSeen(stage, INSPECTOR, investigation);
  const { noticeDue } = recall?.['clock'] as { readonly noticeDue: string };
  const noticeDays = (Date.parse(noticeDue) - Date.parse(String(recall?.['openedAt']))) / DAY_MS;
  stage.same('recalled', [...((recall?.['batches'] ?? []) as string[])].sort(), [...inScope(world)].sort());
  stage.same(
    'class and days of the notice',
    [recall?.['class'], noticeDays],
    [RECALL.class, RECALL.noticeDays],
  );
};

/** Nothing in scope is sold, dispensed or used. */
const refuseOutward = async (stage: Stage, world: World): Promise<void> => {
  const batch = given(world, 'packed');
  const sale = {
    consignor: FIRM.wholesaler,
    consignee: FIRM.pharmacy,
    batch,
    quantity: '100',
    noteNo: `HD-R-${stage.run}`,
  };
  const announced = saleOf(stage, sale);
  await stage.send(WHOLESALE, shipmentActs.create, announced);
  await stage.refused('BATCH_STOPPED', WHOLESALE, shipmentActs.load, loadOf(announced.shipment, sale, []));
  await stage.refused('BATCH_STOPPED', PHARMACIST, codeActs.dispense, given(world, 'spare'));
  await stage.refused('BATCH_STOPPED', 'cdmo-production', stockActs.use, {
    holder: FIRM.cdmo,
    batch: given(world, 'api').batch,
    unit: 'KGM',
    site: glnOfSite(FIRM.cdmo),
    quantity: '1',
    consumption: 'cleaning',
  });
};

/** What is recalled comes home or is destroyed. */
const goHome = async (stage: Stage, world: World): Promise<void> => {
  const batch = given(world, 'packed');
  const home = {
    consignor: FIRM.pharmacy,
    consignee: FIRM.wholesaler,
    batch,
    quantity: RECALL.returning,
    noteNo: `RX-R-${stage.run}`,
  };
  const announced = { ...saleOf(stage, home), purpose: 'recallReturn' };
  await stage.send(PHARMACY_DESK, shipmentActs.create, announced);
  await stage.send(PHARMACY_DESK, shipmentActs.load, loadOf(announced.shipment, home, []));
  const shelf = {
    holder: FIRM.wholesaler,
    batch: batch.batch,
    unit: 'H87',
    site: glnOfSite(FIRM.wholesaler),
  };
  const end = {
    ...shelf,
    quantity: RECALL.destroyed,
    status: 'acceptable',
    manifest: null,
    certificate: stage.digest('burnt'),
  };
  const { result } = await stage.send(WHOLESALE, stockActs.destroy, end, {
    with: [await stage.as(INSPECTOR)],
  });
  stage.same('outcome of the destruction', result['outcome'], 'deviating');
};

const silent = async (stage: Stage, investigation: string): Promise<readonly string[]> => {
  const { holders } = await recallSeen(stage, INSPECTOR, investigation);
  return [...new Set(holders.filter(({ response }) => response === null).map(({ holder }) => holder))].sort();
};

const respond = async (stage: Stage, world: World, investigation: string): Promise<void> => {
  const [first, second] = inScope(world);
  const names = new Map([
    [first, 'first'],
    [second, 'second'],
  ]);
  const { holders } = await recallSeen(stage, MAH, investigation);
  const held = holders.map(({ batch, holder, quantity }) => [names.get(batch), holder, quantity]);
  stage.same('holders', held.map(String).sort(), RECALL.holders.map(String).sort());
  stage.same('not responded', await silent(stage, investigation), RECALL.silentBefore);
  const { counts } = RECALL;
  const send = (login: string, count: Record<string, unknown>): Promise<unknown> =>
    stage.send(login, recallActs.respond, responseOf(investigation, [count]));
  await send(WHOLESALE, countOf(first, counts.wholesaler));
  await send(PHARMACIST, countOf(first, counts.pharmacy));
  stage.same('still not responded', await silent(stage, investigation), RECALL.silentAfterTwo);
  await send(MAH, countOf(second, counts.maker));
};

const close = async (stage: Stage, world: World, investigation: string): Promise<void> => {
  const [first, second] = inScope(world);
  const reconciled = [
    { ...countOf(first, RECALL.reconciled), reason: null },
    { ...countOf(second, RECALL.counts.maker), reason: null },
  ];
  const report = stage.digest('report of the recall');
  const short = { investigation, report, counts: reconciled.slice(1) };
  await stage.refused('RECALL_COUNT_INCOMPLETE', MAH, recallActs.close, short);
  await stage.send(MAH, recallActs.close, { investigation, report, counts: reconciled });
  const { recall } = await recallSeen(stage, INSPECTOR, investigation);
  stage.same('recall', recall?.['state'], 'closed');
};

const play = async (stage: Stage, world: World): Promise<readonly string[]> => {
  const investigation = await startInvestigation(stage, world);
  const members = await sealAndConfirm(stage, investigation);
  await decideMembers(stage, world, investigation);
  await open(stage, world, investigation);
  await refuseOutward(stage, world);
  await goHome(stage, world);
  await respond(stage, world, investigation);
  await close(stage, world, investigation);
  world.recall = investigation;
  const table = (await recallSeen(stage, MAH, investigation)).holders;
  return [
    `${String(members)} batches of one lot stopped level by level and sealed; ${String(RECALL.provisional)} beyond the MAH's own confirmed by the authority`,
    `class ${RECALL.class} voluntary recall of 2 market batches, a third excluded with a signed reason; sale, dispensing and use refused`,
    ...table.map(
      ({ batch, holder, quantity, response }) =>
        `${batch.slice(0, 8)}…  ${holder.padEnd(18)} ${quantity.padStart(6)}  ${response ?? 'not responded'}`,
    ),
    'closed with its reconciliation: 9,940 = 9,741 on hand + 96 on the way home + 100 destroyed + 3 dispensed',
  ];
};

/** Act 8. */
export const recall: StoryAct = { number: 8, title: 'A recall', play };
