/** The pallet at the wholesaler: booked in, accepted, opened. */
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { stockActs } from '@yaosu/chaincode/model/stock/acts';
import { FIRM, glnOfSite } from './cast.js';
import { TRADE } from './figures.js';
import { loadOf, saleOf } from './sales.js';
import type { Stage } from './stage.js';
import { given, type World } from './world.js';

const KEEPER = 'wholesale-keeper';
const DRIVER = 'carrier-driver';

/** Drives the pallet to the wholesaler, when no act has done so. */
const bring = async (stage: Stage, world: World): Promise<void> => {
  const batch = given(world, 'packed');
  const { leafFile } = given(world, 'codes');
  const quantity = String(TRADE.onPallet);
  const noteNo = `AH-P-${stage.run}`;
  const sale = { consignor: FIRM.maker, consignee: FIRM.wholesaler, batch, quantity, noteNo };
  const announced = saleOf(stage, sale);
  const { shipment } = announced;
  await stage.send('maker-warehouse', shipmentActs.create, announced);
  const grants = await Promise.all(
    [batch.identity, leafFile].map((id) => stage.share('maker-warehouse', id, FIRM.wholesaler)),
  );
  await stage.send('maker-warehouse', shipmentActs.load, loadOf(shipment, sale, grants, leafFile));
  await drive(stage, shipment, { giver: 'maker-warehouse', taker: KEEPER, ...sale });
  world.shipment = shipment;
};

/** One load with the carrier's driver, from shelf to door. */
export const drive = async (
  stage: Stage,
  shipment: string,
  way: {
    readonly giver: string;
    readonly taker: string;
    readonly consignor: string;
    readonly consignee: string;
    readonly batch: { readonly batch: string };
    readonly quantity: string;
    readonly noteNo: string;
  },
): Promise<void> => {
  const counted = [{ batch: way.batch.batch, quantity: way.quantity }];
  const custody = { shipment, counted, seals: [`${way.noteNo}-1`] };
  const at = glnOfSite(way.consignor);
  const driver = { with: [await stage.as(DRIVER)] };
  await stage.send(way.giver, shipmentActs.handOver, { ...custody, at }, driver);
  await stage.send(DRIVER, shipmentActs.arrive, { shipment, site: glnOfSite(way.consignee) });
  await stage.send(DRIVER, shipmentActs.receive, custody, { with: [await stage.as(way.taker)] });
};

interface Shelf {
  readonly login: string;
  readonly inspector: string;
  readonly holder: string;
}

/** Books in what has arrived of a batch, and has another person accept it. */
export const bookInAndAccept = async (stage: Stage, batch: string, who: Shelf): Promise<void> => {
  const { client } = await stage.as(who.login);
  const lines = async () => (await client.read('stock', {}, { batch })).stock;
  const shelf = { holder: who.holder, batch, unit: 'H87', site: glnOfSite(who.holder) };
  for (const { shipment, quantity } of await lines()) {
    if (shipment === null) continue;
    await stage.send(who.login, stockActs.receive, { ...shelf, quantity, shipment, into: null });
  }
  for (const { status, quantity } of await lines()) {
    if (status !== 'quarantine') continue;
    const verdict = { status, result: 'acceptable' };
    await stage.send(who.inspector, stockActs.inspect, { ...shelf, quantity, ...verdict });
  }
};

/** Everything of the pallet stands on the wholesaler's shelf, case by case. */
export const openPallet = async (stage: Stage, world: World): Promise<void> => {
  const { batch } = given(world, 'packed');
  const { client } = await stage.as(KEEPER);
  const { stock } = await client.read('stock', {}, { batch });
  if (stock.length === 0) await bring(stage, world);
  const who = { login: KEEPER, inspector: 'wholesale-receiving', holder: FIRM.wholesaler };
  await bookInAndAccept(stage, batch, who);
  await stage.send(KEEPER, codeActs.disaggregate, {
    container: given(world, 'codes').pallet,
    holder: FIRM.wholesaler,
    site: glnOfSite(FIRM.wholesaler),
    status: 'acceptable',
    contents: [{ batch, count: TRADE.onPallet }],
  });
};
