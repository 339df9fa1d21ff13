/**
 * Kinds of key with an act that writes one that exists, and the sets of endorsers that suffice for it: written by hand from
 * the ledger model, section 4. Every act writes its `cmd~` as well, so the policy of the chaincode holds beside the key's.
 */
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Name } from '../support/cast.js';
import { FIRMS, MAKER_GLN } from '../support/cast.js';
import { published } from '../support/documents.js';
import { registeredLot, reviewedLot } from '../support/goods.js';
import { closing, shipmentIncident } from '../support/incidents.js';
import { licensed, placedOrder, confirmation } from '../support/orders.js';
import { offeredTask } from '../support/tasks.js';
import { digest, freshGln, site } from '../support/payloads.js';
import {
  custodyPayload,
  loadPayload,
  loadedShipment,
  readyShipment,
  shipmentInTransit,
  stockedLot,
} from '../support/shipments.js';
import type { Sending, Stage } from '../support/stage.js';
import { depart, draftManifest, fillDrum, openDrum, WEIGHTS } from '../support/waste.js';

/** An act that is about to be sent. */
export interface Deed {
  readonly by: Name;
  readonly act: Act;
  readonly payload: Record<string, unknown>;
  readonly sending?: Partial<Sending>;
}

/** One kind of key. */
export interface Kind {
  /** Key, owner's host, actor's host. */
  readonly title: string;
  /** The sets that suffice, in the order of `SUBSETS`; all others do not. */
  readonly suffices: string;
  /** Whether the short form has it. */
  readonly short?: true;
  readonly prepare: (stage: Stage) => Promise<Deed>;
}

/** Regulator and a firm, or the three firms. */
const CHAINCODE_ALONE = 'MCL MR CR MCR LR MLR CLR MCLR';
/** Of a maker under M that nobody else is named on: M with another, or all others. */
const OWNED_BY_M = 'MCL MR MCR MLR CLR MCLR';
/** Of a maker under C. */
const OWNED_BY_C = 'MCL CR MCR MLR CLR MCLR';
/** Of a client under M, a CDMO under C being named. */
const OWNED_BY_M_NAMES_C = 'MCL MR CR MCR MLR CLR MCLR';
/** Of a maker under M, a firm under L being named. */
const OWNED_BY_M_NAMES_L = 'MCL MR MCR LR MLR CLR MCLR';

const { Batch, Document, Enterprise, Incident, Order, Shipment, Stock, Task, Waste } = ACTS;

/** Every kind that an act of the present table writes a second time. */
export const KINDS: readonly Kind[] = [
  {
    title: 'hold~ on a batch of M, by R',
    suffices: CHAINCODE_ALONE,
    prepare: async (stage: Stage): Promise<Deed> => {
      const { batch } = await registeredLot(stage);
      return {
        by: 'drugInspector',
        act: Batch.hold,
        payload: { batch, reason: digest('reason'), parcel: null },
      };
    },
  },
  {
    title: 'site~ of a firm under M, by M',
    suffices: CHAINCODE_ALONE,
    short: true,
    prepare: (): Promise<Deed> =>
      Promise.resolve({
        by: 'makerAdministrator',
        act: Enterprise.addSite,
        payload: site('maker', freshGln()),
      }),
  },
  {
    title: 'batch~ of M, by M',
    suffices: OWNED_BY_M,
    short: true,
    prepare: async (stage: Stage): Promise<Deed> => {
      const { batch } = await reviewedLot(stage);
      return { by: 'makerQp', act: Batch.releaseFromSite, payload: { batch } };
    },
  },
  {
    title: 'batch~ of C, by C',
    suffices: OWNED_BY_C,
    prepare: async (stage: Stage): Promise<Deed> => {
      const { batch } = await reviewedLot(stage, { firm: 'cdmo' });
      return { by: 'cdmoQp', act: Batch.releaseFromSite, payload: { batch } };
    },
  },
  {
    title: 'doc~ of M, by M',
    suffices: OWNED_BY_M,
    prepare: async (stage: Stage): Promise<Deed> => ({
      by: 'makerQuality',
      act: Document.revoke,
      payload: { document: await published(stage), reason: digest('reason') },
    }),
  },
  {
    title: 'order~ of M, by its supplier under M',
    suffices: OWNED_BY_M,
    prepare: async (stage: Stage): Promise<Deed> => {
      await licensed(stage, 'supplier', 'materialRegistration');
      return { by: 'supplierKeeper', act: Order.confirm, payload: confirmation(await placedOrder(stage)) };
    },
  },
  {
    title: 'task~ of M, by its CDMO under C',
    suffices: OWNED_BY_M_NAMES_C,
    prepare: async (stage: Stage): Promise<Deed> => ({
      by: 'cdmoQp',
      act: Task.accept,
      payload: { task: await offeredTask(stage) },
    }),
  },
  {
    title: 'parcel~ of M on its shelf, by M',
    suffices: OWNED_BY_M,
    prepare: async (stage: Stage): Promise<Deed> => {
      const { batch } = await stockedLot(stage);
      const to = freshGln();
      await stage.must('makerRoot', Enterprise.addSite, site('maker', to));
      const payload = {
        batch,
        holder: 'maker',
        quantity: '10',
        unit: 'KGM',
        site: MAKER_GLN,
        to,
        status: 'quarantine',
      };
      return { by: 'makerKeeper', act: Stock.move, payload };
    },
  },
  {
    title: 'ship~ and parcel~ of M, loaded by M',
    suffices: OWNED_BY_M,
    prepare: async (stage: Stage): Promise<Deed> => {
      const { shipment, lot } = await readyShipment(stage);
      return { by: 'makerKeeper', act: Shipment.load, payload: loadPayload(shipment, lot) };
    },
  },
  {
    title: 'ship~ and parcel~ of M, handed to a carrier under L',
    suffices: OWNED_BY_M_NAMES_L,
    short: true,
    prepare: async (stage: Stage): Promise<Deed> => {
      const { shipment, lot } = await loadedShipment(stage);
      const payload = custodyPayload(shipment, lot, { at: MAKER_GLN });
      const cosigners = [stage.actor('carrierDriver')];
      return { by: 'makerKeeper', act: Shipment.handOver, payload, sending: { cosigners } };
    },
  },
  {
    title: 'ship~ of M, by a carrier under L',
    suffices: OWNED_BY_M_NAMES_L,
    prepare: async (stage: Stage): Promise<Deed> => {
      const { shipment } = await shipmentInTransit(stage);
      const payload = { shipment, site: FIRMS.wholesaler.gln };
      return { by: 'carrierDriver', act: Shipment.arrive, payload };
    },
  },
  {
    title: 'inc~ on a load of M, on its way under L, by M',
    suffices: OWNED_BY_M_NAMES_L,
    prepare: async (stage: Stage): Promise<Deed> => ({
      by: 'makerQuality',
      act: Incident.close,
      payload: closing(await shipmentIncident(stage)),
    }),
  },
  {
    title: 'drum~ of M, by M',
    suffices: OWNED_BY_M,
    prepare: async (stage: Stage): Promise<Deed> => {
      const drum = await openDrum(stage);
      await fillDrum(stage, drum);
      return { by: 'makerWaste', act: Waste.seal, payload: { drum, ...WEIGHTS } };
    },
  },
  {
    title: 'man~ and drum~ of M, handed to a carrier under L',
    suffices: OWNED_BY_M_NAMES_L,
    prepare: async (stage: Stage): Promise<Deed> => {
      const { manifest } = await draftManifest(stage);
      const sending = { cosigners: [stage.actor('haulerDriver')], roles: ['generator', 'driver'] };
      return { by: 'makerWaste', act: Waste.depart, payload: { manifest, permit: null }, sending };
    },
  },
  {
    title: 'man~ of M, between drivers under L',
    suffices: OWNED_BY_M_NAMES_L,
    prepare: async (stage: Stage): Promise<Deed> => {
      const { manifest } = await depart(stage, await draftManifest(stage));
      const sending = { cosigners: [stage.actor('haulerRelief')] };
      return {
        by: 'haulerDriver',
        act: Waste.handOver,
        payload: { manifest, vehicle: '苏A·D0002' },
        sending,
      };
    },
  },
];
