/** Ids of what is asked for: by the story's world where it knows them, else out of the read model, around the reads. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { keyOf, type KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { FIRM, glnOfSite } from '@yaosu/gateway/story/cast';
import { layColdLot, sendColdLot } from '@yaosu/gateway/story/cold-lot';
import { GTIN } from '@yaosu/gateway/story/serials';
import type { Stage } from '@yaosu/gateway/story/stage';
import { given, type World } from '@yaosu/gateway/story/world';
import { EpcisClient, sampleEvent } from '../support/epcis.js';
import type { InProcessGateway } from '../support/story-gateway.js';
import type { Elsewhere } from './elsewhere.js';
import { identifiersOf } from './identifiers.js';
import { incidentsOf } from './incidents.js';
import { secondCodesOf } from './second-codes.js';

/** Under the CDMO's own company prefix. */
const CDMO_GTIN = '06901003000025';
const EVENT_ID = 'urn:uuid:00000000-0000-4000-8000-00000000c0de';
const OTHER_EVENT_ID = 'urn:uuid:00000000-0000-4000-8000-0000000b0b0b';

type Value = Readonly<Record<string, unknown>>;

const EPC = 'https://id.gs1.org/00/069012340000000177';
const OTHER_EPC = 'https://id.gs1.org/00/069012340000000276';
const QUERY = 'a query of the CDMO';
const OTHER_QUERY = 'a query of the maker';
/** Never due while the suite runs. */
const SCHEDULE = { month: '2', dayOfMonth: '29', dayOfWeek: '7' };

/** Names a query for the enterprise of a login, and subscribes to it. @returns the subscription */
const subscribe = async (stage: Stage, login: string, name: string): Promise<string> => {
  const client = new EpcisClient(stage.url, (await stage.as(login)).token);
  await client.make('/queries', { name, query: { EQ_bizStep: ['shipping'] } });
  const path = `/queries/${encodeURIComponent(name)}/subscriptions`;
  const { subscriptionID } = await client.make(path, {
    dest: 'https://partner.example.com/',
    schedule: SCHEDULE,
  });
  return String(subscriptionID);
};

/** Captures an event for the enterprise of a login. @returns the job */
const capture = async (stage: Stage, login: string, eventID: string, epc: string): Promise<string> => {
  const client = new EpcisClient(stage.url, (await stage.as(login)).token);
  const path = await client.capture([sampleEvent({ eventID, epcList: [epc] })]);
  while ((await client.job(path))['running'] === true);
  return path.split('/').at(-1) ?? '';
};

/** A pack that two firms say they have dispensed. @returns the alert, which is the later one's */
const alertOf = async (stage: Stage): Promise<string> => {
  const used = (eventTime: string) =>
    sampleEvent({ eventTime, bizStep: 'dispensing', epcList: ['urn:epc:id:sgtin:6901234.100000.TWICE'] });
  for (const [login, eventTime] of [
    ['maker-warehouse', '2026-10-11T08:00:00.000Z'],
    ['cdmo-warehouse', '2026-10-14T08:00:00.000Z'],
  ] as const) {
    const client = new EpcisClient(stage.url, (await stage.as(login)).token);
    const path = await client.capture([used(eventTime)]);
    while ((await client.job(path))['running'] === true);
  }
  const { alerts } = await (await stage.as('cdmo-warehouse')).client.read('alerts', {});
  return alerts[0]?.id ?? '';
};

/** A list of a firm's codes, finished. @returns the download */
const downloadOf = async (stage: Stage, login: string, gtin: string): Promise<string> => {
  const { client } = await stage.as(login);
  const { reserve } = await client.call('codeApplication', { gtin, count: 1, firstBlock: null });
  await stage.send(login, ACTS.Code.reserve, reserve);
  const wanted = { gtin, firstBlock: 0, blocks: 1, count: 3, format: 'csv' } as const;
  const { id } = await client.call('codeDownload', wanted);
  while ((await client.read('codeDownloads', {})).downloads[0]?.state === 'running');
  return id;
};

/** A bill of a firm: of packs that got codes, or that were booked in. */
const billOf = async (
  { services }: InProcessGateway,
  enterprise: string,
  kind: 'productionIn' | 'purchaseIn',
): Promise<string> => {
  const found = services.db.selectFrom('bills').select('id').where('enterprise', '=', enterprise);
  return (await found.where('kind', '=', kind).executeTakeFirstOrThrow()).id;
};

/** Reads the records of a type, as the suite's own way around the reads. */
const recordsOf = async (
  { services }: InProcessGateway,
  type: KeyType,
): Promise<readonly { readonly key: string; readonly value: Value }[]> =>
  services.db
    .selectFrom('records')
    .select(['key', 'value'])
    .where('type', '=', type)
    .orderBy('key')
    .execute();

/** Key of the first record of a type that is meant. @throws when there is none */
type Finder = (type: KeyType, isMeant: (value: Value) => boolean) => Promise<string>;

const finderOf =
  (gateway: InProcessGateway): Finder =>
  async (type, isMeant) => {
    const found = (await recordsOf(gateway, type)).find(({ value }) => isMeant(value));
    if (found === undefined) throw new Error(`the story has left no ${type} like that`);
    return found.key;
  };

const playedBy = (stage: Stage, act: string, login: string): { cmd: string; txId: string } => {
  const played = stage.played.find((each) => each.act === act && each.login === login);
  if (played === undefined) throw new Error(`${login} has not signed ${act}`);
  return played;
};

const batchesOf = (world: World) => ({
  supplied: given(world, 'materials').supplied.batch,
  first: given(world, 'materials').first.batch,
  api: given(world, 'api').batch,
  apiAtMaker: given(world, 'apiAtMaker').batch,
  bulk: given(world, 'bulk').batch,
  packed: given(world, 'packed').batch,
  sibling: given(world, 'siblings')[0]?.batch ?? '',
  unmarketed: given(world, 'siblings')[1]?.batch ?? '',
});

const documentsOf = (world: World) => ({
  suppliedIdentity: given(world, 'materials').supplied.identity,
  apiIdentity: given(world, 'api').identity,
  packedIdentity: given(world, 'packed').identity,
  leafFile: given(world, 'codes').leafFile,
});

const commandsOf = (stage: Stage) => ({
  register: playedBy(stage, 'Batch.register', 'maker-production').cmd,
  depart: playedBy(stage, 'Waste.depart', 'cdmo-waste').cmd,
  handOver: playedBy(stage, 'Shipment.handOver', 'maker-warehouse').cmd,
  registerTx: playedBy(stage, 'Batch.register', 'maker-production').txId,
  departTx: playedBy(stage, 'Waste.depart', 'cdmo-waste').txId,
  openDrumTx: playedBy(stage, 'Waste.open', 'cdmo-waste').txId,
  profileTx: playedBy(stage, 'Telemetry.setProfile', 'maker-qm').txId,
});

/** A record of every type that the network has, one that few may see where there is a choice. */
const publicKeysOf = async (of: Finder, world: World) => ({
  set: keyOf('set', 'genesis'),
  node: await of('node', () => true),
  ent: keyOf('ent', FIRM.maker),
  role: keyOf('role', FIRM.maker, 'mah'),
  lic: await of('lic', ({ enterprise }) => enterprise === FIRM.maker),
  site: keyOf('site', FIRM.maker, glnOfSite(FIRM.maker)),
  gcp: await of('gcp', ({ enterprise }) => enterprise === FIRM.maker),
  gcpin: await of('gcpin', () => true),
  key: await of('key', ({ enterprise }) => enterprise === FIRM.maker),
  prof: await of('prof', () => true),
  rec: keyOf('rec', given(world, 'recall')),
});

const goodsKeysOf = async (of: Finder, world: World) => {
  const { packed, supplied, first, sibling } = batchesOf(world);
  const isBatch =
    (batch: string) =>
    (value: Value): boolean =>
      value['batch'] === batch;
  return {
    appr: await of('appr', ({ buyer }) => buyer === FIRM.cdmo),
    batch: keyOf('batch', packed),
    hold: await of('hold', isBatch(packed)),
    stop: await of('stop', isBatch(first)),
    edge: keyOf('edge', 'f', supplied, first),
    qa: await of('qa', isBatch(supplied)),
    parcel: await of('parcel', ({ batch, holder }) => batch === sibling && holder === FIRM.maker),
    parcelFar: await of('parcel', ({ batch, holder }) => batch === packed && holder === FIRM.pharmacy),
    alloc: await of('alloc', ({ enterprise }) => enterprise === FIRM.maker),
    com: await of('com', isBatch(packed)),
    obj: keyOf('obj', given(world, 'codes').commission),
    unit: keyOf('unit', given(world, 'dispensed').unit),
    order: await of('order', () => true),
    task: keyOf('task', given(world, 'task')),
    ship: keyOf('ship', given(world, 'shipment')),
    page: await of('page', ({ shipment }) => shipment === world.shipment),
    exc: given(world, 'excursion').key,
    doc: keyOf('doc', documentsOf(world).packedIdentity),
    grant: keyOf('grant', documentsOf(world).packedIdentity, FIRM.wholesaler),
  };
};

const wasteKeysOf = async (of: Finder, world: World) => ({
  stream: keyOf('stream', given(world, 'drum').stream),
  drum: keyOf('drum', given(world, 'drum').code),
  fill: await of('fill', () => true),
  man: keyOf('man', given(world, 'manifest')),
  plan: await of('plan', ({ disposer }) => disposer === FIRM.disposer),
  grp: await of('grp', () => true),
  trig: await of('trig', () => true),
});

const textOf = (value: unknown): string => JSON.stringify(value ?? null);

const recallKeysOf = async (of: Finder, world: World) => ({
  inv: keyOf('inv', given(world, 'recall')),
  recb: keyOf('recb', given(world, 'recall'), given(world, 'apiAtMaker').batch),
  ans: keyOf('ans', given(world, 'recall'), FIRM.maker),
  ansFar: keyOf('ans', given(world, 'recall'), FIRM.wholesaler),
  case: await of('case', () => true),
  disp: await of('disp', ({ owners }) => textOf(owners).includes(FIRM.pharmacy)),
  att: await of('att', ({ enterprise }) => enterprise === FIRM.cdmo),
  cmd: await of('cmd', ({ deviations }) => textOf(deviations).includes('WASTE_WEIGHT_DIFFERS')),
  cmdPlain: await of('cmd', ({ deviations }) => deviations === undefined),
});

const keysOf = async (of: Finder, world: World) => ({
  ...(await publicKeysOf(of, world)),
  ...(await goodsKeysOf(of, world)),
  ...(await wasteKeysOf(of, world)),
  ...(await recallKeysOf(of, world)),
});

const shipmentsOf = async (of: Finder) => {
  const between = async (consignor: string, consignee: string): Promise<string> => {
    const isIt = (value: Value): boolean =>
      value['consignor'] === consignor && value['consignee'] === consignee;
    const key = await of('ship', isIt);
    return key.slice('ship~'.length);
  };
  return {
    supplyWay: await between(FIRM.supplier, FIRM.cdmo),
    saleWay: await between(FIRM.wholesaler, FIRM.pharmacy),
  };
};

/** Ids of everything that is asked for, by name. */
export const idsOf = async (
  gateway: InProcessGateway,
  stage: Stage,
  world: World,
  elsewhere: Elsewhere,
): Promise<Readonly<Record<IdName, string>>> => namedIds(gateway, stage, world, elsewhere);

const namedIds = async (gateway: InProcessGateway, stage: Stage, world: World, elsewhere: Elsewhere) => {
  const words = await stage.store('disposer-keeper', { title: '过磅单' });
  return {
    ...batchesOf(world),
    ...documentsOf(world),
    ...commandsOf(stage),
    commission: given(world, 'codes').commission,
    words: String(words['plaintextDigest']),
    shipment: given(world, 'shipment'),
    recallId: given(world, 'recall'),
    taskId: given(world, 'task'),
    ...(await shipmentsOf(finderOf(gateway))),
    ...elsewhere,
    download: await downloadOf(stage, 'maker-production', GTIN),
    otherDownload: await downloadOf(stage, 'cdmo-production', CDMO_GTIN),
    job: await capture(stage, 'cdmo-warehouse', EVENT_ID, EPC),
    otherJob: await capture(stage, 'maker-warehouse', OTHER_EVENT_ID, OTHER_EPC),
    ...(await secondCodesOf(stage, world)),
    ...(await incidentsOf(stage, world)),
    alert: await alertOf(stage),
    bill: await billOf(gateway, FIRM.maker, 'productionIn'),
    otherBill: await billOf(gateway, FIRM.wholesaler, 'purchaseIn'),
    ...(await identifiersOf(stage)),
    event: EVENT_ID,
    otherEvent: OTHER_EVENT_ID,
    epc: EPC,
    otherEpc: OTHER_EPC,
    query: QUERY,
    subscription: await subscribe(stage, 'cdmo-warehouse', QUERY),
    otherQuery: OTHER_QUERY,
    otherSubscription: await subscribe(stage, 'maker-warehouse', OTHER_QUERY),
    ...(await keysOf(finderOf(gateway), world)),
    // Last: what is looked for above is the story's.
    movingLoad: (await sendColdLot(await layColdLot(gateway.url, stage.ports))).shipment,
  };
};
/** Names of what is asked for. */
export type IdName = keyof Awaited<ReturnType<typeof namedIds>>;
