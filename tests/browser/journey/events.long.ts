import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemPorts } from '@yaosu/gateway/ports';
import { Stage } from '@yaosu/gateway/story/stage';
import { verifyBundle } from '@yaosu/gateway/verify-bundle';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { EpcisClient, sampleEvent } from '../../support/epcis.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const EVENT = sampleEvent({
  eventID: 'urn:uuid:7c7cf0ab-5f0c-4f5a-a2d4-3f8b1de0a901',
  epcList: ['urn:epc:id:sgtin:6901234.100000.J1'],
  disposition: 'in_transit',
  sensorElementList: [{ sensorReport: [{ type: 'Temperature', value: 4.6, uom: 'CEL' }] }],
});
const PACK = '(01)16901234000006(21)J1';

suite('in Chromium: an event that a firm’s system reported is found, proved, and reported on', () => {
  let webhook: Server;
  let address: string;
  let server: RunningServer;
  let browser: Browser;
  let stage: Stage;
  let desk: Desk;
  const reports: string[] = [];

  beforeAll(async () => {
    webhook = createServer((incoming, response) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('end', () => {
        reports.push(Buffer.concat(parts).toString('utf8'));
        response.end();
      });
    });
    await new Promise<void>((resolve) => webhook.listen(0, '127.0.0.1', resolve));
    address = `127.0.0.1:${String((webhook.address() as AddressInfo).port)}`;
    server = await RunningServer.seeded({ env: { YAOSU_WEBHOOK_TARGETS: address } });
    browser = await openBrowser();
    stage = await Stage.open(server.url, systemPorts);
    const { token } = await stage.as('maker-qp');
    await new EpcisClient(server.url, token).capture([EVENT]);
    desk = await Desk.of(browser, server.url, 'Anhe, qualified person');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
    await new Promise((resolve) => webhook.close(resolve));
  });

  test('a code that is mistyped says so, and nothing is shown as its events', async () => {
    await desk.open('Events');
    await desk.type('Identifier', '(01)16901234000005(21)J1');
    await desk.press('Find');
    await desk.sees(/The check digit is wrong/);
    await desk.sees('Nothing is looked for until the identifier is right.');
  });

  test('it is found by what is printed on the pack, and read in words', async () => {
    await desk.type('Identifier', PACK);
    await desk.press('Find');
    await desk.choose('Step (CBV)', 'Shipping');
    await desk.follow(/20 Nov 2026, 08:00 \+08:00/, desk.row('In transit'));
    await desk.sees('Event · Shipping');
    await desk.sees('4.6 °C');
    await desk.sees(/A firm’s own report/);
    await desk.sees('Attest (Attestation.attest)');
  });

  test('its proof is verified offline', async () => {
    const download = desk.page.waitForEvent('download');
    await desk.press('Download the proof of this event');
    const text = await readFile(await (await download).path(), 'utf8');
    const { client } = await stage.as('maker-qp');
    const { trust } = await client.read('trust', {});
    const { ok, checks } = await verifyBundle(text, trust);
    expect([ok, checks.at(-1)?.check]).toEqual([true, 'event']);
  });

  test('the search is kept as a query, to which an address is subscribed', async () => {
    await desk.open('Events');
    await desk.choose('Step (CBV)', 'Shipping');
    await desk.type('Keep this search as', 'shipped');
    await desk.press('Save query');
    await desk.sees('Saved.');
    await desk.page.getByRole('status').getByRole('link', { name: 'Queries and subscriptions' }).click();
    await desk.press('Subscribe an address');
    await desk.type('Webhook address', 'http://10.0.0.1/hook');
    await desk.press('Subscribe');
    await desk.sees(/The address belongs to this machine or its own network/);
    await desk.type('Webhook address', `http://${address}/`);
    await desk.type('Secret for the signature', 'a secret of ours');
    await desk.page.getByLabel('Report what is there already, too').check();
    await desk.press('Subscribe');
    await desk.row(address).getByText('With each new event').waitFor();
  });

  test('what was there is reported, and the list says so', async () => {
    await desk.row(address).getByText('Running').waitFor();
    expect(reports.join('\n')).toContain(String(EVENT['eventID']));
  });

  test('it is ended only after a question', async () => {
    await desk.press('End', desk.row(address));
    await desk.press('Back', desk.row(address));
    await desk.press('End', desk.row(address));
    await desk.sees(`Report no more to http://${address}/?`);
    await desk.press('Yes, do it');
    await desk.sees('Nobody is reported to yet.');
    const { client } = await stage.as('maker-qp');
    expect(await client.epcis.subscriptions('shipped')).toEqual([]);
  });

  test('another firm sees neither the event nor the query', async () => {
    const rival = await Desk.of(browser, server.url, 'Ruikang, qualified person');
    await rival.page.goto(`${server.url}/events/${encodeURIComponent(String(EVENT['eventID']))}`);
    await rival.sees('RECORD_NOT_FOUND');
    await rival.open('Events');
    await rival.follow('Queries and subscriptions');
    await rival.sees(/No named queries yet/);
  });
});
