import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import request, { type Response } from 'supertest';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';
import { openMemoryDatabase } from '../testing/memory-database.js';
import { compareReadModels, projectAll } from '../projection/rebuild.js';

const CONTEXT = [
  'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
  { acme: 'https://acme.example/' },
];
const PALLET = 'urn:epc:id:sscc:6901234.0000000017';
const PALLET_LINK = 'https://id.gs1.org/00/069012340000000177';

type Json = Record<string, unknown>;

const event = (changes: Json = {}): Json => ({
  type: 'ObjectEvent',
  eventTime: '2026-11-20T08:00:00.000+08:00',
  eventTimeZoneOffset: '+08:00',
  action: 'OBSERVE',
  bizStep: 'shipping',
  epcList: [PALLET],
  'acme:gate': '7',
  ...changes,
});

const documentOf = (events: readonly Json[], changes: Json = {}): Json => ({
  '@context': CONTEXT,
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-11-20T00:00:00Z',
  epcisBody: { eventList: events },
  ...changes,
});

describe('EPCIS capture and query', () => {
  let gateway: TestGateway;
  let sender: Actor;
  let rival: Actor;

  beforeAll(async () => {
    gateway = await newTestGateway();
    [sender, rival] = await Promise.all([gateway.actor('maker-qp'), gateway.actor('cdmo-qp')]);
  });
  afterAll(() => gateway.remove());

  const call = (actor: Actor) => {
    const bearer = `Bearer ${actor.token}`;
    return {
      get: (path: string) => request(gateway.url).get(`/epcis/v2${path}`).set('authorization', bearer),
      capture: (body: unknown, headers: Record<string, string> = {}) =>
        request(gateway.url)
          .post('/epcis/v2/capture')
          .set('authorization', bearer)
          .set('content-type', 'application/ld+json')
          .set(headers)
          .send(typeof body === 'string' ? body : JSON.stringify(body)),
    };
  };
  const captured = async (body: unknown, headers?: Record<string, string>): Promise<Json> => {
    const response = await call(sender).capture(body, headers);
    expect([response.status, response.text]).toEqual([202, '']);
    const location = String(response.headers['location']);
    return (await call(sender).get(location.replace('/epcis/v2', ''))).body as Json;
  };
  const eventsOf = async (actor: Actor, query: string): Promise<Json[]> => {
    const response: Response = await call(actor).get(`/events?${query}`);
    const answer = response.body as { epcisBody: { queryResults: { resultsBody: { eventList: Json[] } } } };
    return answer.epcisBody.queryResults.resultsBody.eventList;
  };
  const traces = async (): Promise<unknown> => [
    await gateway.services.access.ledger.height(),
    (await readdir(join(gateway.folder, 'vault'), { recursive: true })).length,
  ];

  it('captures a document once, attests it, and finds it by every spelling of its identifier', async () => {
    const job = await captured(documentOf([event(), event({ action: 'ADD', bizStep: 'commissioning' })]));
    expect(job).toMatchObject({ running: false, success: true, events: 2, duplicates: 0, errors: [] });
    const { record } = await sender.client.read('record', { key: String(job['attestation']) });
    expect(record.value).toMatchObject({ kind: 'epcis', count: 2, assertedByMachine: true });
    for (const epc of [PALLET, PALLET_LINK, 'https://anywhere.example/sscc/069012340000000177']) {
      expect(await eventsOf(sender, `MATCH_epc=${encodeURIComponent(epc)}`)).toHaveLength(2);
    }
    const [found] = await eventsOf(
      sender,
      `MATCH_anyEPC=${PALLET}&EQ_bizStep=https://ref.gs1.org/cbv/BizStep-shipping`,
    );
    expect(found).toMatchObject({ ...event(), '@context': [{ acme: 'https://acme.example/' }] });
    const byId = await call(sender).get(`/events/${encodeURIComponent(String(found?.['eventID']))}`);
    expect(byId.body).toMatchObject({ epcisBody: { queryResults: { resultsBody: { eventList: [found] } } } });
  });

  it('recognises what it has, also under another spelling and order', async () => {
    const other = Object.fromEntries(Object.entries(event({ epcList: [PALLET_LINK] })).reverse());
    const job = await captured(documentOf([other, event({ disposition: 'in_transit' })]));
    expect(job).toMatchObject({ success: true, events: 2, duplicates: 1 });
    expect(await eventsOf(sender, `MATCH_epc=${PALLET}`)).toHaveLength(3);
  });

  it('keeps a declaration of error beside the event', async () => {
    const wrong = {
      eventID: 'urn:uuid:374d95fc-9457-4a51-bd6a-0bba133845a8',
      epcList: ['urn:epc:id:sscc:6901234.0000000099'],
    };
    await captured(documentOf([event(wrong)]));
    const declaration = { declarationTime: '2026-11-21T00:00:00Z', reason: 'did_not_occur' };
    expect(await captured(documentOf([event({ ...wrong, errorDeclaration: declaration })]))).toMatchObject({
      duplicates: 0,
    });
    expect(await eventsOf(sender, `EQ_eventID=${wrong.eventID}`)).toHaveLength(2);
  });

  it('takes an event that brings its context along', async () => {
    const epcList = ['urn:epc:id:sgtin:6901234.100000.A1'];
    await captured({ ...event({ epcList }), '@context': CONTEXT });
    expect(await eventsOf(sender, 'MATCH_epc=urn:epc:idpat:sgtin:6901234.100000.*')).toHaveLength(1);
    expect(await eventsOf(sender, 'MATCH_epc=urn:epc:idpat:sgtin:6901234.100001.*')).toHaveLength(0);
  });

  it('leaves the sound events of a document when its sender wants to proceed', async () => {
    const epcList = ['urn:epc:id:sscc:6901234.0000000555'];
    const mixed = documentOf([event({ epcList }), event({ epcList, action: 'WRONG' })]);
    const job = await captured(mixed, { 'GS1-Capture-Error-Behaviour': 'proceed' });
    expect(job).toMatchObject({ success: false, events: 1, captureErrorBehaviour: 'proceed' });
    expect(job['errors']).toMatchObject([
      {
        type: 'epcisException:ValidationException',
        details: { issues: ['eventList.1.action: invalid_value'] },
      },
    ]);
    expect(await eventsOf(sender, `MATCH_epc=${epcList[0]}`)).toHaveLength(1);
  });

  it('pages from the newest to the oldest', async () => {
    const epcList = ['urn:epc:id:sscc:6901234.0000000777'];
    const times = ['2026-11-18T00:00:00Z', '2026-11-19T00:00:00Z', '2026-11-17T00:00:00Z'];
    await captured(documentOf(times.map((eventTime) => event({ epcList, eventTime }))));
    const seen: unknown[] = [];
    let path: string | undefined = `/events?MATCH_epc=${epcList[0]}&perPage=2`;
    while (path !== undefined) {
      const response: Response = await call(sender).get(path);
      const { resultsBody } = (
        response.body as { epcisBody: { queryResults: { resultsBody: { eventList: Json[] } } } }
      ).epcisBody.queryResults;
      seen.push(...resultsBody.eventList.map((each) => each['eventTime']));
      path = /<\/epcis\/v2([^>]*)>; rel="next"/.exec(String(response.headers['link']))?.[1];
    }
    expect(seen).toEqual([times[1], times[0], times[2]]);
  });

  it('answers a rival about events and jobs byte for byte as about unknown ones', async () => {
    const [found] = await eventsOf(sender, `MATCH_epc=${PALLET}`);
    const sent: Response = await call(sender).capture(documentOf([event({ 'acme:gate': '8' })]));
    const job = String(sent.headers['location']).replace('/epcis/v2', '');
    const foreign = [`/events/${encodeURIComponent(String(found?.['eventID']))}`, job];
    const unknown = ['/events/urn:uuid:00000000-0000-4000-8000-000000000000', `/capture/${'0'.repeat(64)}`];
    for (const [i, path] of foreign.entries()) {
      const [theirs, none] = await Promise.all([call(rival).get(path), call(rival).get(unknown[i]!)]);
      expect([theirs.status, theirs.text]).toEqual([404, none.text]);
    }
    expect(await eventsOf(rival, `MATCH_epc=${PALLET}`)).toEqual([]);
    expect(await eventsOf(rival, '')).toEqual([]);
  });

  const duplicateName = JSON.stringify(documentOf([event()])).replace(
    '"action":"OBSERVE"',
    '"action":"OBSERVE","action":"ADD"',
  );
  it.each<[string, unknown, number, string]>([
    ['duplicate names', duplicateName, 400, 'BODY_INVALID'],
    ['no JSON', '{', 400, 'BODY_INVALID'],
    ['no document', [], 400, 'EPCIS_DOCUMENT_INVALID'],
    [
      'a document without context',
      documentOf([event()], { '@context': undefined }),
      400,
      'EPCIS_DOCUMENT_INVALID',
    ],
    ['no events', documentOf([]), 400, 'EPCIS_DOCUMENT_INVALID'],
    ['an unknown word', documentOf([event({ bizStep: 'flying' })]), 400, 'EPCIS_DOCUMENT_INVALID'],
    [
      'one unsound event',
      documentOf([event(), event({ eventTime: 'yesterday' })]),
      400,
      'EPCIS_DOCUMENT_INVALID',
    ],
    [
      'an event of the future',
      documentOf([event({ eventTime: '2999-01-01T00:00:00Z' })]),
      400,
      'EPCIS_DOCUMENT_INVALID',
    ],
    ['half a character', documentOf([event({ 'acme:x': '\ud800' })]), 400, 'EPCIS_DOCUMENT_INVALID'],
    ['NUL', documentOf([event({ 'acme:x\u0000': 'y' })]), 400, 'EPCIS_DOCUMENT_INVALID'],
  ])('refuses %s, without any effect', async (_, body, status, code) => {
    const before = await traces();
    const response = await call(sender).capture(body);
    expect([response.status, (response.body as Json)['code']]).toEqual([status, code]);
    expect(String((response.body as Json)['type'])).toMatch(/^epcisException:/);
    expect(await traces()).toEqual(before);
  });

  it('refuses other media types, behaviours, parameters and strangers', async () => {
    const text = await call(sender).capture('x', { 'content-type': 'text/plain' });
    const behaviour = await call(sender).capture(documentOf([event()]), {
      'GS1-Capture-Error-Behaviour': 'hope',
    });
    const parameter = await call(sender).get('/events?MATCH_nothing=1');
    const token = await call(sender).get('/events?nextPageToken=x');
    const stranger = await request(gateway.url).get('/epcis/v2/events');
    const nowhere = await call(sender).get('/nowhere');
    expect(
      [text, behaviour, parameter, token, stranger, nowhere].map(({ status, body }) => [
        status,
        (body as Json)['type'],
      ]),
    ).toEqual([
      [415, 'epcisException:UnsupportedMediaTypeException'],
      [400, 'epcisException:ValidationException'],
      [400, 'epcisException:QueryParameterException'],
      [400, 'epcisException:QueryParameterException'],
      [401, 'epcisException:SecurityException'],
      [404, 'epcisException:NoSuchResourceException'],
    ]);
  });

  it('says its limits', async () => {
    const options: Response = await request(gateway.url).options('/epcis/v2/capture');
    const { status, headers } = options;
    expect([status, headers['gs1-epcis-version'], headers['gs1-epcis-capture-limit']]).toEqual([
      204,
      '2.0.0',
      '5000',
    ]);
  });

  it('makes the same rows again of ledger and vault', async () => {
    const { db, projection, access, vault } = gateway.services;
    const rebuilt = await openMemoryDatabase();
    await projectAll(access.ledger, rebuilt, projection.asOfBlock + 1, vault);
    expect(await rebuilt.selectFrom('epcis_events').select('hash').execute()).not.toHaveLength(0);
    expect(await compareReadModels(db, rebuilt)).toEqual([]);
    await rebuilt.destroy();
  });

  it('lists a capture whose bytes are not here as pending, and one whose bytes were altered', async () => {
    const { projection, access } = gateway.services;
    const states = async (read: () => Promise<{ content: unknown } | undefined>): Promise<unknown> => {
      const rebuilt = await openMemoryDatabase();
      await projectAll(access.ledger, rebuilt, projection.asOfBlock + 1, { read });
      const rows = await rebuilt.selectFrom('epcis_captures').select('state').distinct().execute();
      const events = await rebuilt.selectFrom('epcis_events').select('hash').execute();
      await rebuilt.destroy();
      return [rows, events];
    };
    expect(await states(() => Promise.resolve(undefined))).toEqual([[{ state: 'pending' }], []]);
    expect(await states(() => Promise.reject(new Error('altered')))).toEqual([[{ state: 'altered' }], []]);
  });

  it('captures nothing for an enterprise that has not admitted, or has revoked, the service key', async () => {
    const { kid } = (await rival.client.read('serviceKey', {})).key;
    const { hash } = await rival.client.read('recordHash', { key: `key~${kid}` });
    const administrator = await gateway.actor('cdmo-admin');
    const revocation = { enterprise: rival.enterprise, kid, compromisedSince: null };
    const { revokeKey } = enterpriseActs;
    await administrator.client.submit(revokeKey, administrator.sign(revokeKey, revocation, hash));
    const refused = await call(rival).capture(documentOf([event()]));
    expect([refused.status, (refused.body as Json)['code']]).toEqual([403, 'MANDATE_MISSING']);
  });
});
