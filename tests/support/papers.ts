/** For every row of the table of askings, an act that rests on a paper which is good until tomorrow. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { FIRMS, type FirmName, type Name } from './cast.js';
import { acceptedParcels } from './goods.js';
import { licensed, orderPayload } from './orders.js';
import { digest, freshGln, licence, site } from './payloads.js';
import { shipmentInTransit, shipmentPayload, stockedLot } from './shipments.js';
import type { Sending, Stage } from './stage.js';
import { offerPayload, sealPayload } from './tasks.js';
import { coldShipment, excursion, named, page, pagesPayload } from './telemetry.js';
import { CODE, manifestPayload, newStream, planPayload, receipt, sealDrum, type Trip } from './waste.js';

type Payload = Record<string, unknown>;
const { Enterprise, Order, Shipment, Task, Telemetry, Waste } = ACTS;

const DAY_MS = 86_400_000;
/** The calendar day so many days from now, UTC. */
const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** A code of waste whose disposer is licensed for long. */
const LASTING_CODE = '900-404-06';
const LASTING_CLASS = '8';
const SHORT_CLASS = '3';
const PERMIT = '跨省 短';

/** Sends the act that was prepared, as usual but for what is said. */
export type Attempt = (sending: Partial<Sending>) => Promise<string>;

/** What the acts rest on. */
export interface PaperGround {
  readonly stage: Stage;
  /** Firm → its site that a short licence names. */
  readonly sites: Readonly<Record<'supplier' | 'cdmo' | 'wholesaler', string>>;
  readonly farSite: string;
}

const shortLicence = async (stage: Stage, firm: FirmName, root: Name, kind: string): Promise<string> => {
  const gln = freshGln();
  await stage.must(root, Enterprise.addSite, site(firm, gln));
  await licensed(stage, firm, kind, { sites: [gln], notAfter: dayIn(1) });
  return gln;
};

const layWaste = async (stage: Stage): Promise<string> => {
  const farSite = freshGln();
  await stage.must('disposerRoot', Enterprise.addSite, { ...site('disposer', farSite), area: '330110' });
  const disposal = { enterprise: 'disposer', kind: 'hazardousWasteOperation', sites: [] };
  const driving = { enterprise: 'hauler', kind: 'dangerousGoodsTransport', sites: [] };
  for (const paper of [
    { ...disposal, number: '短危', scope: [CODE], notAfter: dayIn(1) },
    { ...disposal, number: '长危', scope: [LASTING_CODE] },
    { ...driving, scope: [SHORT_CLASS], notAfter: dayIn(1) },
    { ...driving, scope: [LASTING_CLASS] },
    {
      ...disposal,
      number: PERMIT,
      kind: 'crossProvinceTransfer',
      scope: ['maker', LASTING_CODE],
      evidence: digest(PERMIT),
      notAfter: dayIn(1),
    },
  ]) {
    await stage.must('envRoot', Enterprise.addLicence, licence(paper));
  }
  for (const [code, number] of [
    [CODE, '短危'],
    [LASTING_CODE, '长危'],
  ]) {
    const cosigners = [stage.actor('disposerKeeper')];
    await stage.must('makerWaste', Waste.plan, planPayload({ code, licence: number }), { cosigners });
  }
  return farSite;
};

/** Licences that end tomorrow, and beside them those that last, so that each act rests on one of the former alone. */
export const layPapers = async (stage: Stage): Promise<PaperGround> => ({
  stage,
  sites: {
    supplier: await shortLicence(stage, 'supplier', 'supplierRoot', 'materialRegistration'),
    cdmo: await shortLicence(stage, 'cdmo', 'cdmoRoot', 'drugManufacturing'),
    wholesaler: await shortLicence(stage, 'wholesaler', 'wholesalerRoot', 'drugDistribution'),
  },
  farSite: await layWaste(stage),
});

const orderOf =
  (supplier: keyof PaperGround['sites']) =>
  ({ stage, sites }: PaperGround): Promise<Attempt> => {
    const from = { buyer: 'pharmacy', supplier, site: sites[supplier] };
    const payload = orderPayload(null, digest('material'), from);
    return Promise.resolve((sending) => stage.send('pharmacist', Order.place, payload, sending));
  };

const saleTo =
  (consignee: 'cdmo' | 'wholesaler') =>
  async ({ stage, sites }: PaperGround): Promise<Attempt> => {
    const { batch } = await stockedLot(stage);
    const payload = shipmentPayload(batch, { purpose: 'sale', consignee, to: sites[consignee] });
    return (sending) => stage.send('makerKeeper', Shipment.create, payload, sending);
  };

/** A sale to a site that is licensed for long, about to be sent to one that is not. */
const redirectTo =
  (consignee: 'cdmo' | 'wholesaler', kind: string) =>
  async ({ stage, sites }: PaperGround): Promise<Attempt> => {
    const { batch } = await acceptedParcels(stage);
    const { identity } = (await stage.network.state.record(`batch~${batch}`)) as { identity: string };
    const lot = { batch, document: identity };
    await licensed(stage, consignee, kind);
    const sale = { purpose: 'sale', consignee, to: FIRMS[consignee].gln };
    const lines = [{ batch, quantity: '40', unit: 'KGM', status: 'acceptable' }];
    const grants = [{ document: identity, enterprise: consignee, wrapDigest: digest('wrap') }];
    const { shipment } = await shipmentInTransit(stage, sale, { lines, grants }, lot);
    const payload = { shipment, to: sites[consignee], reason: 'siteClosed' };
    return (sending) => stage.send('makerKeeper', Shipment.redirect, payload, sending);
  };

const taskOf = async ({ stage, sites }: PaperGround): Promise<Attempt> => {
  const sealed = sealPayload(stage);
  await stage.must('makerPurchaser', Task.sealTerms, sealed);
  const payload = offerPayload(sealed, { site: sites.cdmo });
  return (sending) => stage.send('makerPurchaser', Task.offer, payload, sending);
};

const wayOut = async ({ stage, sites }: PaperGround): Promise<Attempt> => {
  const contingency = { kind: 'qualifiedWarehouse', enterprise: 'wholesaler', site: sites.wholesaler };
  const found = await excursion(stage, {}, { contingencies: [contingency] });
  return (sending) => stage.sendAsHost('RegulatorMSP', Telemetry.offerContingency, named(found), sending);
};

interface Load {
  readonly code: string;
  readonly dangerousClass: string;
}
const REST_ON_DISPOSER: Load = { code: CODE, dangerousClass: LASTING_CLASS };
const REST_ON_HAULER: Load = { code: LASTING_CODE, dangerousClass: SHORT_CLASS };
const REST_ON_PERMIT: Load = { code: LASTING_CODE, dangerousClass: LASTING_CLASS };

const draftOf = async (stage: Stage, waste: Load, change: Payload = {}): Promise<[Trip, Payload]> => {
  const drum = await sealDrum(stage, await newStream(stage, { ...waste }));
  const payload = manifestPayload([drum], change);
  return [{ manifest: String(payload['manifest']), drums: [drum] }, payload];
};

const drafted = async (stage: Stage, waste: Load, change: Payload = {}): Promise<Trip> => {
  const [trip, payload] = await draftOf(stage, waste, change);
  await stage.must('makerWaste', Waste.createManifest, payload);
  return trip;
};

const departing =
  (waste: Load, isFar = false) =>
  async ({ stage, farSite }: PaperGround): Promise<Attempt> => {
    const { manifest } = await drafted(stage, waste, isFar ? { to: farSite } : {});
    const permit = isFar ? { number: PERMIT, digest: digest(PERMIT) } : null;
    const signers = { cosigners: [stage.actor('haulerDriver')], roles: ['generator', 'driver'] };
    return (sending) =>
      stage.send('makerWaste', Waste.depart, { manifest, permit }, { ...signers, ...sending });
  };

const departed = async (ground: PaperGround, waste: Load): Promise<Trip> => {
  const { stage } = ground;
  const trip = await drafted(stage, waste);
  const signers = { cosigners: [stage.actor('haulerDriver')], roles: ['generator', 'driver'] };
  await stage.must('makerWaste', Waste.depart, { manifest: trip.manifest, permit: null }, signers);
  return trip;
};

const accepting = async (ground: PaperGround): Promise<Attempt> => {
  const { stage } = ground;
  const payload = receipt(await departed(ground, REST_ON_DISPOSER));
  const cosigners = [stage.actor('haulerDriver')];
  return (sending) => stage.send('disposerKeeper', Waste.accept, payload, { cosigners, ...sending });
};

const takingOver = async (ground: PaperGround): Promise<Attempt> => {
  const { stage } = ground;
  const { manifest } = await departed(ground, REST_ON_HAULER);
  const cosigners = [stage.actor('haulerRelief')];
  const payload = { manifest, vehicle: '苏A·D0002' };
  return (sending) => stage.send('haulerDriver', Waste.handOver, payload, { cosigners, ...sending });
};

const planning = ({ stage }: PaperGround): Promise<Attempt> => {
  const cosigners = [stage.actor('disposerKeeper')];
  const payload = planPayload({ licence: '短危' });
  return Promise.resolve((sending) =>
    stage.send('makerWaste', Waste.plan, payload, { cosigners, ...sending }),
  );
};

const drafting = async ({ stage }: PaperGround): Promise<Attempt> => {
  const [, payload] = await draftOf(stage, REST_ON_DISPOSER);
  return (sending) => stage.send('makerWaste', Waste.createManifest, payload, sending);
};

/** Readings of a logger whose calibration ends with yesterday or lasts; answers the verdict on them. */
const readings =
  (isLasting: boolean) =>
  async ({ stage }: PaperGround): Promise<Attempt> => {
    const cold = await coldShipment(stage);
    const payload = {
      ...pagesPayload(cold, page(0, 60, [500, 500])),
      calibratedUntil: dayIn(isLasting ? 1 : -1),
    };
    return async () => {
      await stage.must('carrierDriver', Telemetry.recordPages, payload);
      const record = await stage.network.state.record(`page~${cold.logger}~0`);
      return (record?.['doubts'] as readonly string[]).includes('calibrationExpired') ? 'doubted' : 'VALID';
    };
  };

type Prepare = (ground: PaperGround) => Promise<Attempt>;

/** Paper and act → how the act is prepared, and what it is answered after the paper's last day. */
export const PAPER_ACTS: Readonly<
  Record<string, readonly [prepare: Prepare, after: string, late?: Prepare]>
> = {
  'drugManufacturing Order.place': [orderOf('cdmo'), 'SUPPLIER_NOT_QUALIFIED'],
  'drugManufacturing Task.offer': [taskOf, 'TASK_CDMO_UNFIT'],
  'drugManufacturing Shipment.create': [saleTo('cdmo'), 'SHIPMENT_CONSIGNEE_UNLICENSED'],
  'drugManufacturing Shipment.redirect': [
    redirectTo('cdmo', 'drugManufacturing'),
    'SHIPMENT_CONSIGNEE_UNLICENSED',
  ],
  'drugDistribution Order.place': [orderOf('wholesaler'), 'SUPPLIER_NOT_QUALIFIED'],
  'drugDistribution Shipment.create': [saleTo('wholesaler'), 'SHIPMENT_CONSIGNEE_UNLICENSED'],
  'drugDistribution Shipment.redirect': [
    redirectTo('wholesaler', 'drugDistribution'),
    'SHIPMENT_CONSIGNEE_UNLICENSED',
  ],
  'drugDistribution Telemetry.offerContingency': [wayOut, 'CONTINGENCY_NONE_LEFT'],
  'materialRegistration Order.place': [orderOf('supplier'), 'SUPPLIER_NOT_QUALIFIED'],
  'hazardousWasteOperation Waste.plan': [planning, 'WASTE_CODE_NOT_LICENSED'],
  'hazardousWasteOperation Waste.createManifest': [drafting, 'WASTE_CODE_NOT_LICENSED'],
  'hazardousWasteOperation Waste.depart': [departing(REST_ON_DISPOSER), 'WASTE_CODE_NOT_LICENSED'],
  'hazardousWasteOperation Waste.accept': [accepting, 'deviating WASTE_CODE_NOT_LICENSED'],
  'dangerousGoodsTransport Waste.depart': [departing(REST_ON_HAULER), 'WASTE_CARRIER_UNLICENSED'],
  'dangerousGoodsTransport Waste.handOver': [takingOver, 'deviating WASTE_CARRIER_UNLICENSED'],
  'crossProvinceTransfer Waste.depart': [departing(REST_ON_PERMIT, true), 'WASTE_PROVINCE_PERMIT_MISSING'],
  'calibration Telemetry.recordPages': [readings(true), 'doubted', readings(false)],
};
