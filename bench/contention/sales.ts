import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { stockActs } from '@yaosu/chaincode/model/stock/acts';
import { FIRM } from '@yaosu/gateway/story/cast';
import { loadOf, saleOf, type Sale } from '@yaosu/gateway/story/sales';
import { STAFF } from '@yaosu/gateway/story/staff';
import type { Stage } from '@yaosu/gateway/story/stage';
import { inFlight } from '../harness/measure.js';
import { contended, PREPARING, type Contended } from './contended.js';
import { newLot, releasedLot, shelfOf } from './lots.js';

const { supplier } = STAFF;
const SALES = 60;
const PARCELS = 6;

/** Sixty sales at once out of six parcels of one batch. */
export const sell = async (stage: Stage): Promise<Contended> => {
  const made = String(SALES * 100);
  const lot = await releasedLot(stage, await newLot(stage, made, supplier), made);
  const parts = Array.from({ length: PARCELS }, () => String((SALES * 100) / PARCELS));
  await stage.send(supplier.keeper, stockActs.split, { ...shelfOf(lot), status: 'acceptable', parts });
  const sales = Array.from({ length: SALES }, (_, i): Sale => ({
    consignor: FIRM.supplier,
    consignee: FIRM.cdmo,
    batch: lot,
    quantity: '100',
    noteNo: `BENCH-${String(i)}`,
  }));
  const grant = await stage.share(supplier.keeper, lot.identity, FIRM.cdmo);
  const loads: (() => Promise<unknown>)[] = [];
  const announcements = sales.map((sale) => async () => {
    const announced = saleOf(stage, sale);
    await stage.send(supplier.keeper, shipmentActs.create, announced);
    const load = loadOf(announced.shipment, sale, [grant]);
    loads.push(() => stage.send(supplier.keeper, shipmentActs.load, load));
  });
  await inFlight(PREPARING, announcements);
  return contended(stage, 'Shipment.load', loads);
};
