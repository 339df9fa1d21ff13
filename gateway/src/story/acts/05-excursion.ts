/** Act 5: the logger's export tells of an excursion; the load is pending until the MAH's quality has decided. */
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import type { ExcursionRecord } from '@yaosu/chaincode/model/telemetry/schemas';
import { stockOf } from '../batches.js';
import { FIRM } from '../cast.js';
import { excursionsSeen, shipmentSeen } from '../cold-chain.js';
import { compareFigures, dispose, publishOriginal, takeWayOut, upload } from '../excursion.js';
import { TRIP } from '../figures.js';
import type { Stage } from '../stage.js';
import { given, type World } from '../world.js';
import type { StoryAct } from './index.js';

const DRIVER = 'carrier-driver';
const RECEIVER = 'wholesale-keeper';
const QUALITY = 'maker-qm';

const assertLoad = async (stage: Stage, world: World, status: string, condition: string): Promise<void> => {
  const { batch, unit } = given(world, 'packed');
  stage.same('load', await stockOf(stage, DRIVER, batch), [[status, TRIP.packs, unit]]);
  const shipment = await shipmentSeen(stage, RECEIVER, given(world, 'shipment'));
  stage.same('condition of the load', shipment.condition, condition);
};

/** Pending, a way out, a decision for every excursion: then the load is what it was. */
const settle = async (stage: Stage, world: World, found: readonly ExcursionRecord[]): Promise<string> => {
  const [first] = found;
  if (first === undefined) return 'no excursion: the load stayed clear';
  const shipment = given(world, 'shipment');
  await assertLoad(stage, world, 'pending', 'pending');
  await takeWayOut(stage, world, first.episode);
  const numbers: string[] = [];
  for (const [i, each] of found.entries()) numbers.push(await dispose(stage, shipment, each, i + 1));
  const [deviation = ''] = numbers;
  world.excursion = { key: keyOf('exc', shipment, first.episode), deviation };
  await assertLoad(stage, world, 'acceptable', 'clear');
  return `load pending; depot without licence passed over, truck declined, warehouse took it; released by the MAH's quality, ${numbers.join(', ')}`;
};

/** Driver and warehouse sign at the door; the goods wait there for their inspection. */
const receive = async (stage: Stage, world: World): Promise<void> => {
  const { batch, unit } = given(world, 'packed');
  const shipment = given(world, 'shipment');
  const counted = [{ batch, quantity: TRIP.packs }];
  const payload = { shipment, counted, seals: given(world, 'trip').seals };
  const [giver, taker] = [await stage.as(DRIVER), await stage.as(RECEIVER)];
  const { result } = await stage.send(DRIVER, shipmentActs.receive, payload, { with: [taker] });
  stage.same('outcome of the receipt', result['outcome'], 'recorded');
  const { state, holder, lastHandOver } = await shipmentSeen(stage, QUALITY, shipment);
  stage.same('shipment', [state, holder], ['received', FIRM.wholesaler]);
  const kids = [lastHandOver?.giver.kid, lastHandOver?.taker.kid];
  stage.same('keys of the receipt', kids, [giver.key.kid, taker.key.kid]);
  stage.same('goods at the wholesaler', await stockOf(stage, RECEIVER, batch), [
    ['quarantine', TRIP.packs, unit],
  ]);
};

const play = async (stage: Stage, world: World): Promise<readonly string[]> => {
  const { isMade } = given(world, 'trip');
  const read = await upload(stage, world);
  await publishOriginal(stage, world, read);
  const found = await excursionsSeen(stage, QUALITY, given(world, 'shipment'));
  if (isMade) await compareFigures(stage, read, found);
  const settled = await settle(stage, world, found);
  await receive(stage, world);
  const minutes = found.map((each) => String(each.minutes)).join(', ');
  const excursions =
    minutes === '' ? 'no excursion' : `${String(found.length)} excursion(s) of ${minutes} minutes`;
  return [
    `${read.format} ${read.serial}: ${String(read.readings)} readings uploaded by the driver, judged on the peers: ${excursions}`,
    settled,
    `received by the wholesaler, both signed: ${TRIP.packs} packs in quarantine`,
  ];
};

/** Act 5. */
export const excursion: StoryAct = { number: 5, title: 'An excursion', play };
