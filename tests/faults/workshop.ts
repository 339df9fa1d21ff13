/** Goods, a truck and a drum at a CDMO, about which many people have something to say at once. */
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { documentActs } from '@yaosu/chaincode/model/document/acts';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import { instantOf } from '@yaosu/chaincode/model/kernel/time';
import { qualityActs } from '@yaosu/chaincode/model/quality/acts';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { stockActs } from '@yaosu/chaincode/model/stock/acts';
import { telemetryActs } from '@yaosu/chaincode/model/telemetry/acts';
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import { acceptStock, registerBatch, testAndRelease, type Lot } from '@yaosu/gateway/story/batches';
import { FIRM, glnOfSite } from '@yaosu/gateway/story/cast';
import { signedCommand, type Player } from '@yaosu/gateway/story/player';
import { loadOf, saleOf } from '@yaosu/gateway/story/sales';
import { fillDrum } from '@yaosu/gateway/story/spent-solvent';
import { STAFF } from '@yaosu/gateway/story/staff';
import type { Stage } from '@yaosu/gateway/story/stage';
import { freshGln, site } from '../support/payloads.js';

type Payload = Record<string, unknown>;

/** A command to be sent, again and again if need be. */
export interface Order {
  readonly by: Player;
  readonly act: Act;
  /** The same command every time; stored papers come first. */
  readonly envelope: () => Promise<Envelope>;
  /** Code with which the ledger has to refuse it; undefined: it has to take it. */
  readonly refusedAs?: string;
}

/** A document on its way into the vault and onto the ledger. */
export interface Paper extends Order {
  readonly content: Payload;
  /** Its id, once it is stored. */
  readonly document: () => Promise<string>;
}

/** What the commands of a round are about. */
export interface Workshop {
  readonly lot: Lot;
  readonly secondSite: string;
  readonly shipment: string;
  readonly logger: string;
  readonly drum: string;
}

const { cdmo } = STAFF;
const ADMINISTRATOR = 'cdmo-admin';
const WASTE = 'cdmo-waste';
const DRIVER = 'carrier-driver';
const PAPERS = 8;
const [MADE, ACCEPTED, SOLD] = ['1000', '600', '100'];

const lotDraft = (lot: string) =>
  ({
    staff: cdmo,
    kind: 'startingMaterial',
    identity: { name: '2-氯吩噻嗪', product: 'SM-CPT', lot, specification: 'Q/LH 012-2026' },
    unit: 'KGM',
    storage: 'ambient',
    mah: null,
    made: MADE,
    usableDays: 720,
  }) as const;

const drive = async (stage: Stage, lot: Lot, logger: string): Promise<string> => {
  const noteNo = `F-${stage.run}`;
  const sale = { consignor: FIRM.cdmo, consignee: FIRM.maker, batch: lot, quantity: SOLD, noteNo };
  const announced = saleOf(stage, sale);
  const { shipment } = announced;
  await stage.send(cdmo.keeper, shipmentActs.create, announced);
  const grant = await stage.share(cdmo.keeper, lot.identity, FIRM.maker);
  const loaded = loadOf(shipment, sale, [grant]);
  await stage.send(cdmo.keeper, shipmentActs.load, { ...loaded, loggers: [logger] });
  const counted = [{ batch: lot.batch, quantity: SOLD }];
  const payload = { shipment, counted, seals: loaded['seals'], at: glnOfSite(FIRM.cdmo) };
  await stage.send(cdmo.keeper, shipmentActs.handOver, payload, { with: [await stage.as(DRIVER)] });
  return shipment;
};

/** A tested lot, part of it accepted, part of it on a truck with a logger; a second site; a drum. */
export const openWorkshop = async (stage: Stage): Promise<Workshop> => {
  const lot = await registerBatch(stage, lotDraft(`F${stage.run}`));
  await testAndRelease(stage, lot, '0.5', true);
  await acceptStock(stage, lot, ACCEPTED);
  const secondSite = freshGln();
  await stage.send(ADMINISTRATOR, enterpriseActs.addSite, site(FIRM.cdmo, secondSite));
  const logger = stage.digest('logger');
  const shipment = await drive(stage, lot, logger);
  const { code } = await fillDrum(stage, lot.batch);
  return { lot, secondSite, shipment, logger, drum: code };
};

/** What somebody is about to do. */
type Plan = readonly [login: string, act: Act, payload: Payload, refusedAs?: string];

const times = (count: number, plan: (i: number) => Plan): readonly Plan[] =>
  Array.from({ length: count }, (_, i) => plan(i));

const shelfOf = ({ batch, unit, site: place }: Lot): Payload => ({
  holder: FIRM.cdmo,
  batch,
  unit,
  site: place,
});

const onStock = ({ lot, secondSite }: Workshop): readonly Plan[] => {
  const shelf = { ...shelfOf(lot), status: 'acceptable' };
  return [
    ...times(8, () => [
      cdmo.inspector,
      stockActs.inspect,
      { ...shelf, status: 'quarantine', quantity: '10', result: 'acceptable' },
    ]),
    ...times(5, () => [cdmo.keeper, stockActs.split, { ...shelf, parts: ['4', '6'] }]),
    ...times(5, () => [cdmo.keeper, stockActs.move, { ...shelf, quantity: '5', to: secondSite }]),
    ...times(4, () => [
      cdmo.production,
      stockActs.use,
      { ...shelfOf(lot), quantity: '1.5', consumption: 'lineTrial' },
    ]),
  ];
};

const onTheRoad = (stage: Stage, { shipment, logger }: Workshop): readonly Plan[] => {
  const [minute, readings, count] = [60_000, 12, 8];
  const start = stage.ports.clock.nowMs() - count * readings * 5 * minute;
  return times(count, (sequence) => {
    const from = instantOf(start + sequence * readings * 5 * minute);
    const values = Array.from({ length: readings }, (_, i) => (i === 0 ? 500 : i % 2 === 0 ? 10 : -10));
    const pages = [{ sequence, from, intervalSeconds: 300, values }];
    return [DRIVER, telemetryActs.recordPages, { shipment, logger, calibratedUntil: stage.day(300), pages }];
  });
};

const inTheOffice = (stage: Stage, { lot }: Workshop): readonly Plan[] => [
  ...times(5, () => [ADMINISTRATOR, enterpriseActs.addSite, site(FIRM.cdmo, freshGln())]),
  ...times(4, () => [
    cdmo.analyst,
    qualityActs.sample,
    { batch: lot.batch, sample: stage.newId(), quantity: '0.25', unit: lot.unit, site: lot.site },
  ]),
];

const onWaste = (stage: Stage, { lot, drum }: Workshop): readonly Plan[] =>
  times(6, (i) => [WASTE, wasteActs.fill, { drum, grams: String(1_000 + i), sources: [lot.batch] }]);

/** What the ledger has to refuse: a site of another firm, and a second release. */
const forbidden = ({ lot }: Workshop): readonly Plan[] => [
  [ADMINISTRATOR, enterpriseActs.addSite, site(FIRM.maker, freshGln()), 'ENTERPRISE_FOREIGN'],
  [cdmo.releaser, batchActs.releaseFromSite, { batch: lot.batch }, 'STATE_WRONG'],
];

/** Makes something once; what failed is made anew. */
const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: T | undefined;
  return async () => (made ??= await make());
};

/** A paper goes into the vault first, then onto the ledger. */
const paper = async (stage: Stage, { lot }: Workshop, text: string): Promise<Paper> => {
  const by = await stage.as(cdmo.releaser);
  const act = documentActs.publish;
  const content = { title: text };
  const stored = once(() => stage.store(by.login, content));
  const envelope = once(async () => {
    const payload = { ...(await stored()), kind: 'other', batch: lot.batch };
    return signedCommand(stage.ports, stage.ledgerId, act, payload, [by]);
  });
  return { by, act, envelope, content, document: async () => (await stored()).document };
};

/** The papers of a round. */
export const writePapers = (stage: Stage, workshop: Workshop): Promise<readonly Paper[]> =>
  Promise.all(Array.from({ length: PAPERS }, (_, i) => paper(stage, workshop, `paper ${String(i)}`)));

/** The other commands of a round, each signed: several kinds, some that are refused. */
export const signOrders = async (stage: Stage, workshop: Workshop): Promise<readonly Order[]> => {
  const plans = [
    ...onStock(workshop),
    ...onTheRoad(stage, workshop),
    ...inTheOffice(stage, workshop),
    ...onWaste(stage, workshop),
    ...forbidden(workshop),
  ];
  const orders: Order[] = [];
  for (const [login, act, payload, refusedAs] of plans) {
    const by = await stage.as(login);
    const signed = await signedCommand(stage.ports, stage.ledgerId, act, payload, [by]);
    const envelope = (): Promise<Envelope> => Promise.resolve(signed);
    orders.push({ by, act, envelope, ...(refusedAs === undefined ? {} : { refusedAs }) });
  }
  return orders;
};
