/** Shipments of the tests: from `maker` to `wholesaler` by `carrier`, of goods in quarantine unless said otherwise. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { FIRMS, MAKER_GLN } from './cast.js';
import { batchPayload, digest, freshGln, freshId, site } from './payloads.js';
import type { Stage } from './stage.js';

type Payload = Record<string, unknown>;

/** A lot of `maker` with its identity document, in quarantine on its shelf. */
export interface Lot {
  readonly batch: string;
  readonly document: string;
}

/** 100 kg of a starting material of `maker`. */
export const stockedLot = async (stage: Stage, change: Payload = {}): Promise<Lot> => {
  const payload = batchPayload({ kind: 'startingMaterial', made: '100', ...change });
  await stage.must('makerProduction', ACTS.Batch.register, payload);
  const { document } = payload['identity'] as { document: string };
  return { batch: payload['batch'] as string, document };
};

/** A shipment of 40 kg of a batch. */
export const shipmentPayload = (batch: string, change: Payload = {}): Payload => ({
  shipment: freshId(),
  purpose: 'transferUnderQuarantine',
  consignor: 'maker',
  from: MAKER_GLN,
  consignee: 'wholesaler',
  to: FIRMS.wholesaler.gln,
  owner: 'maker',
  carrier: 'carrier',
  noteNo: 'SXTX-2026-001',
  returns: null,
  order: null,
  trip: null,
  lines: [{ batch, quantity: '40', unit: 'KGM' }],
  profile: null,
  contingencies: [],
  ...change,
});

/** Loads what {@link shipmentPayload} announces, and grants its identity to the consignee. */
export const loadPayload = (shipment: string, lot: Lot, change: Payload = {}): Payload => ({
  shipment,
  site: MAKER_GLN,
  returns: null,
  lines: [{ batch: lot.batch, quantity: '40', unit: 'KGM', status: 'quarantine' }],
  seals: ['S-1'],
  loggers: [],
  grants: [{ document: lot.document, enterprise: 'wholesaler', wrapDigest: digest('wrap') }],
  leaves: null,
  ...change,
});

/** From one site of `maker` to another, so that nobody else is concerned but the carrier named. */
export const internal = async (stage: Stage, carrier: string): Promise<Payload> => {
  const to = freshGln();
  await stage.must('makerRoot', ACTS.Enterprise.addSite, site('maker', to));
  return { consignee: 'maker', to, carrier };
};

/** What both find when nothing is missing. */
export const custodyPayload = (shipment: string, lot: Lot, change: Payload = {}): Payload => ({
  shipment,
  counted: [{ batch: lot.batch, quantity: '40' }],
  seals: ['S-1'],
  ...change,
});

/** A shipment on its way, and the lot on board. */
export interface Underway {
  readonly shipment: string;
  readonly lot: Lot;
}

/** A shipment that is announced. */
export const readyShipment = async (stage: Stage, change: Payload = {}, given?: Lot): Promise<Underway> => {
  const lot = given ?? (await stockedLot(stage));
  const payload = shipmentPayload(lot.batch, change);
  await stage.must('makerKeeper', ACTS.Shipment.create, payload);
  return { shipment: payload['shipment'] as string, lot };
};

/** A shipment that is loaded; `change` is of the shipment (profile, contingencies …), `loading` of the act of loading. */
export const loadedShipment = async (
  stage: Stage,
  change: Payload = {},
  loading: Payload = {},
  given?: Lot,
): Promise<Underway> => {
  const { shipment, lot } = await readyShipment(stage, change, given);
  await stage.must('makerKeeper', ACTS.Shipment.load, loadPayload(shipment, lot, loading));
  return { shipment, lot };
};

/** A shipment that the carrier's driver has taken over. */
export const shipmentInTransit = async (
  stage: Stage,
  change: Payload = {},
  loading: Payload = {},
  given?: Lot,
): Promise<Underway> => {
  const underway = await loadedShipment(stage, change, loading, given);
  const payload = custodyPayload(underway.shipment, underway.lot, { at: MAKER_GLN });
  const cosigners = [stage.actor('carrierDriver')];
  await stage.must('makerKeeper', ACTS.Shipment.handOver, payload, { cosigners });
  return underway;
};

/** A shipment at its consignee's door. */
export const arrivedShipment = async (
  stage: Stage,
  change: Payload = {},
  loading: Payload = {},
): Promise<Underway> => {
  const underway = await shipmentInTransit(stage, change, loading);
  const payload = { shipment: underway.shipment, site: FIRMS.wholesaler.gln };
  await stage.must('carrierDriver', ACTS.Shipment.arrive, payload);
  return underway;
};

/** A shipment that the consignee has received, not yet booked into its stock. */
export const receivedShipment = async (
  stage: Stage,
  change: Payload = {},
  loading: Payload = {},
): Promise<Underway> => {
  const underway = await arrivedShipment(stage, change, loading);
  const payload = custodyPayload(underway.shipment, underway.lot);
  const cosigners = [stage.actor('wholesalerReceiving')];
  await stage.must('carrierDriver', ACTS.Shipment.receive, payload, { cosigners });
  return underway;
};

/** A shipment that the consignee has refused. */
export const refusedShipment = async (stage: Stage, loading: Payload = {}): Promise<Underway> => {
  const underway = await arrivedShipment(stage, {}, loading);
  const payload = { shipment: underway.shipment, reason: 'damaged', evidence: digest('photo') };
  const cosigners = [stage.actor('wholesalerReceiving')];
  await stage.must('carrierDriver', ACTS.Shipment.refuse, payload, { cosigners });
  return underway;
};

/** What sends a load to another site of `wholesaler`, which is made for it. */
export const redirectPayload = async (
  stage: Stage,
  shipment: string,
  change: Payload = {},
): Promise<Payload> => {
  const to = freshGln();
  await stage.must('wholesalerRoot', ACTS.Enterprise.addSite, site('wholesaler', to));
  return { shipment, to, reason: 'siteFull', ...change };
};

/** Unspent parcels that came with a shipment. */
export const parcelsOf = async (stage: Stage, shipment: string): Promise<Payload[]> => {
  const all = [...(await stage.network.state.records('parcel~')).values()];
  return all
    .filter((parcel) => parcel['shipment'] === shipment && parcel['spentBy'] === null)
    .map(({ owner, holder, site: at, status, quantity }) => ({ owner, holder, site: at, status, quantity }));
};
