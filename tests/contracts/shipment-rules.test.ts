import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { FIRMS, MAKER_GLN, SUPPLIER_GLN } from '../support/cast.js';
import { packedBatch } from '../support/goods.js';
import { licensed } from '../support/orders.js';
import { digest, freshId } from '../support/payloads.js';
import {
  arrivedShipment,
  custodyPayload,
  loadPayload,
  loadedShipment,
  parcelsOf,
  readyShipment,
  refusedShipment,
  shipmentInTransit,
  shipmentPayload,
  stockedLot,
  type Lot,
} from '../support/shipments.js';
import { Stage } from '../support/stage.js';

const { create, load, handOver, arrive, receive } = ACTS.Shipment;
const WHOLESALER_GLN = FIRMS.wholesaler.gln;
type Payload = Record<string, unknown>;

describe('rules of shipments', () => {
  let stage: Stage;
  let lot: Lot;
  beforeAll(async () => {
    stage = await Stage.enter();
    lot = await stockedLot(stage);
  });
  afterAll(() => stage.network.close());

  const line = (change: Payload): Payload => ({
    lines: [{ batch: lot.batch, quantity: '40', unit: 'KGM', status: 'quarantine', ...change }],
  });
  const loadings: readonly (readonly [string, () => Payload, string])[] = [
    ['less than announced', () => line({ quantity: '39.9' }), 'SHIPMENT_LINES_DIFFER'],
    ['from another site', () => ({ site: SUPPLIER_GLN }), 'SHIPMENT_SITE_UNEXPECTED'],
    ['goods that are unacceptable', () => line({ status: 'unacceptable' }), 'PARCEL_STATUS_UNFIT'],
    ['goods that are not there', () => line({ status: 'acceptable' }), 'PARCELS_INSUFFICIENT'],
    ['without the grant', () => ({ grants: [] }), 'SHIPMENT_GRANT_MISSING'],
    [
      'with a grant to somebody else',
      () => ({ grants: [{ document: lot.document, enterprise: 'carrier', wrapDigest: digest('w') }] }),
      'SHIPMENT_GRANT_MISSING',
    ],
    [
      'with a grant on what is none',
      () => ({ grants: [{ document: digest('none'), enterprise: 'wholesaler', wrapDigest: digest('w') }] }),
      'DOCUMENT_NOT_FOUND',
    ],
    [
      'with a grant to nobody',
      () => ({ grants: [{ document: lot.document, enterprise: 'nobody', wrapDigest: digest('w') }] }),
      'ENTERPRISE_NOT_FOUND',
    ],
    ['as the return of another', () => ({ returns: freshId(), site: null }), 'SHIPMENT_RETURN_WRONG'],
  ];
  test.each(loadings)('load %s is refused', async (_, change, code) => {
    const { shipment } = await readyShipment(stage, {}, lot);
    expect(await stage.send('makerKeeper', load, loadPayload(shipment, lot, change()))).toBe(code);
  });

  test('load for another owner, or what is on hold, is refused', async () => {
    const foreign = await readyShipment(stage, { owner: 'cdmo' }, lot);
    const grants = ['wholesaler', 'cdmo'].map((enterprise) => ({
      document: lot.document,
      enterprise,
      wrapDigest: digest('w'),
    }));
    const payload = loadPayload(foreign.shipment, lot, { grants });
    expect(await stage.send('makerKeeper', load, payload)).toBe('SHIPMENT_OWNER_DIFFERS');
    const held = await readyShipment(stage);
    const hold = { batch: held.lot.batch, reason: digest('reason'), parcel: null };
    await stage.must('makerQuality', ACTS.Batch.hold, hold);
    expect(await stage.send('makerKeeper', load, loadPayload(held.shipment, held.lot))).toBe('BATCH_HELD');
  });

  test('a grant that was given before is enough; one that was withdrawn is not', async () => {
    const { shipment, lot: other } = await readyShipment(stage);
    const grant = { document: other.document, enterprise: 'wholesaler' };
    await stage.must('makerQuality', ACTS.Document.grant, { ...grant, wrapDigest: digest('w'), until: null });
    await stage.must('makerQuality', ACTS.Document.withdraw, grant);
    const payload = loadPayload(shipment, other, { grants: [] });
    expect(await stage.send('makerKeeper', load, payload)).toBe('SHIPMENT_GRANT_MISSING');
    await stage.must('makerQuality', ACTS.Document.grant, { ...grant, wrapDigest: digest('w'), until: null });
    expect(await stage.send('makerKeeper', load, payload)).toBe('VALID');
  });

  test('sale needs both releases, and the goods become the consignee’s', async () => {
    await licensed(stage, 'wholesaler', 'drugDistribution');
    const { batch } = await packedBatch(stage);
    const record = (await stage.network.state.record(`batch~${batch}`)) as { identity: string };
    const goods = { batch, document: record.identity };
    const lines = [{ batch, quantity: '40', unit: 'H87' }];
    const loading = { lines: lines.map((each) => ({ ...each, status: 'acceptable' })) };
    const { shipment } = await loadedShipment(stage, { purpose: 'sale', lines }, loading, goods);
    const driver = { cosigners: [stage.actor('carrierDriver')] };
    const custody = custodyPayload(shipment, goods);
    await stage.must('makerKeeper', handOver, { ...custody, at: null }, driver);
    const taker = { cosigners: [stage.actor('wholesalerReceiving')] };
    await stage.must('carrierDriver', receive, custody, taker);
    expect(await parcelsOf(stage, shipment)).toEqual([
      {
        owner: 'wholesaler',
        holder: 'wholesaler',
        site: WHOLESALER_GLN,
        status: 'quarantine',
        quantity: '40',
      },
    ]);
    const early = await stockedLot(stage);
    const unreleased = await readyShipment(stage, { purpose: 'sale' }, early);
    const goodsLine = { batch: early.batch, quantity: '40', unit: 'KGM', status: 'acceptable' };
    expect(
      await stage.send('makerKeeper', load, loadPayload(unreleased.shipment, early, { lines: [goodsLine] })),
    ).toBe('BATCH_NOT_RELEASED');
  });

  test('custody moves with the goods, endorsed by the receiver’s host and the Regulator alone', async () => {
    const { shipment, lot: goods } = await loadedShipment(stage);
    const custody = custodyPayload(shipment, goods);
    const endorsers = ['RegulatorMSP', 'LogisticsMSP'] as const;
    const driver = { cosigners: [stage.actor('carrierDriver')], endorsers };
    expect(await stage.send('makerKeeper', handOver, { ...custody, at: MAKER_GLN }, driver)).toBe('VALID');
    expect(await parcelsOf(stage, shipment)).toMatchObject([
      { owner: 'maker', holder: 'carrier', site: null },
    ]);
    const taker = { cosigners: [stage.actor('wholesalerReceiving')], endorsers };
    expect(await stage.send('carrierDriver', receive, custody, taker)).toBe('VALID');
    expect(await parcelsOf(stage, shipment)).toMatchObject([{ owner: 'maker', holder: 'wholesaler' }]);
  });

  test('who does not hold the load cannot give it: a dispute of all who claim it', async () => {
    const { shipment, lot: goods } = await loadedShipment(stage);
    const custody = custodyPayload(shipment, goods);
    const cosigners = [stage.actor('wholesalerKeeper')];
    const { cmd, result } = await stage.must(
      'carrierDriver',
      handOver,
      { ...custody, at: null },
      { cosigners },
    );
    expect(result).toMatchObject({ outcome: 'disputed' });
    expect(await stage.network.state.record(`disp~${cmd}`)).toMatchObject({
      cause: 'SHIPMENT_HELD_ELSEWHERE',
      owners: ['carrier', 'maker', 'wholesaler'],
    });
    expect(await stage.network.state.record(`ship~${shipment}`)).toMatchObject({ holder: 'maker' });
  });

  test('count and seals that differ are deviations', async () => {
    const { shipment, lot: goods } = await loadedShipment(stage);
    const change = { at: null, counted: [{ batch: goods.batch, quantity: '39' }], seals: [] };
    const payload = custodyPayload(shipment, goods, change);
    const { result } = await stage.must('makerKeeper', handOver, payload, {
      cosigners: [stage.actor('carrierDriver')],
    });
    expect(result).toMatchObject({
      outcome: 'deviating',
      deviations: [
        { code: 'SHIPMENT_COUNT_DIFFERS', owner: 'carrier' },
        { code: 'SHIPMENT_SEALS_DIFFER', owner: 'maker' },
      ],
    });
  });

  test('a load that was put on hold leaves with a deviation', async () => {
    const { shipment, lot: goods } = await loadedShipment(stage);
    const hold = { batch: goods.batch, reason: digest('reason'), parcel: null };
    await stage.must('makerQuality', ACTS.Batch.hold, hold);
    const payload = custodyPayload(shipment, goods, { at: null });
    const cosigners = [stage.actor('carrierDriver')];
    expect(await stage.send('makerKeeper', handOver, payload, { cosigners })).toBe('deviating BATCH_HELD');
  });

  test('controlled goods need a second person on each side', async () => {
    const controlled = await stockedLot(stage, { control: 'narcotic' });
    const { shipment } = await loadedShipment(stage, {}, {}, controlled);
    const payload = custodyPayload(shipment, controlled, { at: null });
    const driver = stage.actor('carrierDriver');
    const witness = stage.actor('carrierDispatch');
    const roles = ['giver', 'taker', 'takerWitness'];
    const { result } = await stage.must('makerKeeper', handOver, payload, {
      cosigners: [driver, witness],
      roles,
    });
    expect(result['deviations']).toEqual([{ code: 'SHIPMENT_WITNESS_MISSING', owner: 'maker' }]);
    const both = ['giver', 'taker', 'giverWitness', 'takerWitness'];
    const second = await stage.network.admit(
      stage.actor('carrierRoot'),
      ['driver', 'escort'],
      'LogisticsMSP',
    );
    const cosigners = [second, witness, stage.actor('wholesalerKeeper')];
    const foreign = await stage.send('carrierDriver', handOver, payload, { cosigners, roles: both });
    expect(foreign).toBe('ENTERPRISE_FOREIGN');
    const keeper = [stage.actor('wholesalerReceiving'), second, stage.actor('wholesalerKeeper')];
    const receipt = custodyPayload(shipment, controlled);
    expect(await stage.send('carrierDriver', receive, receipt, { cosigners: keeper, roles: both })).toBe(
      'VALID',
    );
  });

  test('an arrival elsewhere is a deviation, one at a contingency’s site is not', async () => {
    const way = { kind: 'qualifiedWarehouse', enterprise: 'pharmacy', site: FIRMS.pharmacy.gln };
    const planned = await shipmentInTransit(stage, { contingencies: [way] });
    const { shipment } = await shipmentInTransit(stage);
    const send = (which: string): Promise<string> =>
      stage.send('carrierDriver', arrive, { shipment: which, site: FIRMS.pharmacy.gln });
    expect(await send(planned.shipment)).toBe('VALID');
    expect(await send(shipment)).toBe('deviating SHIPMENT_SITE_UNEXPECTED');
  });

  test('what is missing on receipt stays with the carrier, until it is delivered', async () => {
    const { shipment, lot: goods } = await arrivedShipment(stage);
    const counted = (quantity: string): Payload =>
      custodyPayload(shipment, goods, { counted: [{ batch: goods.batch, quantity }] });
    const cosigners = [stage.actor('wholesalerReceiving')];
    const { result } = await stage.must('carrierDriver', receive, counted('30'), { cosigners });
    expect(result['deviations']).toEqual([{ code: 'SHIPMENT_COUNT_DIFFERS', owner: 'carrier' }]);
    expect(await parcelsOf(stage, shipment)).toMatchObject([
      { holder: 'wholesaler', quantity: '30', site: WHOLESALER_GLN },
      { holder: 'carrier', quantity: '10', site: null },
    ]);
    expect(await stage.send('carrierDriver', receive, counted('10'), { cosigners })).toBe('VALID');
    const record = await stage.network.state.record(`ship~${shipment}`);
    expect(record).toMatchObject({ state: 'received', holder: 'wholesaler', parcels: [] });
    expect(await parcelsOf(stage, shipment)).toMatchObject([{ quantity: '30' }, { quantity: '10' }]);
  });

  test('what was refused comes home as a shipment of who has it', async () => {
    const refused = await refusedShipment(stage);
    const home = {
      purpose: 'returnToSupplier',
      consignor: 'carrier',
      from: FIRMS.carrier.gln,
      consignee: 'maker',
      to: MAKER_GLN,
      returns: refused.shipment,
    };
    const back = shipmentPayload(refused.lot.batch, home);
    const sale = { ...back, shipment: freshId(), purpose: 'transferUnderQuarantine' };
    expect(await stage.send('carrierDispatch', create, sale)).toBe('SHIPMENT_RETURN_WRONG');
    await stage.must('carrierDispatch', create, back);
    const shipment = back['shipment'] as string;
    const loading = loadPayload(shipment, refused.lot, {
      site: null,
      returns: refused.shipment,
      grants: [],
    });
    await stage.must('carrierDispatch', load, loading);
    const { state } = stage.network;
    expect(await state.record(`ship~${refused.shipment}`)).toMatchObject({ state: 'returning' });
    const custody = custodyPayload(shipment, refused.lot);
    const driver = { cosigners: [stage.actor('carrierDriver')] };
    await stage.must('carrierDispatch', handOver, { ...custody, at: null }, driver);
    const keeper = { cosigners: [stage.actor('makerReceiving')] };
    await stage.must('carrierDriver', receive, custody, keeper);
    expect(await state.record(`ship~${refused.shipment}`)).toMatchObject({ state: 'returned' });
    expect(await parcelsOf(stage, shipment)).toMatchObject([
      { owner: 'maker', holder: 'maker', site: MAKER_GLN },
    ]);
  });
});
