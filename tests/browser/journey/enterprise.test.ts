import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemPorts } from '@yaosu/gateway/ports';
import { FIRM, glnOfSite } from '@yaosu/gateway/story/cast';
import { Stage } from '@yaosu/gateway/story/stage';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const LAPSED = '北原药用原料有限公司';
const CDMO = '清泰生物合同研发生产有限公司';
const SUPPLIER = '临河精细化工有限公司';

suite('in Chromium: licences, sites, functions, keys, approved suppliers and profiles', () => {
  let server: RunningServer;
  let browser: Browser;
  let stage: Stage;
  const openFirm = async (desk: Desk, name: string): Promise<void> => {
    await desk.open('Enterprises');
    await desk.follow(name);
    await desk.page.getByRole('heading', { level: 1, name }).waitFor();
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    stage = await Stage.open(server.url, systemPorts);
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('a regulator records the new licence of a supplier whose old one has expired', async () => {
    const inspector = await Desk.of(browser, server.url, 'Drug inspector');
    await openFirm(inspector, LAPSED);
    await inspector.row('DJ-2021-0202').getByText('Expired').waitFor();
    await inspector.follow('Add licence');
    await inspector.type('Number', 'DJ-2026-0202');
    await inspector.choose('Kind', 'Material registration');
    await inspector.type('Valid from', stage.day(-1));
    await inspector.type('Valid until', stage.day(1_000));
    await inspector.type('Issued by', '苏澜省药品监督管理局（演示）');
    await inspector.type('Evidence', 'Certificate seen, page 1 of 1.');
    await inspector.press('Add', inspector.group('Scope'));
    await inspector.type('Scope 1', 'startingMaterial');
    await inspector.press('Add', inspector.group('Sites'));
    await inspector.find('Sites 1', '北原工厂');
    await inspector.sign();
    await inspector.row('DJ-2026-0202').getByText('In force').waitFor();
    const { client } = await stage.as('cdmo-purchaser');
    const { licences } = await client.read('enterprise', { id: FIRM.lapsedSupplier });
    expect(licences.find(({ number }) => number === 'DJ-2026-0202')).toMatchObject({
      kind: 'materialRegistration',
      scope: ['startingMaterial'],
      sites: [glnOfSite(FIRM.lapsedSupplier)],
      notAfter: stage.day(1_000),
    });
  });

  test('nobody else is offered to add a licence', async () => {
    const quality = await Desk.of(browser, server.url, 'Qingtai, qualified person');
    await openFirm(quality, LAPSED);
    await quality.row('DJ-2021-0202').waitFor();
    expect(await quality.page.getByRole('link', { name: 'Add licence' }).count()).toBe(0);
  });

  test('an administrator adds a site, appoints a person and revokes a key', async () => {
    const { client, key } = await stage.as('cdmo-analyst');
    const administrator = await Desk.of(browser, server.url, 'Qingtai, administrator');
    await openFirm(administrator, CDMO);
    await administrator.follow('Add site');
    await administrator.type('Site', '6901003000995');
    await administrator.type('Name', '清泰二车间');
    await administrator.type('Address', '清泰市药谷路68号');
    await administrator.type('Area code', '320100');
    await administrator.sign();
    await administrator.row('清泰二车间').waitFor();
    const own = (): ReturnType<Desk['row']> =>
      administrator.page.getByRole('row').filter({ has: administrator.page.getByLabel(key.kid) });
    await administrator.follow('Appoint', own());
    await administrator.press('Add', administrator.group('Appointments'));
    const second = administrator.group('Appointments 2');
    await administrator.choose('Function', 'Reviewer', second);
    await administrator.type('Valid from', `${stage.day(-1)}T00:00`, second);
    await administrator.type('Valid until', `${stage.day(100)}T00:00`, second);
    await administrator.sign();
    await own().getByText('Reviewer').waitFor();
    const keyOfAnalyst = async () =>
      (await client.read('enterpriseKeys', { id: FIRM.cdmo })).keys.find(({ kid }) => kid === key.kid);
    expect((await keyOfAnalyst())?.appointments.map((each) => each.function)).toEqual([
      'analyst',
      'reviewer',
    ]);
    await administrator.follow('Revoke key', own());
    await administrator.sign();
    await own().getByText('Revoked').waitFor();
    const { client: other } = await stage.as('cdmo-production');
    const { keys } = await other.read('enterpriseKeys', { id: FIRM.cdmo });
    expect(keys.find(({ kid }) => kid === key.kid)?.revokedAt).not.toBeNull();
    await expect(client.read('session', {})).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  test('a new person makes a key, an administrator admits it, and it signs in', async () => {
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.getByRole('link', { name: 'Make a new key' }).click();
    await page.getByRole('heading', { name: 'Make a new key' }).waitFor();
    await page.getByLabel('Name of your key on this device').fill('Li Na');
    await page.getByRole('button', { name: 'Make the key' }).click();
    const request = await page.getByLabel('Key to be admitted').inputValue();
    const administrator = await Desk.of(browser, server.url, 'Qingtai, administrator');
    await openFirm(administrator, CDMO);
    await administrator.follow('Admit key');
    await administrator.type('Key to be admitted', request);
    await administrator.page.getByLabel('Warehouse keeper').check();
    await administrator.press('Propose');
    const proposal = await administrator.page.getByLabel('Text for the next signer').inputValue();
    await page.getByLabel('Paste the text').fill(proposal);
    await page.getByText('Warehouse keeper', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Sign and send' }).click();
    const signed = await page.getByLabel('Text for the next signer').inputValue();
    await administrator.countersignLast(signed);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByLabel('Name of your key on this device').fill('Li Na');
    await page.getByRole('button', { name: 'Sign in with this key' }).click();
    await page.getByRole('heading', { level: 1, name: 'What waits for you' }).waitFor();
    const { kid } = JSON.parse(request.slice(request.indexOf('{'))) as { kid: string };
    const { client } = await stage.as('cdmo-production');
    const { keys } = await client.read('enterpriseKeys', { id: FIRM.cdmo });
    expect(keys.find((each) => each.kid === kid)?.appointments.map((each) => each.function)).toEqual([
      'warehouseKeeper',
    ]);
  });

  test('quality approves a supplier for a material, then suspends it', async () => {
    const quality = await Desk.of(browser, server.url, 'Qingtai, qualified person');
    await openFirm(quality, CDMO);
    await quality.follow('Approve supplier');
    await quality.find('Supplier', SUPPLIER);
    await quality.find('Site', SUPPLIER);
    await quality.type('Material', 'RM-0815');
    await quality.choose('Standing', 'Approved');
    await quality.type('Next audit', stage.day(300));
    await quality.type('Quality agreement', 'QA-2026-11, signed by both.');
    await quality.sign();
    await quality.row(SUPPLIER).getByText('Approved').waitFor();
    await quality.follow('Approve supplier', quality.row(SUPPLIER));
    await quality.choose('Standing', 'Suspended');
    await quality.type('Quality agreement', 'Suspended after the audit of November.');
    await quality.sign();
    await quality.row(SUPPLIER).getByText('Suspended').waitFor();
    const { client } = await stage.as('cdmo-purchaser');
    const { records } = await client.read('records', {}, { type: 'appr' });
    expect(records.map(({ value }) => value)).toMatchObject([
      { supplier: FIRM.supplier, standing: 'suspended', buyer: FIRM.cdmo },
    ]);
    const { id: material } = await client.call('opaqueId', { of: 'material', code: 'RM-0815' });
    expect(records[0]?.value['material']).toBe(material);
  });

  test('the MAH sets a profile, and its next edition begins with what the last one says', async () => {
    const quality = await Desk.of(browser, server.url, 'Anhe, quality manager');
    await quality.open('Temperature profiles');
    await quality.follow('Set profile');
    await quality.type('Product', 'IXZ-20');
    await quality.type('Stability budget, min', '240');
    await quality.press('Add', quality.group('Limits'));
    const limit = quality.group('Limits 1');
    await quality.type('Minimum, 1/100 °C', '200', limit);
    await quality.type('Maximum, 1/100 °C', '800', limit);
    await quality.type('Longest unbroken time, min', '30', limit);
    await quality.type('Longest total time, min', '60', limit);
    await quality.sign();
    await quality.row('2 – 8 °C; 30 / 60').waitFor();
    await quality.follow('Set profile', quality.row('2 – 8 °C'));
    await quality.type('Stability budget, min', '180');
    await quality.sign();
    await quality.row('180').waitFor();
    const { client } = await stage.as('maker-qm');
    const { records } = await client.read('records', {}, { type: 'prof' });
    const limits = [{ channel: 'temperature', minCentiCelsius: 200, maxCentiCelsius: 800 }];
    expect(records.map(({ value }) => value)).toMatchObject([
      { edition: 2, budgetMinutes: 180, limits },
      { edition: 1, budgetMinutes: 240, limits },
    ]);
    expect(new Set(records.map(({ value }) => value['product'])).size).toBe(1);
  });
});
