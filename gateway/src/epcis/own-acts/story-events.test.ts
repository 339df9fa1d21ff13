/** The story's acts as EPCIS events: in which order a pack went through them, who reads them, what proves them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { eventProblems } from '@yaosu/chaincode/model/epcis/parse-document';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { eventDigest } from '@yaosu/chaincode/signing/event-hash';
import { openMemoryDatabase } from '../../testing/memory-database.js';
import { systemPorts } from '../../ports.js';
import { compareReadModels, projectAll } from '../../projection/rebuild.js';
import { verifyBundle } from '../../proofs/verify/verify-bundle.js';
import { ACTS_OF_THE_STORY } from '../../story/acts/index.js';
import { Stage } from '../../story/stage.js';
import { given, type World } from '../../story/world.js';
import { newTestGateway, type TestGateway } from '../../testing/test-gateway.js';
import { EPCIS_CONTEXT } from '../../api/epcis.js';

type Json = Readonly<Record<string, unknown>>;
interface Answer {
  readonly epcisBody: { readonly queryResults: { readonly resultsBody: { readonly eventList: Json[] } } };
}

const MINUTES = 60_000;
/** From the first material to the disposer's scales. */
const LAST_ACT = 7;

const LOGINS = {
  maker: 'maker-qp',
  rival: 'rival-qp',
  cdmo: 'cdmo-qp',
  supplier: 'linhe-quality',
  printer: 'nanshan-quality',
  carrier: 'carrier-dispatch',
  wholesaler: 'wholesale-keeper',
  pharmacy: 'pharmacist',
  wasteCarrier: 'waste-driver',
  disposer: 'disposer-keeper',
  authority: 'drug-inspector',
} as const;
type Name = keyof typeof LOGINS;
const NAMES = Object.keys(LOGINS) as Name[];

/** Lots of packs are seen by who made, carries or buys them; amounts of production and stock by who has the stock. */
const ON_THE_WAY = [
  'cdmo supplier carrier',
  'maker cdmo carrier',
  'maker printer carrier',
  'maker carrier wholesaler',
  'carrier wholesaler pharmacy',
];
const OF_SOLD_PACKS = 'maker carrier wholesaler pharmacy';

/** Act → who reads events of it, by hand; everybody else does not, an authority neither. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  'Batch.transform': ['cdmo', 'maker'],
  'Code.commission': ['maker', OF_SOLD_PACKS],
  'Code.aggregate': [OF_SOLD_PACKS],
  'Code.disaggregate': [OF_SOLD_PACKS],
  'Code.dispense': ['pharmacy'],
  'Code.recordDispensed': ['pharmacy'],
  'Code.reverse': ['pharmacy'],
  'Stock.receive': ['cdmo', 'maker', 'wholesaler', 'pharmacy'],
  'Shipment.load': ON_THE_WAY,
  'Shipment.handOver': ON_THE_WAY,
  'Shipment.arrive': ON_THE_WAY,
  'Shipment.receive': ON_THE_WAY,
  'Waste.depart': ['cdmo wasteCarrier disposer'],
  'Waste.accept': ['cdmo wasteCarrier disposer'],
};

/** What partners report of goods. */
const INSPECTED = {
  type: 'ObjectEvent',
  eventTime: '2026-11-20T08:00:00.000Z',
  eventTimeZoneOffset: '+00:00',
  action: 'OBSERVE',
  bizStep: 'inspecting',
};

describe("the story's acts as EPCIS events", () => {
  let gateway: TestGateway;
  let stage: Stage;
  const world: World = {};

  beforeAll(async () => {
    gateway = await newTestGateway();
    stage = await Stage.open(gateway.url, systemPorts);
    const around = { url: gateway.url, ports: systemPorts };
    for (const act of ACTS_OF_THE_STORY.slice(0, LAST_ACT)) await act.play(stage, world, around);
  }, 6 * MINUTES);
  afterAll(() => gateway.remove());

  const ask = async (name: Name, path: string): Promise<Response> => {
    const { token } = await stage.as(LOGINS[name]);
    return request(gateway.url)
      .get(`/epcis/v2${path}`)
      .set({ authorization: `Bearer ${token}`, 'yaosu-purpose': 'inspection' });
  };
  const capture = async (name: Name, event: Json): Promise<Response> => {
    const { token } = await stage.as(LOGINS[name]);
    return request(gateway.url)
      .post('/epcis/v2/events')
      .set({ authorization: `Bearer ${token}`, 'content-type': 'application/json' })
      .send(JSON.stringify({ '@context': [EPCIS_CONTEXT], ...INSPECTED, ...event }));
  };
  const eventsOf = async (name: Name, query: Readonly<Record<string, string>>): Promise<readonly Json[]> => {
    const parameters = new URLSearchParams({ perPage: '1000', ...query });
    const { body } = (await ask(name, `/events?${parameters.toString()}`)) as { body: Answer };
    return body.epcisBody.queryResults.resultsBody.eventList;
  };
  const packOf = (serial: string): string =>
    `https://id.gs1.org/01/${given(world, 'codes').gtin}/21/${serial}`;

  it('tell the way of a dispensed pack, in its order and no other case', async () => {
    const pack = packOf(given(world, 'dispensed').serial);
    const query = { MATCH_anyEPC: pack, orderBy: 'eventTime', orderDirection: 'ASC' };
    const seen = await eventsOf('pharmacy', query);
    expect(seen.map((event) => `${String(event['yaosu:act'])} ${String(event['bizStep'])}`)).toEqual([
      'Code.commission commissioning',
      'Code.aggregate packing',
      'Code.aggregate packing',
      'Code.disaggregate unpacking',
      'Shipment.load loading',
      'Shipment.handOver shipping',
      'Shipment.receive accepting',
      'Stock.receive receiving',
      'Code.disaggregate unpacking',
      'Code.dispense dispensing',
    ]);
    const [, inCase, onPallet, offPallet, , , , , ofCase] = seen;
    const { caseOf, pallet } = given(world, 'codes');
    expect([inCase, onPallet, offPallet, ofCase].map((event) => event?.['parentID'])).toEqual(
      [caseOf(0), pallet, pallet, caseOf(0)].map((code) => `urn:yaosu:c:${code}`),
    );
    const byPath = await ask('pharmacy', `/epcs/${encodeURIComponent(pack)}/events?EQ_bizStep=dispensing`);
    const { eventList } = (byPath.body as Answer).epcisBody.queryResults.resultsBody;
    expect(eventList).toEqual([seen.at(-1)]);
    const sold = (await eventsOf('maker', query)).map((event) => event['bizStep']);
    expect(sold).not.toContain('dispensing');
    expect(sold).toContain('shipping');
    expect(await eventsOf('rival', query)).toEqual([]);
  });

  it('are read by who may read their records, and by nobody else', async () => {
    const { db } = gateway.services;
    const rows = await db
      .selectFrom('epcis_events')
      .select(['event_id', 'event'])
      .where('enterprise', '=', '')
      .execute();
    const found: Record<string, Set<string>> = {};
    // Of a hundred cases of the lot that was sold one stands for all, with the pallet.
    const { caseOf, pallet } = given(world, 'codes');
    const packed = [caseOf(0), pallet].map((code) => `urn:yaosu:c:${code}`);
    const isAsked = ({ 'yaosu:act': act, parentID }: Json): boolean =>
      act !== 'Code.aggregate' || packed.includes(String(parentID));
    const asked = rows.filter(({ event }) => isAsked(JSON.parse(event) as Json));
    for (const { event_id: id, event } of asked) {
      const act = String((JSON.parse(event) as Json)['yaosu:act']);
      const readers: string[] = [];
      for (const name of NAMES) {
        const { status } = await ask(name, `/events/${encodeURIComponent(id)}`);
        if (status === 200) readers.push(name);
        else expect(status).toBe(404);
      }
      found[act] = (found[act] ?? new Set()).add(readers.join(' '));
    }
    expect(found).toEqual(
      Object.fromEntries(Object.entries(READERS).map(([act, readers]) => [act, new Set(readers)])),
    );
  });

  it(
    'are the same when the read model is built again',
    async () => {
      const { db, projection, access, vault } = gateway.services;
      const rebuilt = await openMemoryDatabase();
      await projectAll(access.ledger, rebuilt, projection.asOfBlock + 1, vault);
      expect(await compareReadModels(db, rebuilt)).toEqual([]);
      await rebuilt.destroy();
    },
    2 * MINUTES,
  );

  it('are valid, and named by their hash', async () => {
    const rows = await gateway.services.db
      .selectFrom('epcis_events')
      .select(['event', 'context', 'hash'])
      .where('enterprise', '=', '')
      .execute();
    expect(rows.length).toBeGreaterThan(140);
    for (const { event, context, hash } of rows) {
      const whole = JSON.parse(event) as Json;
      expect([eventProblems(whole), eventDigest(whole, JSON.parse(context ?? 'null'))]).toEqual([[], hash]);
    }
  });

  it('are proved by the transaction that they are', async () => {
    const [event] = await eventsOf('pharmacy', { EQ_bizStep: 'dispensing', 'EQ_yaosu:origin': 'judged' });
    await gateway.services.checkpoints.make();
    const { client } = await stage.as(LOGINS.pharmacy);
    const { trust } = await client.read('trust', {});
    const path = `/events/${encodeURIComponent(String(event?.['eventID']))}/proof`;
    const { body } = (await ask('pharmacy', path)) as { body: { bundle: { records: Json[] } } };
    expect(await verifyBundle(canonicalJson(body), trust)).toMatchObject({ ok: true });
    const { cmd } = await gateway.services.db
      .selectFrom('transactions')
      .select('cmd')
      .where('tx_id', '=', String(event?.['yaosu:txId']))
      .executeTakeFirstOrThrow();
    expect(body.bundle.records.map(({ key }) => key)).toEqual([`cmd~${cmd ?? ''}`]);
    expect((await ask('rival', path)).status).toBe(404);
    expect(await client.epcis.origins(String(event?.['eventID']))).toMatchObject([
      { reportedBy: null, capture: null, txId: event?.['yaosu:txId'], block: event?.['yaosu:block'] },
    ]);
  });

  it('stand apart in a trail from what partners reported of its goods', async () => {
    const { serial } = given(world, 'dispensed');
    const told = [
      ['wholesaler', `https://id.gs1.org/00/${given(world, 'codes').palletSscc}`],
      ['pharmacy', packOf(serial)],
      ['pharmacy', 'urn:epc:id:sscc:6901234.0000000017'],
    ] as const;
    for (const [name, epc] of told) expect((await capture(name, { epcList: [epc] })).status).toBe(201);
    const { batch } = given(world, 'packed');
    const reportedTo = async (name: Name): Promise<readonly unknown[]> => {
      const { client } = await stage.as(LOGINS[name]);
      const { reported: found, lines } = await client.read('trail', { id: batch }, { direction: 'backward' });
      expect(lines.length).toBeGreaterThan(0);
      return found.map(({ reportedBy, bizStep, type }) => [reportedBy, bizStep, type]);
    };
    expect(await reportedTo('wholesaler')).toEqual([['huida-wholesale', 'inspecting', 'ObjectEvent']]);
    expect(await reportedTo('pharmacy')).toEqual([['renxin-pharmacy', 'inspecting', 'ObjectEvent']]);
    expect(await reportedTo('maker')).toEqual([]);
  });

  it('cannot be put on by what somebody captures', async () => {
    const epcList = ['urn:epc:id:sscc:6901234.0000000017'];
    const context = [EPCIS_CONTEXT, { mine: 'urn:yaosu:epcis:' }];
    const forged = [
      { epcList, 'yaosu:origin': 'judged' },
      { epcList, '@context': context, 'mine:origin': 'judged' },
      { epcList, 'urn:yaosu:epcis:origin': 'judged' },
      {
        epcList,
        'acme:of': { 'yaosu:txId': '0' },
        '@context': [EPCIS_CONTEXT, { acme: 'https://a.example/' }],
      },
    ];
    for (const event of forged) {
      const { status, text } = await capture('pharmacy', event);
      expect([status, text]).toEqual([400, expect.stringContaining('RESERVED')]);
    }
  });
});
