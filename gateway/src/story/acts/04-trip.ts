/** Act 4: the pallet leaves for the wholesaler; two sign for it, and the receiver knows the serials that are coming. */
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { telemetryActs } from '@yaosu/chaincode/model/telemetry/acts';
import { merkleRoot } from '@yaosu/chaincode/signing/merkle';
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import { FIRM, glnOfSite } from '../cast.js';
import { exportOf, shipmentSeen } from '../cold-chain.js';
import { TRIP } from '../figures.js';
import type { StoryOptions } from '../play.js';
import { saleOf } from '../sales.js';
import { leavesOf } from '../serials.js';
import { StoryFailed, type Stage } from '../stage.js';
import { given, type World } from '../world.js';
import type { StoryAct } from './index.js';

const KEEPER = 'maker-warehouse';
const DRIVER = 'carrier-driver';
const RECEIVER = 'wholesale-keeper';
const AMPLE_MINUTES = 100_000;

/** What the product bears, by the MAH's quality. The budget of a foreign export is ample: it is of another load. */
const setProfile = async (stage: Stage, isMade: boolean): Promise<{ product: string; edition: number }> => {
  const { minCentiCelsius, maxCentiCelsius, maxUnbrokenMinutes, maxTotalMinutes } = TRIP;
  const profile = { product: stage.digest('product IXZ-20'), edition: 1 };
  await stage.send('maker-qm', telemetryActs.setProfile, {
    ...profile,
    limits: [
      { channel: 'temperature', minCentiCelsius, maxCentiCelsius, maxUnbrokenMinutes, maxTotalMinutes },
    ],
    neverFreeze: true,
    budgetMinutes: isMade ? TRIP.budgetMinutes : AMPLE_MINUTES,
  });
  return profile;
};

/** The carrier's depot has no licence to store drugs; it stands on the list for the day that it has. */
const CONTINGENCIES = [
  { kind: 'qualifiedWarehouse', enterprise: FIRM.carrier, site: glnOfSite(FIRM.carrier) },
  { kind: 'backupTruck', enterprise: FIRM.carrier, site: null },
  { kind: 'qualifiedWarehouse', enterprise: FIRM.wholesaler, site: glnOfSite(FIRM.wholesaler) },
] as const;

const digestOf = async (stage: Stage, login: string, document: string): Promise<string> => {
  const { client } = await stage.as(login);
  return (await client.read('document', { id: document })).plaintextDigest;
};

/** Announces and loads the pallet with its logger, seals and grants. @returns the shipment */
const load = async (stage: Stage, world: World): Promise<string> => {
  const { logger, seals, isMade } = given(world, 'trip');
  const batch = given(world, 'packed');
  const { leafFile } = given(world, 'codes');
  const noteNo = `AH-T-${stage.run}`;
  const sale = { consignor: FIRM.maker, consignee: FIRM.wholesaler, batch, quantity: TRIP.packs, noteNo };
  const profile = await setProfile(stage, isMade);
  const announced = { ...saleOf(stage, sale), profile, contingencies: CONTINGENCIES };
  const { shipment } = announced;
  await stage.send(KEEPER, shipmentActs.create, announced);
  const grants = await Promise.all(
    [batch.identity, leafFile].map((id) => stage.share(KEEPER, id, FIRM.wholesaler)),
  );
  await stage.send(KEEPER, shipmentActs.load, {
    shipment,
    site: glnOfSite(FIRM.maker),
    returns: null,
    lines: [{ batch: batch.batch, quantity: TRIP.packs, unit: batch.unit, status: 'acceptable' }],
    seals,
    loggers: [logger],
    grants,
    leaves: await digestOf(stage, KEEPER, leafFile),
  });
  return shipment;
};

/** The phone reads the pallet's code: what is in it is what both count. */
const scanPallet = async (stage: Stage, world: World): Promise<string> => {
  const { client } = await stage.as(KEEPER);
  const { record } = await client.read('record', { key: keyOf('obj', given(world, 'codes').pallet) });
  const contents = record.value['contents'] as readonly { readonly count: number }[];
  const packs = contents.reduce((sum, { count }) => sum + count, 0);
  stage.same('packs on the pallet', String(packs), TRIP.packs);
  return String(packs);
};

const handOver = async (stage: Stage, world: World, shipment: string): Promise<void> => {
  const { batch } = given(world, 'packed');
  const { seals } = given(world, 'trip');
  const counted = [{ batch, quantity: await scanPallet(stage, world) }];
  const at = glnOfSite(FIRM.maker);
  const [giver, taker] = [await stage.as(KEEPER), await stage.as(DRIVER)];
  const payload = { shipment, counted, seals, at };
  const { result } = await stage.send(KEEPER, shipmentActs.handOver, payload, { with: [taker] });
  stage.same('outcome of the hand-over', result['outcome'], 'recorded');
  const { state, holder, condition, lastHandOver } = await shipmentSeen(stage, RECEIVER, shipment);
  stage.same('shipment', [state, holder, condition], ['inTransit', FIRM.carrier, 'clear']);
  const kids = [lastHandOver?.giver.kid, lastHandOver?.taker.kid];
  stage.same('keys of the hand-over', kids, [giver.key.kid, taker.key.kid]);
};

/** The receiver opens the leaf file with its own key wrap: its digest is the load's, its serials lead to the root. */
const readLeaves = async (stage: Stage, world: World, shipment: string): Promise<number> => {
  const { leafFile, commission } = given(world, 'codes');
  const { client } = await stage.as(RECEIVER);
  const { salt, content } = await client.read('document', { id: leafFile });
  if (salt === null || content === null) throw new StoryFailed('the receiver cannot open the leaf file');
  const { leaves } = await shipmentSeen(stage, RECEIVER, shipment);
  stage.same('digest of the leaf file', plaintextDigest(salt, content), leaves);
  const { gtin, cases } = content as { gtin: string; cases: readonly { serials: readonly string[] }[] };
  const serials = cases.flatMap((each) => each.serials);
  const { record } = await client.read('record', {
    key: keyOf('com', given(world, 'packed').batch, commission),
  });
  stage.same('root of the serials', merkleRoot(leavesOf(gtin, serials)), record.value['root']);
  stage.same('serials in the leaf file', String(serials.length), TRIP.packs);
  return serials.length;
};

const play = async (stage: Stage, world: World, options: StoryOptions): Promise<readonly string[]> => {
  world.trip = { ...exportOf(stage, options.loggerExport), seals: [`F-${stage.run}-1`, `F-${stage.run}-2`] };
  const shipment = await load(stage, world);
  world.shipment = shipment;
  await handOver(stage, world, shipment);
  const serials = await readLeaves(stage, world, shipment);
  return [
    `shipment ${shipment.slice(0, 12)}… of ${TRIP.packs} packs at 2–8 °C: loaded with logger and ${String(world.trip.seals.length)} seals`,
    'warehouse and driver signed the hand-over, each with the own key; the truck is on the road',
    `leaf file of ${String(serials)} serials opened by the receiver: digest and Merkle root as on the ledger`,
  ];
};

/** Act 4. */
export const trip: StoryAct = { number: 4, title: 'A trip', play };
