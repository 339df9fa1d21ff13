/** Goods on their way through quality and stock, made by the acts themselves. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { FIRMS, type Name } from './cast.js';
import { batchPayload, digest, freshGln, freshId, site } from './payloads.js';
import type { Underway } from './shipments.js';
import type { Stage } from './stage.js';

type Maker = 'maker' | 'cdmo' | 'supplier';
type Change = Readonly<Record<string, unknown>>;

/** Who does what at a firm that makes goods. */
interface Staff {
  readonly production: Name;
  readonly analyst: Name;
  readonly reviewer: Name;
  readonly qualifiedPerson: Name;
  readonly inspector: Name;
}

/** Firm → its people. */
export const STAFF: Readonly<Record<Maker, Staff>> = {
  maker: {
    production: 'makerProduction',
    analyst: 'makerAnalyst',
    reviewer: 'makerReviewer',
    qualifiedPerson: 'makerQp',
    inspector: 'makerReceiving',
  },
  cdmo: {
    production: 'cdmoProduction',
    analyst: 'cdmoAnalyst',
    reviewer: 'cdmoReviewer',
    qualifiedPerson: 'cdmoQp',
    inspector: 'cdmoReceiving',
  },
  supplier: {
    production: 'supplierProduction',
    analyst: 'supplierAnalyst',
    reviewer: 'supplierReviewer',
    qualifiedPerson: 'supplierQp',
    inspector: 'supplierQp',
  },
};

/** Goods of one batch at the site where they were made. */
export interface Goods {
  readonly firm: Maker;
  readonly batch: string;
  readonly quantity: string;
  readonly unit: string;
  readonly site: string;
}

/** What a builder makes when nothing else is said. */
interface Draft {
  readonly firm?: Maker;
  readonly quantity?: string;
  /** Fields of `Batch.register` that differ. */
  readonly change?: Change;
}

/** A lot of 1,000 kg starting material, registered by its firm; in quarantine. */
export const registeredLot = async (stage: Stage, draft: Draft = {}): Promise<Goods> => {
  const { firm = 'maker', quantity = '1000', change = {} } = draft;
  const { gln } = FIRMS[firm];
  const payload = batchPayload({
    kind: 'startingMaterial',
    manufacturer: firm,
    site: gln,
    made: quantity,
    ...change,
  });
  await stage.must(STAFF[firm].production, ACTS.Batch.register, payload);
  return { firm, batch: String(payload['batch']), quantity, unit: String(payload['unit']), site: gln };
};

/** A sample out of the process. */
export const samplePayload = ({ batch, unit }: Goods, change: Change = {}): Record<string, unknown> => ({
  batch,
  sample: freshId(),
  quantity: '0.5',
  unit,
  site: null,
  ...change,
});

/** A result of a sample, which is named by the command that recorded it. */
export const resultPayload = (
  { batch }: Goods,
  sample: string,
  verdict = 'pass',
): Record<string, unknown> => ({
  batch,
  sample,
  parameter: digest('assay'),
  method: digest('HPLC'),
  verdict,
  value: digest('99.2 %'),
  limit: digest('98.0-102.0 %'),
});

/** Samples and records a result. @returns the commands of both */
export const testBatch = async (
  stage: Stage,
  goods: Goods,
  verdict = 'pass',
): Promise<{ sample: string; result: string }> => {
  const { analyst } = STAFF[goods.firm];
  const sample = (await stage.must(analyst, ACTS.Quality.sample, samplePayload(goods))).cmd;
  const result = await stage.must(analyst, ACTS.Quality.result, resultPayload(goods, sample, verdict));
  return { sample, result: result.cmd };
};

/** A deviation of a batch. */
export const deviationPayload = ({ batch }: Goods, change: Change = {}): Record<string, unknown> => ({
  batch,
  deviation: 'deviation',
  severity: 'major',
  about: null,
  description: digest('what happened'),
  number: 'DEV-2026-001',
  ...change,
});

/** Closes a failed result or a deviation, in favour of the batch. */
export const closingPayload = (
  { batch }: Goods,
  record: string,
  conclusion = 'noImpact',
): Record<string, unknown> => ({ batch, record, conclusion, report: digest('investigation') });

/** Signs the review of the batch record. */
export const reviewBatch = async (stage: Stage, { firm, batch }: Goods): Promise<void> => {
  await stage.must(STAFF[firm].reviewer, ACTS.Quality.review, { batch, report: digest('review') });
};

/** Tests, reviews and releases from site what is in quarantine. */
export const releaseGoods = async (stage: Stage, goods: Goods): Promise<Goods> => {
  await testBatch(stage, goods);
  await reviewBatch(stage, goods);
  const { batch, firm } = goods;
  await stage.must(STAFF[firm].qualifiedPerson, ACTS.Batch.releaseFromSite, { batch });
  return goods;
};

/** Tests and reviews a registered lot, so that it can be released. */
export const reviewedLot = async (stage: Stage, draft: Draft = {}): Promise<Goods> => {
  const goods = await registeredLot(stage, draft);
  await testBatch(stage, goods);
  await reviewBatch(stage, goods);
  return goods;
};

/** A registered lot on hold. */
export const heldLot = async (stage: Stage): Promise<Goods & { readonly hold: string }> => {
  const goods = await registeredLot(stage);
  const payload = { batch: goods.batch, reason: digest('reason'), parcel: null };
  return { ...goods, hold: (await stage.must('makerQuality', ACTS.Batch.hold, payload)).cmd };
};

/** Where the goods stand, as acts of stock name it. */
export const shelfOf = ({ firm, batch, unit, site }: Goods): Record<string, unknown> => ({
  holder: firm,
  batch,
  unit,
  site,
});

/** All of it from quarantine to acceptable. */
export const inspectPayload = (goods: Goods, change: Change = {}): Record<string, unknown> => ({
  ...shelfOf(goods),
  quantity: goods.quantity,
  status: 'quarantine',
  result: 'acceptable',
  ...change,
});

/** 1,000 were booked, 990 counted. */
export const adjustPayload = (goods: Goods, change: Change = {}): Record<string, unknown> => ({
  ...shelfOf(goods),
  status: 'quarantine',
  booked: '1000',
  counted: '990',
  reason: 'spillage',
  evidence: digest('count sheet'),
  ...change,
});

/** 100 destroyed on the spot. */
export const destroyPayload = (goods: Goods, change: Change = {}): Record<string, unknown> => ({
  ...shelfOf(goods),
  status: 'quarantine',
  quantity: '100',
  manifest: null,
  certificate: digest('certificate'),
  ...change,
});

/** One more site of a firm. */
export const secondSite = async (stage: Stage, firm: Maker): Promise<string> => {
  const gln = freshGln();
  await stage.must(`${firm}Root`, ACTS.Enterprise.addSite, site(firm, gln));
  return gln;
};

/** Moves all of it from quarantine to acceptable. */
export const acceptGoods = async (stage: Stage, goods: Goods): Promise<Goods> => {
  await stage.must(STAFF[goods.firm].inspector, ACTS.Stock.inspect, inspectPayload(goods));
  return goods;
};

/** A lot that was tested, reviewed and released from site; its stock still in quarantine. */
export const releasedLot = async (stage: Stage, draft: Draft = {}): Promise<Goods> =>
  releaseGoods(stage, await registeredLot(stage, draft));

/** A released lot whose stock is acceptable: ready to be used or sent. */
export const acceptedParcels = async (stage: Stage, draft: Draft = {}): Promise<Goods> =>
  acceptGoods(stage, await releasedLot(stage, draft));

/** Payload of a transform of 100 kg of `input` into 95 of `output`. */
export const transformPayload = (
  output: Goods,
  input: Goods,
  change: Change = {},
): Record<string, unknown> => ({
  batch: output.batch,
  quantity: output.quantity,
  unit: output.unit,
  inputs: [{ batch: input.batch, quantity: '100', unit: input.unit, site: input.site, kind: 'use' }],
  theoretical: output.quantity,
  yieldLimits: { lower: 9_000, upper: 10_200 },
  losses: [],
  approval: null,
  ...change,
});

/** An output registered by its firm, made by no transform yet: 10,000 packs for `maker` as the MAH. */
export const registeredOutput = (stage: Stage, draft: Draft = {}): Promise<Goods> => {
  const { quantity = '10000', change = {} } = draft;
  const packed = { kind: 'packed', mah: 'maker', unit: 'H87', made: null };
  return registeredLot(stage, { ...draft, quantity, change: { ...packed, ...change } });
};

/** A batch that a transform made of an accepted lot: in quarantine. */
export const madeBatch = async (stage: Stage, draft: Draft = {}): Promise<Goods> => {
  const { firm = 'maker' } = draft;
  const input = await acceptedParcels(stage, { firm });
  const output = await registeredOutput(stage, { ...draft, firm });
  await stage.must(STAFF[firm].production, ACTS.Batch.transform, transformPayload(output, input));
  return output;
};

/** 10,000 packs of `maker`, released from site and to the market, their stock acceptable: ready for sale. */
export const packedBatch = async (stage: Stage, draft: Draft = {}): Promise<Goods> => {
  const goods = await acceptGoods(stage, await releaseGoods(stage, await madeBatch(stage, draft)));
  await stage.must('makerQp', ACTS.Batch.releaseToMarket, { batch: goods.batch });
  return goods;
};

/** The 40 kg of a shipment to `wholesaler` come into its stock. */
export const receivePayload = (
  { shipment, lot }: Underway,
  change: Change = {},
): Record<string, unknown> => ({
  holder: 'wholesaler',
  batch: lot.batch,
  quantity: '40',
  unit: 'KGM',
  site: FIRMS.wholesaler.gln,
  shipment,
  into: null,
  ...change,
});
