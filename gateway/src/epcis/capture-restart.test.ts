import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEmbedded } from '../ledger/open-embedded.js';
import { systemPorts } from '../ports.js';
import { newFlakyLedger, type FlakyLedger } from '../testing/flaky-ledger.js';
import { newSeededFolder } from '../testing/seeded-folder.js';
import { newTestGateway, type TestGateway } from '../testing/test-gateway.js';
import { captureDocument } from './capture.js';
import { readCaptureJob } from './read-job.js';

const ENTERPRISE = 'anhe-pharma';

const documentWith = (serial: number): Uint8Array =>
  Buffer.from(
    JSON.stringify({
      '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      type: 'ObjectEvent',
      eventTime: '2026-11-20T08:00:00Z',
      eventTimeZoneOffset: '+08:00',
      action: 'OBSERVE',
      epcList: [`urn:epc:id:sgtin:6901234.100000.${String(serial)}`],
    }),
  );

describe('a capture whose ledger fails', () => {
  let folder: string;
  let flaky: FlakyLedger;
  let gateway: TestGateway;

  const start = async (): Promise<void> => {
    gateway = await newTestGateway({
      folder,
      environment: { YAOSU_COMMAND_DEADLINE_MS: '500' },
      openLedger: async () => {
        const access = await openEmbedded(folder, systemPorts.clock);
        flaky = newFlakyLedger(access.ledger);
        return { ...access, ledger: flaky.ledger };
      },
    });
  };
  const capture = (serial: number): Promise<string> =>
    captureDocument(gateway.services, ENTERPRISE, { bytes: documentWith(serial), form: 'json' }, 'rollback');
  const settled = async (job: string): Promise<unknown> => {
    const entry = await gateway.services.journal.find(job);
    if (entry === undefined) throw new Error('the journal lost a capture');
    await gateway.services.relay.settle(entry);
    return readCaptureJob(gateway.services, ENTERPRISE, job);
  };
  const stored = async (): Promise<number> =>
    (await gateway.services.db.selectFrom('epcis_events').select('hash').execute()).length;

  beforeAll(async () => {
    folder = await newSeededFolder();
    await start();
  });
  afterAll(() => gateway.remove());

  it('is taken over while the ledger is away, and finished after a restart', async () => {
    flaky.set('away');
    const job = await capture(1);
    expect(await readCaptureJob(gateway.services, ENTERPRISE, job)).toMatchObject({
      running: true,
      success: true,
    });
    expect(await stored()).toBe(0);
    await gateway.close();
    await start();
    expect(await settled(job)).toMatchObject({ running: false, success: true, events: 1, duplicates: 0 });
    expect(await stored()).toBe(1);
  });

  it('is there once when the answer of the ledger was lost', async () => {
    flaky.set('lost');
    const job = await capture(2);
    flaky.set('none');
    expect(await settled(job)).toMatchObject({ running: false, success: true, duplicates: 0 });
    expect(await stored()).toBe(2);
  });
});
