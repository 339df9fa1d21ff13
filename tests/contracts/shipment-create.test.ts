import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { FIRMS, SUPPLIER_GLN } from '../support/cast.js';
import { licensed } from '../support/orders.js';
import { digest, freshId } from '../support/payloads.js';
import { readyShipment, shipmentPayload, stockedLot, type Lot } from '../support/shipments.js';
import { Stage } from '../support/stage.js';

const { create } = ACTS.Shipment;
const WHOLESALER_GLN = FIRMS.wholesaler.gln;
type Payload = Record<string, unknown>;

describe('announcing a shipment', () => {
  let stage: Stage;
  let lot: Lot;
  beforeAll(async () => {
    stage = await Stage.enter();
    lot = await stockedLot(stage);
    await licensed(stage, 'wholesaler', 'drugDistribution', { notAfter: '2026-06-30' });
    await licensed(stage, 'wholesaler', 'gmpInspection');
    await licensed(stage, 'cdmo', 'drugManufacturing');
  });
  afterAll(() => stage.network.close());

  const offer = (kind: string, enterprise: string, gln: string | null): Payload => ({
    contingencies: [{ kind, enterprise, site: gln }],
  });
  const creations: readonly (readonly [string, Payload, string])[] = [
    ['from the site of another', { from: SUPPLIER_GLN }, 'SITE_NOT_FOUND'],
    ['to a site of another', { to: SUPPLIER_GLN }, 'SITE_NOT_FOUND'],
    ['to nobody', { consignee: 'nobody' }, 'SITE_NOT_FOUND'],
    ['by who is no carrier', { carrier: 'supplier' }, 'ROLE_NOT_HELD'],
    ['by the consignor itself', { carrier: 'maker' }, 'VALID'],
    ['for nobody', { owner: 'nobody' }, 'ENTERPRISE_NOT_FOUND'],
    ['for sale under a licence that has expired', { purpose: 'sale' }, 'SHIPMENT_CONSIGNEE_UNLICENSED'],
    ['for sale to a licensed address', { purpose: 'sale', consignee: 'cdmo', to: FIRMS.cdmo.gln }, 'VALID'],
    [
      'of a batch that is none',
      { lines: [{ batch: digest('none'), quantity: '1', unit: 'KGM' }] },
      'BATCH_NOT_FOUND',
    ],
    ['for use', { purpose: 'use' }, 'INPUT_INVALID'],
    [
      'by a profile that is none',
      { profile: { product: digest('p'), edition: 1 } },
      'SHIPMENT_PROFILE_FOREIGN',
    ],
    ['by an order that is none', { order: freshId() }, 'SHIPMENT_ORDER_FOREIGN'],
    ['that returns what is none', { returns: freshId() }, 'SHIPMENT_NOT_FOUND'],
    ['with a way out at nobody', offer('backupTruck', 'nobody', null), 'ENTERPRISE_NOT_FOUND'],
    [
      'with a way out at the site of another',
      offer('qualifiedWarehouse', 'wholesaler', SUPPLIER_GLN),
      'SITE_NOT_FOUND',
    ],
    [
      'with a store without an address',
      offer('emergencyStock', 'wholesaler', null),
      'SHIPMENT_CONTINGENCY_UNFIT',
    ],
    ['with a truck of who has none', offer('backupTruck', 'wholesaler', null), 'SHIPMENT_CONTINGENCY_UNFIT'],
    ['with a truck', offer('backupTruck', 'carrier', null), 'VALID'],
    ['with a warehouse', offer('qualifiedWarehouse', 'wholesaler', WHOLESALER_GLN), 'VALID'],
  ];
  test.each(creations.map(([title, change, code]) => ({ title, change, code })))(
    'create $title: $code',
    async ({ change, code }) => {
      expect(await stage.send('makerKeeper', create, shipmentPayload(lot.batch, change))).toBe(code);
    },
  );

  test('a line in another unit, a batch on two lines, a shipment twice', async () => {
    const line = { batch: lot.batch, quantity: '40', unit: 'KGM' };
    const send = (change: Payload): Promise<string> =>
      stage.send('makerKeeper', create, shipmentPayload(lot.batch, change));
    expect(await send({ lines: [{ ...line, unit: 'LTR' }] })).toBe('UNIT_MISMATCH');
    expect(await send({ lines: [line, line] })).toBe('INPUT_INVALID');
    const { shipment } = await readyShipment(stage, {}, lot);
    expect(await send({ shipment })).toBe('SHIPMENT_EXISTS');
  });
});
