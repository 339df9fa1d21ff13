/** What stands: named queries, their subscribers, and proofs; XML beside JSON. */
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { verifyBundle, type Verdict } from '../proofs/verify/verify-bundle.js';
import { newSeededFolder } from '../testing/seeded-folder.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';
import { EPCIS_CONTEXT } from '../api/epcis.js';

type Json = Record<string, unknown>;

const SECRET = 'a secret of the subscriber';

interface Received {
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A subscriber whose answers are chosen, and whose reports can be waited for. */
class Subscriber {
  readonly received: Received[] = [];
  status = 200;
  readonly #server: Server;
  #waiting: (() => void)[] = [];

  constructor() {
    this.#server = createServer((incoming, response) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('end', () => {
        this.received.push({ body: Buffer.concat(parts).toString('utf8'), headers: incoming.headers });
        response.statusCode = this.status;
        response.end();
        for (const wake of this.#waiting.splice(0)) wake();
      });
    });
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  async reports(count: number): Promise<readonly Received[]> {
    while (this.received.length < count) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.received;
  }

  close(): Promise<unknown> {
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

const event = (serial: string, changes: Json = {}): Json => ({
  '@context': [EPCIS_CONTEXT, { acme: 'https://acme.example/' }],
  type: 'ObjectEvent',
  eventTime: '2026-11-20T08:00:00.000+08:00',
  eventTimeZoneOffset: '+08:00',
  action: 'OBSERVE',
  bizStep: 'shipping',
  epcList: [`urn:epc:id:sgtin:6901234.100000.${serial}`],
  'acme:gate': '7',
  ...changes,
});

const xmlOf = (serial: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:1" xmlns:acme="https://acme.example/" schemaVersion="1.2"
    creationDate="2026-11-20T00:00:00Z"><EPCISBody><EventList><ObjectEvent>
  <eventTime>2026-11-20T08:00:00.000+08:00</eventTime><eventTimeZoneOffset>+08:00</eventTimeZoneOffset>
  <epcList><epc>urn:epc:id:sgtin:6901234.100000.${serial}</epc></epcList><action>OBSERVE</action>
  <bizStep>urn:epcglobal:cbv:bizstep:shipping</bizStep><acme:gate>7</acme:gate>
</ObjectEvent></EventList></EPCISBody></epcis:EPCISDocument>`;

const serialsIn = ({ body }: { readonly body: string }): readonly string[] => {
  const { epcisBody } = JSON.parse(body) as {
    epcisBody: { queryResults: { resultsBody: { eventList: { epcList: string[] }[] } } };
  };
  return epcisBody.queryResults.resultsBody.eventList.map(
    ({ epcList: [epc = ''] }) => epc.split('.').at(-1) ?? '',
  );
};

describe('EPCIS that stands', () => {
  const subscriber = new Subscriber();
  let folder: string;
  let target: string;
  let gateway: TestGateway;
  let sender: Actor;
  let rival: Actor;

  const start = async (): Promise<void> => {
    gateway = await newTestGateway({
      folder,
      environment: { YAOSU_WEBHOOK_TARGETS: target, YAOSU_STORY: '0' },
    });
    sender = await gateway.actor('maker-qp');
  };
  beforeAll(async () => {
    folder = await newSeededFolder();
    target = `127.0.0.1:${String(await subscriber.listen())}`;
    await start();
    rival = await gateway.actor('cdmo-qp');
  });
  afterAll(async () => {
    await gateway.remove();
    await subscriber.close();
  });

  const as = (actor: Actor) => ({
    get: (path: string) =>
      request(gateway.url).get(`/epcis/v2${path}`).set('authorization', `Bearer ${actor.token}`),
    remove: (path: string) =>
      request(gateway.url).delete(`/epcis/v2${path}`).set('authorization', `Bearer ${actor.token}`),
    post: (path: string, body: unknown, type = 'application/json') =>
      request(gateway.url)
        .post(`/epcis/v2${path}`)
        .set('authorization', `Bearer ${actor.token}`)
        .set('content-type', type)
        .send(typeof body === 'string' ? body : JSON.stringify(body)),
  });
  const codeOf = ({ status, body }: Response): unknown => [status, (body as Json)['code']];
  const capture = async (serial: string): Promise<string> => {
    const response = await as(sender).post('/events', event(serial));
    expect([response.status, response.text]).toEqual([201, '']);
    return String(response.headers['location']).replace('/epcis/v2', '');
  };

  it('takes a single event, and finds its XML to be the same event', async () => {
    const path = await capture('A1');
    expect((await as(sender).get(path)).status).toBe(200);
    const sent: Response = await as(sender).post('/capture', xmlOf('A1'), 'application/xml');
    const job = String(sent.headers['location']).replace('/epcis/v2', '');
    expect((await as(sender).get(job)).body).toMatchObject({ success: true, events: 1, duplicates: 1 });
  });

  it.each<[string, string]>([
    ['a document type', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${xmlOf('B1').split('?>')[1] ?? ''}`],
    ['an external entity', `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>`],
    ['an unknown entity', xmlOf('B2').replace('OBSERVE', '&bomb;')],
    ['another encoding', xmlOf('B3').replace('UTF-8', 'UTF-16')],
    ['deep elements', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`],
    ['no end', '<epcis:EPCISDocument>'],
  ])('refuses XML with %s, without any effect', async (_, body) => {
    const height = await gateway.services.access.ledger.height();
    expect(codeOf(await as(sender).post('/capture', body, 'text/xml'))).toEqual([400, 'BODY_INVALID']);
    expect(await gateway.services.access.ledger.height()).toBe(height);
  });

  it('proves an event offline, and nothing that was changed', async () => {
    const path = await capture('C1');
    await gateway.services.checkpoints.make();
    const { trust } = await sender.client.read('trust', {});
    const { body } = (await as(sender).get(`${path}/proof`)) as { body: { epcis: Json } };
    const judge = (value: unknown): Promise<Verdict> => verifyBundle(JSON.stringify(value), trust);
    const verdict = await judge(body);
    expect(verdict.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(verdict.checks.at(-1)).toMatchObject({ check: 'event', ok: true });
    const changes: Json[] = [
      { event: { ...(body.epcis['event'] as Json), action: 'ADD' } },
      { hash: '0'.repeat(64) },
      { index: 1 },
      { count: 2 },
      { attestation: `att~${'0'.repeat(64)}` },
    ];
    for (const change of changes) {
      expect((await judge({ ...body, epcis: { ...body.epcis, ...change } })).ok).toBe(false);
    }
    expect((await as(rival).get(`${path}/proof`)).status).toBe(404);
  });

  it('keeps named queries, each for its own enterprise', async () => {
    const query = { EQ_bizStep: ['shipping'], MATCH_epc: ['urn:epc:idpat:sgtin:6901234.100000.*'] };
    const made: Response = await as(sender).post('/queries', { name: 'shipped', query });
    expect([made.status, made.headers['location']]).toEqual([201, '/epcis/v2/queries/shipped']);
    expect(codeOf(await as(sender).post('/queries', { name: 'shipped', query }))).toEqual([
      409,
      'QUERY_NAME_TAKEN',
    ]);
    expect(codeOf(await as(sender).post('/queries', { name: 'x', query: { EQ_x: ['y'] } }))).toEqual([
      400,
      'QUERY_INVALID',
    ]);
    expect((await as(sender).get('/queries')).body).toEqual([{ name: 'shipped', query }]);
    expect((await as(sender).get('/queries/shipped/events')).body).toMatchObject({
      epcisBody: { queryResults: { queryName: 'shipped' } },
    });
    expect((await as(rival).get('/queries')).body).toEqual([]);
    expect(codeOf(await as(rival).get('/queries/shipped/events'))).toEqual([404, 'QUERY_NAME_UNKNOWN']);
  });

  it.each<[string, Json]>([
    ['an address of this machine', { dest: 'http://127.0.0.1:1/', stream: true }],
    ['this machine by name', { dest: 'http://localhost:1/', stream: true }],
    ['a private address', { dest: 'http://[fd00::1]/', stream: true }],
    ['the address of cloud metadata', { dest: 'http://169.254.169.254/', stream: true }],
    ['a file', { dest: 'file:///etc/passwd', stream: true }],
    ['a password', { dest: 'https://a:b@example.com/', stream: true }],
    ['neither stream nor schedule', { dest: 'https://example.com/' }],
    ['a schedule of no time', { dest: 'https://example.com/', schedule: { hour: '24' } }],
  ])('refuses to report to %s', async (_, controls) => {
    expect(codeOf(await as(sender).post('/queries/shipped/subscriptions', controls))).toEqual([
      400,
      'SUBSCRIPTION_INVALID',
    ]);
  });

  it('reports signed, again until it is acknowledged, and never after that, also after a restart', async () => {
    const controls = { dest: `http://${target}/`, signatureToken: SECRET, stream: true };
    const made: Response = await as(sender).post('/queries/shipped/subscriptions', controls);
    expect(made.status).toBe(201);
    expect(made.text).not.toContain(SECRET);
    const path = String(made.headers['location']).replace('/epcis/v2', '');
    subscriber.status = 503;
    await capture('D1');
    await subscriber.reports(1);
    subscriber.status = 200;
    const [refused, taken] = await subscriber.reports(2);
    expect([refused, taken].map((each) => serialsIn(each!))).toEqual([['D1'], ['D1']]);
    expect(taken?.headers['yaosu-delivery']).toBe(refused?.headers['yaosu-delivery']);
    const signature = createHmac('sha256', SECRET).update(taken!.body).digest('hex');
    expect(taken?.headers['gs1-signature']).toBe(`sha256=${signature}`);
    await capture('D2');
    expect(serialsIn((await subscriber.reports(3))[2]!)).toEqual(['D2']);
    await gateway.close();
    await start();
    expect((await as(sender).get(path)).body).toMatchObject({ failures: 0, isSigned: true });
    await capture('D3');
    expect(serialsIn((await subscriber.reports(4))[3]!)).toEqual(['D3']);
    expect((await as(sender).remove(path)).status).toBe(204);
    expect(codeOf(await as(sender).get(path))).toEqual([404, 'SUBSCRIPTION_UNKNOWN']);
    expect(subscriber.received).toHaveLength(4);
  });

  it('streams events of a named query, and goes on where the stream was cut', async () => {
    const stop = new AbortController();
    const headers = { authorization: `Bearer ${sender.token}`, accept: 'text/event-stream' };
    const open = (more: Record<string, string> = {}) =>
      fetch(`${gateway.url}/epcis/v2/queries/shipped/events?stream=true`, {
        headers: { ...headers, ...more },
        signal: stop.signal,
      });
    const read = async (response: globalThis.Response): Promise<string> => {
      let text = '';
      for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += Buffer.from(part).toString('utf8');
        if (text.includes('data: ')) return text;
      }
      return text;
    };
    const first = await open();
    await capture('E1');
    const told = await read(first);
    expect(told).toContain('100000.E1');
    await capture('E2');
    const id = /^id: (.*)$/m.exec(told)?.[1] ?? '';
    expect(await read(await open({ 'last-event-id': id }))).toMatch(/100000\.E2/);
    stop.abort();
  });

  it('leads to events by type, identifier, step, place and disposition', async () => {
    const place = { id: 'urn:epc:id:sgln:6901234.00001.0' };
    await as(sender).post(
      '/events',
      event('F1', { readPoint: place, bizLocation: place, disposition: 'in_transit' }),
    );
    const members = async (name: string): Promise<unknown> =>
      ((await as(sender).get(`/${name}`)).body as Json)['member'];
    expect(await members('')).toContain('eventTypes');
    expect(await members('eventTypes')).toEqual(['ObjectEvent']);
    expect(await members('bizSteps')).toEqual(['shipping']);
    expect(await members('dispositions')).toEqual(['in_transit']);
    expect(await members('readPoints')).toEqual(['https://id.gs1.org/414/6901234000016']);
    expect(await members('bizLocations')).toEqual(['https://id.gs1.org/414/6901234000016']);
    const epc = encodeURIComponent('urn:epc:id:sgtin:6901234.100000.F1');
    expect(((await as(sender).get(`/epcs/${epc}`)).body as Json)['member']).toEqual(['events']);
    const found: Response = await as(sender).get(`/epcs/${epc}/events?EQ_bizStep=shipping`);
    expect(serialsIn({ body: found.text })).toEqual(['F1']);
    expect((await as(rival).get(`/epcs/${epc}`)).status).toBe(404);
    const page: Response = await as(sender).get('/epcs?perPage=2');
    expect((page.body as Json)['member']).toHaveLength(2);
    expect(page.headers['link']).toMatch(/^<\/epcis\/v2\/epcs\?perPage=2&nextPageToken=[^>]*>; rel="next"$/);
  });

  it('says versions and refuses others', async () => {
    const old: Response = await as(sender).get('/events').set('GS1-EPCIS-Max', '1.2');
    expect([codeOf(old), (old.body as Json)['type']]).toEqual([
      [406, 'NOT_ACCEPTABLE'],
      'epcisException:NotAcceptableException',
    ]);
    const options: Response = await request(gateway.url).options('/epcis/v2/queries/shipped');
    expect([options.status, options.headers['allow']]).toEqual([204, 'OPTIONS, GET, DELETE']);
    const repeated = await as(sender).get('/events?EQ_bizStep=shipping&EQ_bizStep=receiving');
    expect(codeOf(repeated)).toEqual([400, 'QUERY_INVALID']);
  });
});
