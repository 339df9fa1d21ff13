import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { enter, openSession, type DemoClient } from '../support/demo-client.js';
import { EpcisClient, sampleEvent } from '../support/epcis.js';
import { RunningServer } from '../support/running-server.js';

const DOCUMENTS = 40;
const ACKNOWLEDGED_BEFORE_THE_KILL = 6;
/** Two starts of a server on a machine that does other things too. */
const STARTS_MS = 240_000;

const epcOf = (document: number): string => `urn:epc:id:sscc:6901234.1${String(document).padStart(9, '0')}`;

interface Acknowledged {
  readonly document: number;
  readonly job: string;
}

/** Sends all at once and kills the server when some are acknowledged; answers those. */
const acknowledgedUntilKilled = async (
  server: RunningServer,
  sender: EpcisClient,
): Promise<Acknowledged[]> => {
  const acknowledged: Acknowledged[] = [];
  const sends = Array.from({ length: DOCUMENTS }, async (_, document) => {
    const job = await sender.capture([sampleEvent({ epcList: [epcOf(document)] })]);
    acknowledged.push({ document, job });
    if (acknowledged.length === ACKNOWLEDGED_BEFORE_THE_KILL) await server.end('SIGKILL');
  });
  await Promise.allSettled(sends);
  return acknowledged;
};

describe('a server killed while documents are captured', () => {
  let server: RunningServer;
  let acknowledged: Acknowledged[];
  let maker: DemoClient;
  let sender: EpcisClient;

  beforeAll(async () => {
    server = await RunningServer.seeded();
    maker = await enter(server.url, 'maker-qp');
    acknowledged = await acknowledgedUntilKilled(server, new EpcisClient(server.url, maker.token));
    server = await RunningServer.start({ data: server.data });
    maker = await openSession(server.url, maker.actor);
    sender = new EpcisClient(server.url, maker.token);
  }, STARTS_MS);
  afterAll(() => server.dispose());

  test('had answered some of them and not all', () => {
    expect(acknowledged.length).toBeGreaterThanOrEqual(ACKNOWLEDGED_BEFORE_THE_KILL);
    expect(acknowledged.length).toBeLessThan(DOCUMENTS);
  });

  test('has every event that it answered, once, with its attestation', async () => {
    for (const { document, job } of acknowledged) {
      const { running, success, attestation } = await sender.job(job);
      expect([running, success]).toEqual([false, true]);
      const { record } = await maker.client.read('record', { key: String(attestation) });
      expect(record.value).toMatchObject({ kind: 'epcis', count: 1 });
      expect(await sender.events(`MATCH_epc=${epcOf(document)}`)).toHaveLength(1);
    }
  });

  test('stores nothing twice when they are sent again', async () => {
    for (const { document } of acknowledged) {
      const job = await sender.capture([sampleEvent({ epcList: [epcOf(document)] })]);
      expect(await sender.job(job)).toMatchObject({ success: true, duplicates: 1 });
      expect(await sender.events(`MATCH_epc=${epcOf(document)}`)).toHaveLength(1);
    }
  });
});
