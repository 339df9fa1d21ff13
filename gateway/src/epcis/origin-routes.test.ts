/** Whose word events are, and how their subscribers stand. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SubscriptionView } from '../api/epcis-schemas.js';
import { newSeededFolder } from '../testing/seeded-folder.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';

const ID = 'urn:uuid:0d1f2f5e-9d3c-4f3e-8f0f-2f2c8f0c6a01';
const EPC = 'urn:epc:id:sgtin:6901234.100000.W1';

const event = (changes: Readonly<Record<string, unknown>> = {}) => ({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
  type: 'ObjectEvent',
  eventID: ID,
  eventTime: '2026-11-20T08:00:00.000+08:00',
  eventTimeZoneOffset: '+08:00',
  action: 'OBSERVE',
  bizStep: 'shipping',
  epcList: [EPC],
  ...changes,
});

describe('what EPCIS routes tell beside the standard', () => {
  let webhook: Server;
  let target: string;
  let status = 200;
  let gateway: TestGateway;
  let sender: Actor;
  let rival: Actor;
  const capture = async (changes = {}): Promise<void> => {
    const response = await fetch(`${gateway.url}/epcis/v2/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sender.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(event(changes)),
    });
    expect(response.status).toBe(201);
  };
  const theOne = async (): Promise<SubscriptionView | undefined> =>
    (await sender.client.epcis.subscriptions('all'))[0];
  const until = async (holds: (found: SubscriptionView | undefined) => boolean) => {
    let found = await theOne();
    while (!holds(found)) found = await theOne();
    return found;
  };

  beforeAll(async () => {
    webhook = createServer((incoming, response) => {
      incoming.resume();
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => webhook.listen(0, '127.0.0.1', resolve));
    target = `127.0.0.1:${String((webhook.address() as AddressInfo).port)}`;
    gateway = await newTestGateway({
      folder: await newSeededFolder(),
      environment: { YAOSU_WEBHOOK_TARGETS: target, YAOSU_STORY: '0' },
    });
    [sender, rival] = await Promise.all([gateway.actor('maker-qp'), gateway.actor('cdmo-qp')]);
  });
  afterAll(async () => {
    await gateway.remove();
    await new Promise((resolve) => webhook.close(resolve));
  });

  it('an event names who reported it, its capture, and the transaction that attests it', async () => {
    await capture();
    const { enterprise } = await sender.client.read('session', {});
    const [origin, ...others] = await sender.client.epcis.origins(ID);
    expect(others).toEqual([]);
    expect(origin).toMatchObject({ reportedBy: enterprise, capture: { events: 1 } });
    const { record } = await sender.client.read('record', { key: origin?.capture?.attestation ?? '' });
    expect(record).toMatchObject({ txId: origin?.txId, block: origin?.block });
    const { epcis } = await sender.client.epcis.eventProof(ID);
    expect(epcis?.hash).toBe(origin?.hash);
  });

  it('a declaration that it was wrong has an origin of its own, in the order of the events', async () => {
    const declarationTime = '2026-11-21T00:00:00Z';
    await capture({ errorDeclaration: { declarationTime, reason: 'incorrect_data' } });
    const events = await sender.client.epcis.event(ID);
    expect(events.map((each) => each['errorDeclaration'] !== undefined)).toEqual([false, true]);
    const origins = await sender.client.epcis.origins(ID);
    expect(new Set(origins.map(({ txId }) => txId)).size).toBe(2);
  });

  it('pages of events follow each other', async () => {
    const { events, next } = await sender.client.epcis.events({ MATCH_anyEPC: EPC, perPage: '1' });
    expect([events.length, next]).toEqual([1, expect.any(String)]);
    const last = await sender.client.epcis.events({ MATCH_anyEPC: EPC, perPage: '1' }, next ?? '');
    expect(last.events).toHaveLength(1);
    expect(last.events).not.toEqual(events);
  });

  it('nobody else is told whose word an event is', async () => {
    await expect(rival.client.epcis.origins(ID)).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' });
    await expect(rival.client.epcis.event(ID)).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' });
  });

  it('a subscription tells its last failure with the reason, when it is tried again, and its last report', async () => {
    await sender.client.epcis.nameQuery({ name: 'all', query: {} });
    await sender.client.epcis.subscribe('all', { dest: `http://${target}/`, stream: true });
    expect(await theOne()).toMatchObject({ lastNotifiedAt: null, lastFailedAt: null, nextReportAt: null });
    status = 503;
    await capture({ eventID: `${ID.slice(0, -1)}2` });
    const failed = await until((found) => (found?.failures ?? 0) > 0);
    expect(failed).toMatchObject({ lastProblem: 'HTTP 503', lastNotifiedAt: null });
    expect(String(failed?.nextReportAt) > String(failed?.lastFailedAt)).toBe(true);
    status = 200;
    expect(await until((found) => found?.failures === 0)).toMatchObject({
      lastProblem: 'HTTP 503',
      lastFailedAt: expect.any(String),
      lastNotifiedAt: expect.any(String),
      nextReportAt: null,
    });
    await sender.client.epcis.forgetQuery('all');
    await expect(theOne()).rejects.toMatchObject({ code: 'QUERY_NAME_UNKNOWN' });
  });

  it('a schedule tells when it is due', async () => {
    await sender.client.epcis.nameQuery({ name: 'all', query: {} });
    await sender.client.epcis.subscribe('all', {
      dest: `http://${target}/`,
      schedule: { hour: '6', minute: '5' },
    });
    expect((await theOne())?.nextReportAt).toMatch(/T06:05:00\.000Z$/);
  });
});
