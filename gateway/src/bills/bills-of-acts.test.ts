import { describe, expect, it } from '@jest/globals';
import { findAct } from '@yaosu/chaincode/model/acts';
import type { Purpose } from '@yaosu/chaincode/model/stock/states';
import type { Written, WrittenAct } from '../epcis/own-acts/written-act.js';
import { BILLS_OF_ACTS, type Known, type OwnBill } from './bills-of-acts.js';

const parcel = (more: object): Written => ({
  ...{ key: 'parcel~x~0', type: 'parcel' as const },
  value: {
    ...{ batch: 'coded', quantity: '20', unit: 'H87', container: 'case', shipment: null, site: 'here' },
    ...{ spentBy: null, ...more },
  },
});
const ship = (more: object): Written => ({
  ...{ key: 'ship~s', type: 'ship' as const },
  value: {
    ...{
      shipment: 's',
      purpose: 'sale',
      consignor: 'maker',
      consignee: 'buyer',
      handOvers: 1,
      returns: null,
    },
    ...more,
  },
});
const known: Known = {
  coded: new Set(['coded']),
  levels: new Map([['case', 'case']]),
  shipments: new Map([
    ['s', { purpose: 'sale', consignor: 'maker', refusedBy: null }],
    ['home', { purpose: 'customerReturn', consignor: 'carrier', refusedBy: 'buyer' }],
    ['waste', { purpose: 'destruction', consignor: 'maker', refusedBy: null }],
  ]),
};

const billOf = (name: string, payload: object, ...written: readonly Written[]): OwnBill | undefined => {
  const [contract = '', act = ''] = name.split(':');
  const command = { contract, act, cmd: 'cmd', parties: [], payload: { ...payload } };
  const whole: WrittenAct = { command, at: '2026-11-25T08:00:00.000Z', txId: 'tx', block: 1, written };
  return BILLS_OF_ACTS[name]?.(whole, known);
};

describe('acts as bills', () => {
  it('are acts of the network', () => {
    for (const name of Object.keys(BILLS_OF_ACTS)) {
      const [contract = '', act = ''] = name.split(':');
      expect(findAct(contract, act)).toBeDefined();
    }
  });

  const sent = (more: object, ...goods: readonly Written[]) =>
    billOf('Shipment:handOver', { shipment: 's' }, ship(more), ...goods);
  const onBoard = parcel({ shipment: 's' });

  it.each<[Purpose, string | undefined]>([
    ['sale', 'saleOut'],
    ['transferUnderQuarantine', 'transferOut'],
    ['customerReturn', 'returnOut'],
    ['returnToSupplier', 'returnOut'],
    ['recallReturn', 'recallOut'],
    ['sample', 'sampleOut'],
    ['destruction', undefined],
    ['export', undefined],
  ])('goods given away for %s: %s of the consignor', (purpose, kind) => {
    expect(sent({ purpose }, onBoard)?.kind).toBe(kind);
  });

  it('name what was on board, and the other side', () => {
    expect(sent({}, onBoard, parcel({ shipment: 'other' }))).toEqual({
      ...{ kind: 'saleOut', enterprise: 'maker', partner: 'buyer', subject: 'ship~s', unit: null },
      lines: [{ code: 'case', level: 'case', batch: 'coded', quantity: '20', unit: 'H87' }],
    });
  });

  it.each([
    ['a later hand-over', { handOvers: 2 }, onBoard],
    [
      'a load that was refused at the door and goes home',
      { purpose: 'customerReturn', returns: 'r' },
      onBoard,
    ],
    ['goods without codes', {}, parcel({ shipment: 's', batch: 'drums', container: null })],
  ])('%s is none', (_, more, goods) => {
    expect(sent(more, goods)).toBeUndefined();
  });

  const received = (shipment: string) =>
    billOf(
      'Stock:receive',
      { shipment, holder: 'buyer', batch: 'coded', into: null, site: 'here' },
      parcel({}),
    );

  it('goods booked in are a purchase, a return, or none', () => {
    expect(received('s')).toMatchObject({ kind: 'purchaseIn', enterprise: 'buyer', partner: 'maker' });
    expect(received('home')).toMatchObject({ kind: 'returnIn', partner: 'buyer' });
    expect(received('waste')).toBeUndefined();
  });

  const unit = (fate: string | null): Written => ({
    ...{ key: 'unit~u', type: 'unit' as const },
    value: { code: 'u', batch: 'coded', enterprise: 'pharmacy', fate },
  });
  it.each([
    ['Code:dispense', null, 'dispense'],
    ['Code:recordDispensed', null, 'dispense'],
    ['Code:reverse', null, 'reversal'],
    ['Code:decommission', 'destroyed', 'destroyOut'],
    ['Code:decommission', 'damaged', 'damageOut'],
    ['Code:decommission', 'sampled', 'sampleOut'],
    ['Code:decommission', 'lost', undefined],
    ['Code:decommission', 'stolen', undefined],
  ])('%s of a pack, fate %s: %s', (name, fate, kind) => {
    expect(billOf(name, {}, unit(fate))?.kind).toBe(kind);
  });

  it('an opened case is unpacked, an opened pallet is none', () => {
    const opened = (kind: string) =>
      billOf(
        'Code:disaggregate',
        { container: 'case', holder: 'pharmacy', contents: [{ batch: 'coded', count: 10 }] },
        { key: 'obj~case', type: 'obj', value: { code: 'case', kind } },
      );
    expect(opened('case')).toMatchObject({ kind: 'unpack', lines: [{ code: 'case', quantity: '10' }] });
    expect(opened('pallet')).toBeUndefined();
  });

  it('a fact that was disputed changed nothing and is none', () => {
    expect(billOf('Shipment:handOver', { shipment: 's' })).toBeUndefined();
    expect(billOf('Code:dispense', {})).toBeUndefined();
    expect(
      billOf('Stock:destroy', { holder: 'maker', batch: 'coded', quantity: '1', unit: 'H87' }),
    ).toBeUndefined();
  });
});
