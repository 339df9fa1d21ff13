/** Act 7: the drum leaves with a manifest, is weighed at both ends, and a difference is answered before it is closed. */
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import { FIRM } from '../cast.js';
import { WASTE } from '../figures.js';
import type { Stage } from '../stage.js';
import { fillDrum, KEEPER, manifestOf, manifestSeen, plan, planned, plannedSince } from '../waste.js';
import type { World } from '../world.js';
import type { StoryAct } from './index.js';

const DISPOSER = 'disposer-keeper';
const FAR_DISPOSER = 'far-disposer-keeper';
const DRIVER = 'waste-driver';
const ESCORT = 'waste-escort';

/** A licence that does not name the code ends it at the desk, a province border without permit at the gate. */
const refuseOthers = async (stage: Stage, drum: string): Promise<void> => {
  const foreign = manifestOf(stage, drum, FIRM.otherDisposer);
  const details = await stage.refused('WASTE_CODE_NOT_LICENSED', KEEPER, wasteActs.createManifest, foreign);
  stage.same('code that is not licensed', details, { code: WASTE.code });
  await plan(stage, FIRM.farDisposer, FAR_DISPOSER, 'ZJWF-2021-1313');
  const far = manifestOf(stage, drum, FIRM.farDisposer);
  await stage.send(KEEPER, wasteActs.createManifest, far);
  const { manifest } = far;
  const crew = { with: [await stage.as(DRIVER), await stage.as(ESCORT)] };
  const gate = { manifest, permit: null };
  await stage.refused('WASTE_PROVINCE_PERMIT_MISSING', KEEPER, wasteActs.depart, gate, crew);
  await stage.send(KEEPER, wasteActs.void, { manifest });
};

/** Generator, driver and escort sign at the gate, acceptor and driver at the scales. */
const carry = async (stage: Stage, drum: string): Promise<string> => {
  const payload = manifestOf(stage, drum, FIRM.disposer);
  const { manifest } = payload;
  await stage.send(KEEPER, wasteActs.createManifest, payload);
  const crew = { with: [await stage.as(DRIVER), await stage.as(ESCORT)] };
  await stage.send(KEEPER, wasteActs.depart, { manifest, permit: null }, crew);
  const ticket = await stage.store(DISPOSER, { title: '过磅单', grams: WASTE.received.gross });
  const drums = [{ drum, verdict: 'accepted', ...WASTE.received }];
  const weighed = { manifest, drums, weighbridge: ticket['plaintextDigest'] };
  const { result } = await stage.send(DISPOSER, wasteActs.accept, weighed, {
    with: [await stage.as(DRIVER)],
  });
  stage.same('outcome of the acceptance', result['outcome'], 'deviating');
  stage.same('its deviations', result['deviations'], [{ code: 'WASTE_WEIGHT_DIFFERS', owner: FIRM.cdmo }]);
  return manifest;
};

/** Generator and authority see the difference; it is answered, and only then is the manifest closed. */
const settle = async (stage: Stage, manifest: string, drum: string): Promise<void> => {
  for (const login of [KEEPER, 'environment-inspector']) {
    const [difference, ...more] = (await manifestSeen(stage, login, manifest)).differences;
    stage.same(`differences that ${login} sees`, more.length, 0);
    const { sentNet = '', receivedNet = '', edition, reportedTo, answer } = difference ?? {};
    const told = { sentNet, receivedNet, edition, reportedTo, answer };
    stage.same(`difference that ${login} sees`, told, {
      sentNet: WASTE.sent.net,
      receivedNet: WASTE.received.net,
      edition: WASTE.toleranceEdition,
      reportedTo: WASTE.reportedTo,
      answer: null,
    });
    const grams = (BigInt(sentNet) - BigInt(receivedNet)).toString();
    stage.same('grams that are missing', grams, WASTE.difference);
  }
  const closing = { manifest, certificate: null };
  await stage.refused('WASTE_DIFFERENCE_OPEN', DISPOSER, wasteActs.close, closing);
  const statement = await stage.store(KEEPER, { title: '差异说明', reason: '呼吸阀挥发与残液' });
  await stage.send(KEEPER, wasteActs.answer, {
    manifest,
    drum,
    reason: 'evaporation',
    statement: statement['plaintextDigest'],
  });
  await stage.send(DISPOSER, wasteActs.close, closing);
  stage.same('manifest', (await manifestSeen(stage, 'environment-inspector', manifest)).state, 'closed');
};

const play = async (stage: Stage, world: World): Promise<readonly string[]> => {
  const drum = world.drum?.code ?? (await fillDrum(stage));
  await stage.send(KEEPER, wasteActs.seal, { drum, ...WASTE.sent });
  await refuseOthers(stage, drum);
  const before = await planned(stage, FIRM.disposer);
  await plan(stage, FIRM.disposer, DISPOSER, 'JSWF-2021-1010');
  const manifest = await carry(stage, drum);
  const onTheWay = await plannedSince(stage, FIRM.disposer, before);
  stage.same('plan on the way', onTheWay, { reserved: WASTE.reservedWhileOnTheWay, settled: '0' });
  await settle(stage, manifest, drum);
  stage.same('plan after closing', await plannedSince(stage, FIRM.disposer, before), {
    reserved: WASTE.reservedAfterClosing,
    settled: WASTE.settledAfterClosing,
  });
  world.manifest = manifest;
  return [
    `to ${FIRM.otherDisposer} refused: WASTE_CODE_NOT_LICENSED; to ${FIRM.farDisposer} at the gate: WASTE_PROVINCE_PERMIT_MISSING`,
    `manifest ${manifest.slice(0, 12)}…: ${WASTE.sent.net} g sent, ${WASTE.received.net} g received, ${WASTE.difference} g answered; closed`,
    `plan: ${WASTE.settledAfterClosing} g settled, ${WASTE.reservedAfterClosing} g reserved`,
  ];
};

/** Act 7. */
export const waste: StoryAct = { number: 7, title: 'The drum', play };
