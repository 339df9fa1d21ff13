/** Writing endpoints beside the acts: each place of a body that is right, spoilt; files and documents of partners. */
import { expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { CALLS } from '@yaosu/gateway/api/calls';
import { EPCIS_ROUTES } from '@yaosu/gateway/api/epcis';
import { UPLOADS } from '@yaosu/gateway/api/uploads';
import * as z from 'zod';
import { newActor, type Actor } from '../support/actor.js';
import { sampleDocument, sampleEvent } from '../support/epcis.js';
import { freshId } from '../support/payloads.js';
import { expectNothingChanged, expectRefused, verdictOf } from './expect-refused.js';
import { hostileTo, RAW } from './hostile.js';
import { placesOf, withValue, type Schema } from './mutations.js';
import type { Workbench } from './workbench.js';

type CallName = keyof typeof CALLS;

const JSON_TYPE = { 'content-type': 'application/json' };
const P1363 = { alg: 'ES256', form: 'p1363', signature: 'A'.repeat(86) };
const SALT = 'a1'.repeat(16);
const TERMS = {
  price: { amount: '12.5', currency: 'CNY' },
  yield: { floorPercent: '98' },
  compensation: { perDayLatePercent: '0.5', perPercentShortPercent: '2', atMostPercent: '20' },
  clauses: [{ title: '保密', words: '不得披露。' }],
};

/** The gateway's service key for the maker, as its administrator would admit it. */
const mandateOf = async ({ gateway, stage }: Workbench): Promise<object> => {
  const [root, gatewayKey] = [stage.actor('makerRoot'), await gateway.services.serviceKeys.proposal('maker')];
  const service: Actor = { ...newActor('maker'), kid: gatewayKey.kid, publicKey: gatewayKey.publicKey };
  const act = ACTS.Enterprise.admitKey;
  const payload = { enterprise: 'maker', key: gatewayKey };
  const { command, signatures } = stage.network.envelope({ act, actors: [root, service], payload });
  return { command, signature: signatures[0] };
};

/** A body of every call that is right, or would be for who has what it names. */
const BODIES: Readonly<Record<CallName, (bench: Workbench) => object | Promise<object>>> = {
  challenge: ({ stage }) => ({ kid: stage.actor('makerQp').kid }),
  session: ({ stage }) => ({ kid: stage.actor('makerQp').kid, challenge: 'x', signature: P1363 }),
  delivery: ({ stage }) => ({ kid: stage.actor('makerQp').kid, challenge: 'x', signature: P1363 }),
  enrol: () => ({ login: 'maker-qp', publicKey: newActor('maker').publicKey, kind: 'device' }),
  confirm: async (bench) => {
    const { command } = (await mandateOf(bench)) as { readonly command: object };
    return { command, signature: 'A'.repeat(86) };
  },
  mandate: mandateOf,
  batchId: () => ({ product: 'API-1', lot: 'L-1' }),
  opaqueId: () => ({ of: 'product', code: 'API-1' }),
  storeDocument: () => ({ salt: SALT, content: { title: '记录' } }),
  shareDocument: () => ({ document: freshId(), enterprise: 'cdmo' }),
  sealTerms: () => ({ cdmo: 'cdmo', salt: SALT, terms: TERMS }),
  verifyTerms: () => ({ task: freshId(), salt: SALT, terms: TERMS }),
  codeApplication: () => ({ gtin: '06901004000215', scheme: 'letters12', count: 1, firstBlock: 0 }),
  codeList: () => ({ gtin: '06901004000215', scheme: 'letters12', firstBlock: 0, blocks: 1, count: 1 }),
  secondCode: () => ({ text: '81234567890123456789' }),
  codeDownload: () => ({
    ...{ gtin: '06901004000215', scheme: 'letters12', firstBlock: 0, blocks: 1, count: 1 },
    ...{ format: 'csv', symbol: 'datamatrix', lot: null, expiry: null },
  }),
  resolverEntries: () => ({
    entries: [
      {
        anchor: '/01/06901004000215',
        itemDescription: '盐酸安和片',
        defaultLinktype: 'gs1:pip',
        qualifiers: [{ '21': '{serial}' }],
        links: [
          {
            ...{ linktype: 'gs1:pip', href: 'https://example.com/pip', title: '说明书' },
            ...{ type: 'text/html', hreflang: ['zh'], context: ['hospital'] },
          },
        ],
      },
    ],
  }),
  triage: () => ({ alert: freshId(), outcome: 'explained', cause: 'return', note: '退货漏扫', seen: 0 }),
  sendBillAgain: () => ({ bill: freshId() }),
  reconcileBills: () => ({ day: '2026-11-25' }),
  sendIdentifierAgain: () => ({ handle: '88.608.8889/none' }),
  closure: () => ({ roots: [freshId()], direction: 'forward' }),
};

const describeBodies = (bench: () => Workbench): void => {
  test.each(Object.keys(CALLS) as CallName[])('%s, spoilt in every place', async (name) => {
    const { path, body: schema } = CALLS[name];
    const body = await BODIES[name](bench());
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
    const by = bench().stage.actor('makerRoot');
    await expectNothingChanged(bench(), async (noted) => {
      for (const place of placesOf(json, body)) {
        // What a command says is tried act by act; here its frame counts.
        if (place.path.includes('payload')) continue;
        for (const { what, value, raw } of hostileTo(place)) {
          const spoilt = JSON.stringify(withValue(body, place.path, value) ?? null);
          const sent = raw === undefined ? spoilt : spoilt.replace(`"${RAW}"`, raw);
          const title = `${name} ${place.path.join('.')}: ${what}`;
          expectRefused(title, await bench().post(path, sent, JSON_TYPE, by));
        }
      }
      expect(await noted()).toBe(0);
    });
  });

  test('a document and a key wrap of others, a closure of nothing: refused without any effect', async () => {
    const by = bench().stage.actor('makerQp');
    await expectNothingChanged(bench(), async () => {
      for (const name of ['shareDocument', 'closure', 'session', 'enrol', 'confirm'] as const) {
        const body = JSON.stringify(await BODIES[name](bench()));
        expectRefused(name, await bench().post(CALLS[name].path, body, JSON_TYPE, by));
      }
    });
  });
};

const FILES: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[] = [
  ['nothing', ''],
  ['NUL', '\u0000'.repeat(100)],
  ['no UTF-8', Uint8Array.of(0xff, 0xfe, 0x00, 0x80)],
  ['an archive', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00)],
  ['HTML', '<script>globalThis.hurt=1</script>'],
  ['a formula', '=HYPERLINK("http://a.b","c")\n'],
  ['one endless line', 'x'.repeat(1_000_000)],
  ['many short lines', '\n'.repeat(1_000_000)],
  ['JSON', '{"a":1}'],
];

const describeFiles = (bench: () => Workbench): void => {
  test.each(FILES)("a logger's export that is %s", async (title, file) => {
    const by = bench().stage.actor('carrierDriver');
    await expectNothingChanged(bench(), async () => {
      const reply = await bench().post(UPLOADS.loggerExport.path, file, { 'content-type': 'text/plain' }, by);
      expect(expectRefused(title, reply)).toBe('LOGGER_FORMAT_UNKNOWN');
    });
  });
};

const EPC = 'urn:epc:id:sscc:6901234.0000000017';
const MANY = 100_000;
const deep = (levels: number): unknown => (levels === 0 ? 'x' : { a: deep(levels - 1) });
const measured = (type: string, uom: string): object => ({
  sensorElementList: [{ sensorReport: [{ type, value: 1, uom }] }],
});

const EVENTS: readonly (readonly [string, object])[] = [
  ['NUL in its id', { eventID: 'urn:uuid:a\u0000b' }],
  ['half a character in its id', { eventID: 'urn:uuid:\ud800' }],
  ['NUL in an identifier', { epcList: ['https://example.org/\u0000'] }],
  ['HTML for an identifier', { epcList: ['<script>globalThis.hurt=1</script>'] }],
  ['SQL for an identifier', { epcList: ["'; drop table records; --"] }],
  ['no list for identifiers', { epcList: 'urn:epc:id:sscc:6901234.0000000017' }],
  ['another type', { type: 'Event' }],
  ['another action', { action: 'DROP' }],
  ['a step that is no word', { bizStep: '<b>shipping</b>' }],
  ['a day that there is not', { eventTime: '2026-02-30T08:00:00.000+08:00' }],
  ['a time far ahead', { eventTime: '9999-12-31T00:00:00.000Z' }],
  ['no time', { eventTime: null }],
  ['a wrong offset', { eventTimeZoneOffset: '+99:00' }],
  ['a name without a prefix', { more: 1 }],
  ['the name of a constructor', { constructor: 'x' }],
  ['a prototype', JSON.parse('{"__proto__":{"type":"x"}}') as object],
  [
    'a negative quantity',
    { quantityList: [{ epcClass: 'urn:epc:class:lgtin:6901234.00001.L', quantity: -1 }] },
  ],
  ['a zone that is none', { eventTimeZoneOffset: '+25:00' }],
  ['a zone by name', { eventTimeZoneOffset: 'Asia/Shanghai' }],
  ['a unit that is none', measured('Temperature', 'furlong')],
  ['a unit of something else', measured('Temperature', 'KGM')],
  ['a unit that nobody knows', measured('Mass', 'ZZZ')],
  ['an identifier twice', { epcList: [EPC, EPC] }],
  ['a URI with a blank', { epcList: ['urn:epc:id:sscc:6901234. 0000000017'] }],
  ['an event of 10 MB', { 'https://acme.example/x': 'x'.repeat(10_000_000) }],
  ['a deep context', { '@context': [{ a: deep(40) }] }],
  [
    'a hundred thousand identifiers',
    { epcList: Array.from({ length: MANY }, (_, i) => `urn:epc:id:sgtin:6901234.100000.${String(i)}`) },
  ],
];

const admitService = async (bench: Workbench): Promise<void> => {
  const body = JSON.stringify(await mandateOf(bench));
  const reply = await bench.post(CALLS.mandate.path, body, JSON_TYPE, bench.stage.actor('makerRoot'));
  expect(verdictOf(reply)).toBe('201');
};

const describeEpcis = (bench: () => Workbench): void => {
  test('an EPCIS document without the words of a mandate, then with one: every event that is wrong', async () => {
    const { path } = EPCIS_ROUTES.capture;
    const by = bench().stage.actor('makerQp');
    const send = (event: object) =>
      bench().post(path, JSON.stringify(sampleDocument([{ ...sampleEvent(), ...event }])), JSON_TYPE, by);
    await expectNothingChanged(bench(), async () => {
      expect(verdictOf(await send({}))).toBe('403 MANDATE_MISSING');
    });
    await admitService(bench());
    await expectNothingChanged(bench(), async (noted) => {
      for (const [title, change] of EVENTS) expectRefused(title, await send(change));
      for (const body of ['{}', '[]', '{"type":"EPCISDocument"}'])
        expectRefused(body, await bench().post(path, body, JSON_TYPE, by));
      expect(await noted()).toBe(0);
    });
  });
};

const EPCIS_XML = (inner: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0"
  creationDate="2026-11-20T00:00:00Z"><EPCISBody><EventList>${inner}</EventList></EPCISBody></epcis:EPCISDocument>`;

const lol = (depth: number): string =>
  Array.from(
    { length: depth },
    (_, i) => `<!ENTITY l${String(i + 1)} "${`&l${String(i)};`.repeat(10)}">`,
  ).join('');

/** XML that other parsers have choked on. */
const XML: readonly (readonly [string, string])[] = [
  ['a bomb of entities', EPCIS_XML('&l9;', `<!DOCTYPE x [<!ENTITY l0 "lol">${lol(9)}]>`)],
  ['an external entity', EPCIS_XML('&x;', '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
  ['an external document type', EPCIS_XML('', '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">')],
  ['deep elements', EPCIS_XML(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`)],
  [
    'many attributes',
    EPCIS_XML(`<a ${Array.from({ length: 5000 }, (_, i) => `a${String(i)}=""`).join(' ')}/>`),
  ],
  ['an event of another kind', EPCIS_XML('<QuantityEvent><eventTime>x</eventTime></QuantityEvent>')],
  ['a prefix without a namespace', EPCIS_XML('<x:a/>')],
  ['no root', '<?xml version="1.0"?>'],
];

const describeXml = (bench: () => Workbench): void => {
  test('XML that would be expanded, fetched or never end', async () => {
    const { path } = EPCIS_ROUTES.capture;
    const by = bench().stage.actor('makerQp');
    await expectNothingChanged(bench(), async (noted) => {
      for (const [title, body] of XML)
        expectRefused(title, await bench().post(path, body, { 'content-type': 'application/xml' }, by));
      expect(await noted()).toBe(0);
    });
  });
};

/** Tests of calls, files and documents. */
export const describeCalls = (bench: () => Workbench): void => {
  describeBodies(bench);
  describeFiles(bench);
  describeEpcis(bench);
  describeXml(bench);
};
