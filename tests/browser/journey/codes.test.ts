import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { ssccHash } from '@yaosu/chaincode/signing/code-hash';
import { systemPorts } from '@yaosu/gateway/ports';
import { lotOfRun, type Lot } from '@yaosu/gateway/story/batches';
import { make, registerDrug } from '@yaosu/gateway/story/production';
import { layMaterial } from '@yaosu/gateway/story/recall-ground';
import type { Stage } from '@yaosu/gateway/story/stage';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { Phone } from '../../support/phone.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const GTIN = '06901004000215';
const SSCC = '369010040000000018';
const PNG = '89504e470d0a1a0a';

suite('in Chromium: serials are reserved, commissioned, labelled, rejected on the line and packed', () => {
  let server: RunningServer;
  let browser: Browser;
  let stage: Stage;
  let packed: Lot;
  let manager: Desk;
  const records = async (type: 'alloc' | 'com' | 'obj', batch?: string) => {
    const { client } = await stage.as('maker-production');
    const page = await client.read('records', {}, { type, ...(batch === undefined ? {} : { batch }) });
    return page.records.map(({ value }) => value);
  };
  const openBatch = async (desk: Desk): Promise<void> => {
    await desk.open('Batches');
    // The list is whole once it says what the batch is called.
    await desk.follow(/AH-3201/);
    await desk.sees('Matches its digest on the ledger');
  };
  const saved = async (button: string): Promise<Buffer> => {
    const download = manager.page.waitForEvent('download');
    await manager.page.getByRole('button', { name: button, exact: true }).first().click();
    return readFile(await (await download).path());
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    const ground = await layMaterial(server.url, systemPorts);
    ({ stage } = ground);
    packed = await registerDrug(stage, 'packed', 'AH-3201');
    const yields = { quantity: '200', theoretical: '200', lost: null };
    const yieldLimits = { lower: 9_000, upper: 10_100 };
    await make(stage, packed, { inputs: [[ground.own, '10']], ...yields, yieldLimits });
    manager = await Desk.of(browser, server.url, 'Anhe, production');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('without reserved serials there is no commission', async () => {
    await openBatch(manager);
    await manager.follow('Commission serials');
    await manager.type('GTIN of the pack', GTIN);
    await manager.press('Continue to signing');
    await manager.sees('There are not enough free serials of this GTIN in a row');
  });

  test('a line manager reserves a block of serials; a GTIN with a wrong check digit is not taken', async () => {
    await manager.open('Codes');
    await manager.follow('Reserve serials');
    await manager.type('GTIN of the pack', '06901004000216');
    await manager.press('Continue to signing');
    await manager.sees('Please check this field');
    await manager.type('GTIN of the pack', GTIN);
    await manager.press('Continue to signing');
    await manager.sees(/^1 in [\d,]{16,}$/);
    await manager.press('Sign and send');
    await manager.row(GTIN).getByRole('cell', { name: '1000', exact: true }).first().waitFor();
    expect(await records('alloc')).toMatchObject([{ block: 0, size: 1_000, commission: null }]);
  });

  test('the batch is commissioned: its codes are those of the reserved block', async () => {
    await openBatch(manager);
    await manager.follow('Commission serials');
    await manager.type('GTIN of the pack', GTIN);
    await manager.type('Number of packs', '200');
    await manager.press('Continue to signing');
    await manager.press('Sign and send');
    await manager.follow('200 packs');
    await manager.sees('Packs and their labels');
    const [commission] = await records('com', packed.batch);
    expect(commission).toMatchObject({ issued: 1_000, used: 200, uniqueness: 'proved', rejected: 0 });
    expect(await records('alloc')).toMatchObject([{ commission: commission?.['commission'] }]);
  });

  test('labels and the list of all codes are downloaded; a phone reads the label', async () => {
    const label = await saved('DataMatrix PNG');
    expect(label.subarray(0, 8).toString('hex')).toBe(PNG);
    expect((await saved('QR SVG')).toString('utf8')).toContain('<svg');
    const [head, ...codes] = (await saved('Download all codes (CSV)')).toString('utf8').trim().split('\r\n');
    expect(head).toBe('code');
    expect(new Set(codes).size).toBe(200);
    const phone = await Phone.of(browser, server.url, 'Anhe, warehouse');
    await phone.tab('Scan');
    await phone.page
      .getByLabel('Read a photo')
      .setInputFiles({ name: 'pack.png', mimeType: 'image/png', buffer: label });
    await phone.says('What it is: Drug pack');
    await phone.says(lotOfRun(stage, 'AH-3201'));
    const [, serial = ''] = /\(21\)(.+)$/.exec(codes[0] ?? '') ?? [];
    await phone.says(serial);
  });

  test('the whole range is made into a list, with its progress; reserved serials still add up', async () => {
    await manager.open('Codes');
    await manager.follow('Lists and labels', manager.row(GTIN));
    await manager.press('Make the file');
    await manager.row(GTIN).getByText('1000 of 1000').waitFor();
    const list = (await saved('Save the file')).toString('utf8').trim().split('\r\n');
    expect(new Set(list).size).toBe(1 + 1_000);
    const { client } = await stage.as('maker-production');
    const { sums } = await client.read('codeRanges', {});
    expect(sums).toMatchObject({
      reserved: 1_000,
      free: 0,
      used: 200,
      unused: 800,
      printed: 1_000,
      unprinted: 0,
    });
    await openBatch(manager);
    await manager.follow('200 packs');
  });

  test('serials that the line rejected are accounted for', async () => {
    await manager.follow('Reject on line');
    await manager.type('Count', '3');
    await manager.choose('Fate', 'Rejected');
    await manager.choose('Reason', 'Unreadable');
    await manager.sign();
    await manager.sees('797');
    expect(await records('com', packed.batch)).toMatchObject([{ issued: 1_000, used: 200, rejected: 3 }]);
  });

  test('the warehouse packs a case of 100 under its SSCC', async () => {
    const warehouse = await Desk.of(browser, server.url, 'Anhe, warehouse');
    await openBatch(warehouse);
    await warehouse.follow('Aggregate', warehouse.row(/Commission.*Packed/));
    await warehouse.type('Container', SSCC);
    await warehouse.choose('Status now', 'Quarantine');
    await warehouse.type('Count', '100', warehouse.group(/^Contents 1/));
    await warehouse.sign();
    await warehouse.row('Case').getByText('100').waitFor();
    const objects = await records('obj', packed.batch);
    expect(objects.find(({ kind }) => kind === 'case')).toMatchObject({
      code: ssccHash(SSCC),
      contents: [{ batch: packed.batch, count: 100 }],
    });
  });

  test('proofs of the first packs are made for a receiver and granted', async () => {
    await openBatch(manager);
    await manager.follow('200 packs');
    await manager.type('How many packs', '12');
    await manager.press('Continue to signing');
    await manager.press('Sign and send');
    await manager.follow('Grant access');
    await manager.find('Enterprise', '仁心大药房');
    await manager.sign();
    await manager.row('仁心大药房').waitFor();
    const { client } = await stage.as('pharmacist');
    const { files } = await client.read('leafFiles', {});
    expect(files.map(({ batch }) => batch)).toEqual([packed.batch]);
    const { content } = await client.read('document', { id: files[0]?.document ?? '' });
    expect(content?.['packs']).toHaveLength(12);
  });
});
