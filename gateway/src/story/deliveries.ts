/** Goods that go from one firm to another and become the receiver's own lot. */
import { shipmentActs, type CreatePayload } from '@yaosu/chaincode/model/shipment/acts';
import { stockActs } from '@yaosu/chaincode/model/stock/acts';
import { acceptStock, registerBatch, testAndRelease, type Lot, type LotDraft } from './batches.js';
import { FIRM } from './cast.js';
import type { Stage } from './stage.js';
import type { Staff } from './staff.js';

/** So much of a lot. */
export interface Load {
  readonly lot: Lot;
  readonly quantity: string;
}

/** A sale with the carrier's truck. */
export interface Delivery {
  readonly from: Staff;
  readonly to: Staff;
  readonly loads: readonly Load[];
  readonly shipment: string;
  readonly order: string | null;
  readonly noteNo: string;
  /** Ways out if the cold chain breaks; none when undefined. */
  readonly contingencies?: CreatePayload['contingencies'];
}

const DRIVER = 'carrier-driver';

const linesOf = (loads: readonly Load[]): readonly { batch: string; quantity: string; unit: string }[] =>
  loads.map(({ lot: { batch, unit }, quantity }) => ({ batch, quantity, unit }));

/** Announces and loads what is sold; the consignee may read what is coming. */
export const load = async (stage: Stage, delivery: Delivery): Promise<void> => {
  const { from, to, loads, shipment, order, noteNo, contingencies = [] } = delivery;
  await stage.send(from.keeper, shipmentActs.create, {
    shipment,
    purpose: 'sale',
    consignor: from.enterprise,
    from: from.site,
    consignee: to.enterprise,
    to: to.site,
    owner: from.enterprise,
    carrier: FIRM.carrier,
    noteNo,
    returns: null,
    order,
    trip: null,
    lines: linesOf(loads),
    profile: null,
    contingencies,
  });
  const grants = await Promise.all(
    loads.map(({ lot }) => stage.share(from.keeper, lot.identity, to.enterprise)),
  );
  await stage.send(from.keeper, shipmentActs.load, {
    shipment,
    site: from.site,
    returns: null,
    lines: linesOf(loads).map((line) => ({ ...line, status: 'acceptable' })),
    seals: [`${noteNo}-1`],
    loggers: [],
    grants,
    leaves: null,
  });
};

/** Sells and drives; the consignee's warehouse takes over at its door. */
export const deliver = async (stage: Stage, delivery: Delivery): Promise<void> => {
  const { from, to, loads, shipment, noteNo } = delivery;
  await load(stage, delivery);
  const counted = loads.map(({ lot, quantity }) => ({ batch: lot.batch, quantity }));
  const custody = { shipment, counted, seals: [`${noteNo}-1`] };
  const handOver = { ...custody, at: from.site };
  await stage.send(from.keeper, shipmentActs.handOver, handOver, { with: [await stage.as(DRIVER)] });
  await stage.send(DRIVER, shipmentActs.arrive, { shipment, site: to.site });
  await stage.send(DRIVER, shipmentActs.receive, custody, { with: [await stage.as(to.keeper)] });
};

/** Books a delivered lot into an own one, in quarantine. */
export const bookIn = async (
  stage: Stage,
  { shipment, loads }: Pick<Delivery, 'shipment' | 'loads'>,
  draft: LotDraft,
): Promise<Lot> => {
  const own = await registerBatch(stage, draft);
  const delivered = loads.find(({ lot }) => lot.batch === draft.receivedFrom?.batch);
  if (delivered === undefined) throw new Error('nothing of this lot was delivered');
  const { staff, site, unit, batch: into } = own;
  const { lot, quantity } = delivered;
  const shelf = { holder: staff.enterprise, batch: lot.batch, unit, site };
  await stage.send(staff.keeper, stockActs.receive, { ...shelf, quantity, shipment, into });
  return own;
};

/** Books a delivered lot in, a second person accepts it, quality tests and releases it for use. */
export const receiveForUse = async (
  stage: Stage,
  delivery: Delivery,
  draft: LotDraft,
  sampled: string,
): Promise<Lot> => {
  const own = await bookIn(stage, delivery, draft);
  const quantity = delivery.loads.find(({ lot }) => lot.batch === draft.receivedFrom?.batch)?.quantity;
  await acceptStock(stage, own, quantity ?? '0');
  await testAndRelease(stage, own, sampled, true);
  return own;
};
