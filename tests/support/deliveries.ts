/** Starting material of `supplier` on its way into the stock of `maker`. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { MAKER_GLN, SUPPLIER_GLN } from './cast.js';
import { acceptedParcels, type Goods } from './goods.js';
import { batchPayload, digest, licence } from './payloads.js';
import { custodyPayload, loadPayload, shipmentPayload } from './shipments.js';
import type { Stage } from './stage.js';

type Payload = Record<string, unknown>;

/** A delivery that `maker` has received and not yet booked in. */
export interface Delivery {
  readonly goods: Goods;
  readonly shipment: string;
}

/** 40 kg that `supplier` released and sold, received by `maker` at its door. */
export const soldDelivery = async (stage: Stage): Promise<Delivery> => {
  const goods = await acceptedParcels(stage, { firm: 'supplier' });
  await stage.must('regulatorRoot', ACTS.Enterprise.addLicence, licence());
  const record = await stage.network.state.record(`batch~${goods.batch}`);
  const lot = { batch: goods.batch, document: String(record?.['identity']) };
  const parties = { consignor: 'supplier', from: SUPPLIER_GLN, consignee: 'maker', to: MAKER_GLN };
  const announced = shipmentPayload(goods.batch, { ...parties, owner: 'supplier', purpose: 'sale' });
  const shipment = String(announced['shipment']);
  await stage.must('supplierKeeper', ACTS.Shipment.create, announced);
  const lines = [{ batch: goods.batch, quantity: '40', unit: 'KGM', status: 'acceptable' }];
  const grants = [{ document: lot.document, enterprise: 'maker', wrapDigest: digest('wrap') }];
  const loading = loadPayload(shipment, lot, { site: SUPPLIER_GLN, lines, grants });
  await stage.must('supplierKeeper', ACTS.Shipment.load, loading);
  const driver = stage.actor('carrierDriver');
  const handOver = custodyPayload(shipment, lot, { at: SUPPLIER_GLN });
  await stage.must('supplierKeeper', ACTS.Shipment.handOver, handOver, { cosigners: [driver] });
  await stage.must('carrierDriver', ACTS.Shipment.arrive, { shipment, site: MAKER_GLN });
  const cosigners = [stage.actor('makerReceiving')];
  await stage.must('carrierDriver', ACTS.Shipment.receive, custodyPayload(shipment, lot), { cosigners });
  return { goods, shipment };
};

/** Registers the own lot of `maker` of a delivery. */
export const ownLotOf = async (stage: Stage, { goods }: Delivery, change: Payload = {}): Promise<string> => {
  const payload = batchPayload({
    kind: 'startingMaterial',
    manufacturer: 'supplier',
    receivedFrom: goods.batch,
    ...change,
  });
  await stage.must('makerKeeper', ACTS.Batch.register, payload);
  return String(payload['batch']);
};

/** Books a delivery into stock. */
export const bookingPayload = (
  { goods, shipment }: Delivery,
  into: string | null,
  change: Payload = {},
): Payload => ({
  holder: 'maker',
  batch: goods.batch,
  quantity: '40',
  unit: 'KGM',
  site: MAKER_GLN,
  shipment,
  into,
  ...change,
});
