import { describe, expect, it } from '@jest/globals';
import { findAct } from '@yaosu/chaincode/model/acts';
import { eventProblems } from '@yaosu/chaincode/model/epcis/parse-document';
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import { eventDigest, eventHashUri } from '@yaosu/chaincode/signing/event-hash';
import { EVENTS_OF_ACTS } from './events-of-acts.js';
import { ownEventRows } from './own-event-rows.js';
import type { WrittenAct } from './written-act.js';

type Json = Readonly<Record<string, unknown>>;

const hex = (digit: string): string => digit.repeat(64);
const [TX, CMD, BATCH, INPUT, CASE] = [hex('a'), hex('b'), hex('c'), hex('d'), hex('e')];
const [PALLET, PACK, DRUM, SHIP, MANIFEST] = [hex('f'), hex('0'), hex('1'), hex('2'), hex('3')];
const FROM = '6901234000016';
const TO = '6901234000023';
const place = (gln: string): Json => ({ id: `https://id.gs1.org/414/${gln}` });
const code = (of: string): string => `urn:yaosu:c:${of}`;
const lot = (of: string): string => `urn:yaosu:b:${of}`;
const HERE = { readPoint: place(FROM), bizLocation: place(FROM) };

const parcel = (index: number, changes: Json = {}): [string, Json] => [
  `parcel~${TX}~${String(index)}`,
  {
    ...{ parcel: `${TX}~${String(index)}`, batch: BATCH, quantity: '100', unit: 'H87', owner: 'maker' },
    ...{ holder: 'maker', site: FROM, container: null, shipment: null, spentBy: null, ...changes },
  },
];
const unit = (state: string, fate: string | null = null): [string, Json] => [
  `unit~${PACK}`,
  { code: PACK, batch: BATCH, state, fate, enterprise: 'pharmacy', owner: 'pharmacy' },
];
const container = (of: string, kind: string, from: string | null): [string, Json] => [
  `obj~${of}`,
  { code: of, kind, contents: [{ from, batch: BATCH, count: 100 }] },
];
const shipment = (handOvers: number, changes: Json = {}): [string, Json] => [
  `ship~${SHIP}`,
  {
    ...{ shipment: SHIP, purpose: 'sale', owner: 'maker', from: FROM, consignee: 'buyer', to: TO, handOvers },
    lines: [{ batch: BATCH, quantity: '100', unit: 'H87' }],
    ...changes,
  },
];
/** Sent from `TO` to another site after the act, which reached the ledger later. */
const sentElsewhere = {
  to: FROM,
  redirects: [
    {
      ...{ from: TO, to: FROM, reason: 'siteFull', at: '2026-11-20T09:00:00.000Z' },
      ...{ arrival: null, refusal: null },
    },
  ],
};
const manifest: [string, Json] = [
  `man~${MANIFEST}`,
  { manifest: MANIFEST, generator: 'maker', from: FROM, disposer: 'burner', to: TO, lines: [{ drum: DRUM }] },
];

const sides = (from: string, to: string): Json => ({
  sourceList: [
    { type: 'owning_party', source: `urn:yaosu:e:${from}` },
    { type: 'location', source: place(FROM)['id'] },
  ],
  destinationList: [
    { type: 'owning_party', destination: `urn:yaosu:e:${to}` },
    { type: 'location', destination: place(TO)['id'] },
  ],
});
const desadv = { bizTransactionList: [{ type: 'desadv', bizTransaction: `urn:yaosu:s:${SHIP}` }] };
const onWaste = { bizTransactionList: [{ bizTransaction: `urn:yaosu:m:${MANIFEST}` }] };
const packs = (quantity: number): readonly Json[] => [{ epcClass: lot(BATCH), quantity }];
const observed = { type: 'ObjectEvent', action: 'OBSERVE' };
const inCase = { container: CASE };
const onWay = { ...inCase, site: null, shipment: SHIP };
const goods = { contents: [{ from: CMD, batch: BATCH, count: 100 }] };

interface Row {
  readonly act: string;
  readonly payload: Json;
  readonly written: readonly (readonly [string, Json])[];
  readonly event: Json;
  readonly seenBy: { readonly batches?: readonly unknown[]; readonly records?: readonly string[] };
}

const ROWS: readonly Row[] = [
  {
    act: 'Code.commission',
    payload: { site: FROM },
    written: [
      [`com~${BATCH}~${CMD}`, { batch: BATCH, used: 100, commission: CMD, root: hex('9') }],
      parcel(0, { container: CMD }),
    ],
    event: {
      ...{ type: 'ObjectEvent', action: 'ADD', bizStep: 'commissioning', disposition: 'active' },
      ...{ epcList: [code(CMD)], quantityList: packs(100), ...HERE, 'yaosu:root': hex('9') },
    },
    seenBy: { batches: [BATCH] },
  },
  {
    act: 'Code.aggregate',
    payload: { container: CASE, site: FROM, ...goods },
    written: [container(CASE, 'case', CMD), parcel(0, { container: CMD }), parcel(1, inCase)],
    event: {
      ...{ type: 'AggregationEvent', action: 'ADD', bizStep: 'packing', disposition: 'in_progress' },
      ...{ parentID: code(CASE), childQuantityList: packs(100), ...HERE },
    },
    seenBy: { batches: [BATCH] },
  },
  {
    act: 'Code.disaggregate',
    payload: { container: PALLET, site: FROM, ...goods },
    written: [container(PALLET, 'pallet', CASE), parcel(0, inCase)],
    event: {
      ...{ type: 'AggregationEvent', action: 'DELETE', bizStep: 'unpacking', disposition: 'in_progress' },
      ...{ parentID: code(PALLET), childEPCs: [code(CASE)], ...HERE },
    },
    seenBy: { batches: [BATCH] },
  },
  ...(['dispense', 'recordDispensed'] as const).map((act) => ({
    act: `Code.${act}`,
    payload: { site: FROM },
    written: [unit('dispensed'), parcel(0, { spentBy: CMD })],
    event: {
      ...{ ...observed, bizStep: 'dispensing', disposition: 'dispensed', epcList: [code(PACK)], ...HERE },
    },
    seenBy: { records: [`unit~${PACK}`] },
  })),
  {
    act: 'Code.reverse',
    payload: { site: FROM },
    written: [unit('reversed'), parcel(0)],
    event: { ...observed, bizStep: 'receiving', disposition: 'returned', epcList: [code(PACK)], ...HERE },
    seenBy: { records: [`unit~${PACK}`] },
  },
  {
    act: 'Code.decommission',
    payload: { site: FROM },
    written: [unit('decommissioned', 'stolen')],
    event: {
      ...{ type: 'ObjectEvent', action: 'DELETE', bizStep: 'decommissioning', disposition: 'stolen' },
      ...{ epcList: [code(PACK)], ...HERE },
    },
    seenBy: { records: [`unit~${PACK}`] },
  },
  {
    act: 'Batch.transform',
    payload: {
      ...{ batch: BATCH, quantity: '388', unit: 'KGM' },
      inputs: [{ batch: INPUT, quantity: '249.5', unit: 'KGM' }],
    },
    written: [
      [`batch~${BATCH}`, { batch: BATCH, site: FROM, usableUntil: '2029-08-25' }],
      parcel(0, { quantity: '388', unit: 'KGM' }),
      parcel(1, { batch: INPUT }),
    ],
    event: {
      ...{ type: 'TransformationEvent', bizStep: 'commissioning', disposition: 'in_progress', ...HERE },
      inputQuantityList: [{ epcClass: lot(INPUT), quantity: 249.5, uom: 'KGM' }],
      outputQuantityList: [{ epcClass: lot(BATCH), quantity: 388, uom: 'KGM' }],
      ilmd: { 'cbvmda:itemExpirationDate': '2029-08-25' },
      'yaosu:batch': [lot(BATCH), lot(INPUT)],
    },
    seenBy: { records: [`parcel~${TX}~0`] },
  },
  {
    act: 'Stock.receive',
    payload: { batch: BATCH, into: null, site: FROM, shipment: SHIP },
    written: [parcel(0, inCase), parcel(1, { quantity: '12' }), parcel(2, { shipment: SHIP })],
    event: {
      ...{ ...observed, bizStep: 'receiving', disposition: 'in_progress', epcList: [code(CASE)] },
      ...{ quantityList: packs(12), ...HERE, ...desadv },
    },
    seenBy: { records: [`parcel~${TX}~0`, `parcel~${TX}~1`] },
  },
  {
    act: 'Stock.destroy',
    payload: { batch: BATCH, quantity: '40', unit: 'H87', site: FROM, manifest: MANIFEST },
    written: [parcel(0, { spentBy: CMD }), parcel(1, { quantity: '60' })],
    event: {
      ...{ type: 'ObjectEvent', action: 'DELETE', bizStep: 'destroying', disposition: 'destroyed' },
      ...{ quantityList: packs(40), readPoint: place(FROM), ...onWaste },
    },
    seenBy: { records: [`parcel~${TX}~0`] },
  },
  ...(
    [
      ['load', {}, 0, 'loading', 'in_progress', [parcel(0, onWay), parcel(1)], FROM],
      ['handOver', { at: null }, 1, 'shipping', 'in_transit', [parcel(0, onWay)], FROM],
      ['handOver', { at: null }, 2, 'transporting', 'in_transit', [parcel(0, onWay)], undefined],
      ['receive', {}, 2, 'accepting', 'in_progress', [parcel(0, { ...onWay, site: TO })], TO],
    ] as const
  ).map(([act, payload, handOvers, bizStep, disposition, stock, site]) => ({
    act: `Shipment.${act}`,
    payload: { shipment: SHIP, ...payload },
    written: [shipment(handOvers), ...stock],
    event: {
      ...{ ...observed, bizStep, disposition, epcList: [code(CASE)], ...desadv, ...sides('maker', 'buyer') },
      ...(site === undefined ? {} : { readPoint: place(site) }),
    },
    seenBy: { records: [`ship~${SHIP}`] },
  })),
  {
    act: 'Shipment.receive',
    payload: { shipment: SHIP },
    written: [shipment(2, sentElsewhere), parcel(0, { ...onWay, site: TO })],
    event: {
      ...{ ...observed, bizStep: 'accepting', disposition: 'in_progress', epcList: [code(CASE)], ...desadv },
      ...{ ...sides('maker', 'buyer'), readPoint: place(TO) },
    },
    seenBy: { records: [`ship~${SHIP}`] },
  },
  {
    act: 'Shipment.arrive',
    payload: { shipment: SHIP, site: TO },
    written: [shipment(1)],
    event: {
      ...{ ...observed, bizStep: 'arriving', disposition: 'in_transit', quantityList: packs(100) },
      ...{ readPoint: place(TO), ...desadv, ...sides('maker', 'buyer') },
    },
    seenBy: { records: [`ship~${SHIP}`] },
  },
  ...(
    [
      ['depart', 'shipping', 'in_transit', FROM],
      ['handOver', 'transporting', 'in_transit', undefined],
      ['accept', 'accepting', 'in_progress', TO],
    ] as const
  ).map(([act, bizStep, disposition, site]) => ({
    act: `Waste.${act}`,
    payload: { manifest: MANIFEST },
    written: [manifest],
    event: {
      ...{
        ...observed,
        bizStep,
        disposition,
        epcList: [code(DRUM)],
        ...onWaste,
        ...sides('maker', 'burner'),
      },
      ...(site === undefined ? {} : { readPoint: place(site) }),
      'yaosu:batch': undefined,
    },
    seenBy: { records: [`man~${MANIFEST}`] },
  })),
];

const AT = '2026-11-20T08:00:00.000Z';
const actOf = ({ act, payload, written }: Pick<Row, 'act' | 'payload' | 'written'>): WrittenAct => {
  const [contract = '', name = ''] = act.split('.');
  return {
    command: { contract, act: name, cmd: CMD, parties: [], payload },
    ...{ at: AT, txId: TX, block: 7 },
    written: written.map(([key, value]) => ({ key, type: splitKey(key)?.type ?? 'cmd', value })),
  };
};

describe('the event of an act', () => {
  it('is told for every act of the table, and for acts that exist', () => {
    const told = new Set(ROWS.map(({ act }) => act.replace('.', ':')));
    expect([...told].sort()).toEqual(Object.keys(EVENTS_OF_ACTS).sort());
    for (const { act } of ROWS) expect(findAct(...(act.split('.') as [string, string]))).toBeDefined();
  });

  it.each(ROWS.map((row) => ({ ...row, title: `${row.act} ${String(row.event['bizStep'])}` })))(
    'is whole, valid, named by its hash and seen with its record: $title',
    ({ event, seenBy, ...row }) => {
      const [rows, ...others] = ownEventRows(actOf(row), AT);
      expect(others).toEqual([]);
      const whole = JSON.parse(String(rows?.event.event)) as Json;
      expect(whole).toEqual({
        ...{ eventTime: AT, eventTimeZoneOffset: '+00:00', 'yaosu:origin': 'judged', 'yaosu:act': row.act },
        ...{ 'yaosu:txId': TX, 'yaosu:block': 7, 'yaosu:batch': [lot(BATCH)], ...event },
      });
      expect(eventProblems(whole)).toEqual([]);
      const hash = eventDigest(whole, JSON.parse(String(rows?.event.context)));
      expect(rows?.event.event_id).toBe(eventHashUri(hash));
      const { batches = [], records = [] } = seenBy;
      expect([rows?.event.enterprise, rows?.event.batches, rows?.event.records]).toEqual([
        '',
        batches,
        records,
      ]);
    },
  );

  it.each(ROWS)('is none where a disputed fact wrote no record: $act', (row) => {
    const dispute: [string, Json] = [`disp~${CMD}`, {}];
    expect(ownEventRows(actOf({ ...row, written: [dispute] }), AT)).toEqual([]);
  });

  it('is none of an act that moves nothing', () => {
    expect(ownEventRows(actOf({ act: 'Batch.hold', payload: {}, written: [parcel(0)] }), AT)).toEqual([]);
  });
});
