/** Kinds of key about goods and papers. */
import { ACTS } from '@yaosu/chaincode/model/acts';
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
import type { Stage } from '../support/stage.js';
import { depart, draftManifest, fillDrum, openDrum, WEIGHTS } from '../support/waste.js';
import {
  CHAINCODE_ALONE,
  OWNED_BY_C,
  OWNED_BY_M,
  OWNED_BY_M_NAMES_C,
  OWNED_BY_M_NAMES_L,
  type Deed,
  type Kind,
} from './kind.js';

const { Batch, Document, Enterprise, Incident, Order, Shipment, Stock, Task, Waste } = ACTS;

/** Goods, papers and orders. */
export const GOODS_KINDS: readonly Kind[] = [
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
