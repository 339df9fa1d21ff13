import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { packHash } from '@yaosu/chaincode/signing/code-hash';
import { systemPorts } from '@yaosu/gateway/ports';
import { layCodedShelf, type CodedShelf } from '@yaosu/gateway/story/coded-shelf';
import type { Browser } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { holdAnswers } from '../../support/held-answers.js';
import { Phone } from '../../support/phone.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const SHOP = '仁心人民路店';
const OTHER_SHOP = '仁心新城店';
/** The approved list, which materials are chosen from. */
const APPROVED_LIST = /\/api\/records\?.*type=appr/;
const SPENT = 'This pack has been dispensed already.';

suite('in Chromium: packs over the counter of a pharmacy', () => {
  let server: RunningServer;
  let browser: Browser;
  let shelf: CodedShelf;
  let counter: Phone;

  /** Code of a pack of the shelf, as printed. */
  const code = (pack: number): string => shelf.codes[pack] ?? '';
  const unitOf = (pack: number): string => {
    const [, gtin = '', serial = ''] = /^\(01\)(\d{14}).*\(21\)(.+)$/.exec(code(pack)) ?? [];
    return packHash(gtin, serial);
  };
  const unit = async (pack: number): Promise<Readonly<Record<string, unknown>>> => {
    const { client } = await shelf.stage.as('pharmacist');
    return (await client.read('record', { key: `unit~${unitOf(pack)}` })).record.value;
  };
  /** How often an act of the pharmacy stands on the ledger. */
  const timesOf = async (act: string): Promise<number> => {
    const { client } = await shelf.stage.as('pharmacist');
    const { transactions } = await client.read('transactions', {}, { limit: 200 });
    return transactions.filter((each) => each.act === act).length;
  };
  const onShelf = async (): Promise<unknown> => {
    const { client } = await shelf.stage.as('pharmacist');
    const { stock } = await client.read('stock', {}, { batch: shelf.batch });
    return stock.map(({ status, quantity }) => [status, quantity]);
  };
  const scan = async (phone: Phone, pack: number): Promise<void> => {
    await phone.tab('Trips');
    await phone.tab('Scan');
    await phone.type(code(pack));
    await phone.page.getByText('What it is: Drug pack').waitFor();
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    shelf = await layCodedShelf(server.url, systemPorts);
    counter = await Phone.of(browser, server.url, 'Renxin, pharmacist');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('a pack whose code is typed is dispensed on line, and the phone remembers its counter', async () => {
    await scan(counter, 0);
    await counter.says('Its maker’s list proves this code.');
    await counter.choose('Counter', SHOP);
    await counter.press('Dispense');
    await counter.says('✓ on the ledger');
    expect(await unit(0)).toMatchObject({ state: 'dispensed', offline: null, enterprise: 'renxin-pharmacy' });
    expect(await onShelf()).toEqual([['acceptable', '11']]);
  });

  test('a pack whose label is photographed is dispensed on line', async () => {
    const { token } = await shelf.stage.as('pharmacist');
    const path = `/api/labels/${encodeURIComponent(code(1))}?symbol=datamatrix&format=png`;
    const label = await fetch(server.url + path, { headers: { authorization: `Bearer ${token}` } });
    const buffer = Buffer.from(await label.arrayBuffer());
    await counter.press('Scan another code');
    await counter.page
      .getByLabel('Read a photo')
      .setInputFiles({ name: 'pack.png', mimeType: 'image/png', buffer });
    await counter.press('Dispense');
    await counter.says('✓ on the ledger');
    expect(await unit(1)).toMatchObject({ state: 'dispensed', offline: null });
  });

  test('a second dispensing is refused on the screen, on this phone and on one that did not know', async () => {
    const other = await Phone.of(browser, server.url, 'Renxin, pharmacist');
    await scan(other, 2);
    await other.choose('Counter', SHOP);
    await scan(counter, 2);
    await counter.press('Dispense');
    await counter.says('✓ on the ledger');
    await other.press('Dispense');
    await other.page.getByRole('status').getByText(SPENT).waitFor();
    await scan(counter, 2);
    await counter.says(SPENT);
    expect(await counter.page.getByRole('button', { name: 'Dispense' }).count()).toBe(0);
    await other.tab('Something needs your attention (1)');
    await other.press('I have seen it: remove');
    await other.says('Nothing is waiting.');
    expect(await timesOf('dispense')).toBe(3);
  });

  test('a serial that nobody commissioned and a batch on hold are refused', async () => {
    await counter.tab('Trips');
    await counter.tab('Scan');
    await counter.type(code(3).replace(/\(21\).+$/, '(21)ZZZZZZZZZZZZ'));
    await counter.says('Nothing proves that this code was commissioned.');
    const { stage, batch } = shelf;
    const reason = stage.digest('complaint of a customer');
    const { cmd: hold } = await stage.send('maker-qm', batchActs.hold, { batch, reason, parcel: null });
    await scan(counter, 3);
    await counter.press('Dispense');
    await counter.page.getByRole('alert').getByText('The batch is on hold.').waitFor();
    expect(await timesOf('dispense')).toBe(3);
    await stage.send('maker-qm', batchActs.unhold, { batch, hold });
    await counter.press('I have seen it: remove');
  });

  test('without signal it is recorded on the phone, once, and stands on the ledger once when signal is back', async () => {
    await counter.setSignal(false);
    await scan(counter, 4);
    await counter.choose('Why the ledger was not asked first', 'no signal');
    await counter.press('Record as dispensed');
    await counter.says('on this phone');
    await counter.page.reload();
    await scan(counter, 4);
    await counter.says('on this phone');
    expect(await counter.page.getByRole('button', { name: 'Record as dispensed' }).count()).toBe(0);
    expect(await timesOf('recordDispensed')).toBe(0);
    await counter.setSignal(true);
    await counter.says('✓ on the ledger');
    expect(await unit(4)).toMatchObject({ state: 'dispensed', offline: 'noNetwork' });
    expect(await timesOf('recordDispensed')).toBe(1);
    expect(await onShelf()).toEqual([['acceptable', '8']]);
  });

  test('without signal a code that nothing on the phone proves is not recorded', async () => {
    await counter.setSignal(false);
    await counter.tab('Trips');
    await counter.tab('Scan');
    await counter.type(code(6).replace(/\(21\).+$/, '(21)ZZZZZZZZZZZZ'));
    await counter.says('Nothing on this phone proves this code. Scan it again when there is signal.');
    expect(await counter.page.getByRole('button', { name: 'Record as dispensed' }).count()).toBe(0);
    await counter.setSignal(true);
  });

  test('what was recorded against the ledger is a dispute, and stays in sight until somebody has seen it', async () => {
    await scan(counter, 5);
    await counter.press('It has already been handed out');
    await counter.choose('Counter', OTHER_SHOP);
    await counter.choose('Why the ledger was not asked first', 'written on paper');
    await counter.press('Record as dispensed');
    await counter.says('contradicts the ledger: both sides have to settle it');
    await counter.tab('Trips');
    await counter.tab('Something needs your attention (1)');
    await counter.press('I have seen it');
    await counter.page.getByText('Something needs your attention').waitFor({ state: 'hidden' });
    const { client } = await shelf.stage.as('pharmacist');
    const { records } = await client.read('records', {}, { type: 'disp' });
    expect(records.map(({ value }) => value)).toMatchObject([
      {
        act: 'recordDispensed',
        subject: `unit~${unitOf(5)}`,
        cause: 'PARCELS_INSUFFICIENT',
        resolution: null,
      },
    ]);
    expect(await onShelf()).toEqual([['acceptable', '8']]);
  });

  test('two phones take a dispensing back: the pack is returned stock, and no longer for sale', async () => {
    const second = await Phone.of(browser, server.url, 'Renxin, receiving inspector');
    await scan(counter, 0);
    await counter.press('Take the pack back');
    await counter.choose('Counter', SHOP);
    await counter.page.getByLabel('Reason', { exact: true }).fill('The customer brought it back unopened.');
    await counter.press('Sign and show the code');
    const request = await counter.shownCode();
    await second.tab('Scan');
    await second.type(request);
    await second.says('Reason: The customer brought it back unopened.');
    await second.says(`Serial: ${shelf.serials[0] ?? ''}`);
    await second.press('Sign as the second person');
    await counter.type(await second.shownCode());
    await counter.says('✓ on the ledger');
    expect(await unit(0)).toMatchObject({ state: 'reversed' });
    expect(await onShelf()).toEqual([
      ['acceptable', '8'],
      ['returned', '1'],
    ]);
  });

  test('two desks take another one back, and the list of packs says so', async () => {
    const pharmacist = await Desk.of(browser, server.url, 'Renxin, pharmacist');
    const second = await Desk.of(browser, server.url, 'Renxin, receiving inspector');
    await pharmacist.open('Codes');
    await pharmacist.page.getByRole('tab', { name: 'Single packs' }).click();
    await pharmacist.row('No network').getByText('Dispensed').waitFor();
    await pharmacist.follow('Reverse', pharmacist.row('No network'));
    await pharmacist.find('Site', SHOP);
    await pharmacist.type('Reason', 'Handed out to the wrong customer, brought back at once.');
    await second.countersignLast(await pharmacist.signWith([await second.card()]));
    expect(await unit(4)).toMatchObject({ state: 'reversed' });
    expect(await onShelf()).toEqual([
      ['acceptable', '8'],
      ['returned', '2'],
    ]);
  });

  test('a receiving inspector sets the returned packs to pending; they are not on sale again', async () => {
    const inspector = await Desk.of(browser, server.url, 'Renxin, receiving inspector');
    await inspector.open('Batches');
    await inspector.follow('Packed product');
    await inspector.follow('Inspect', inspector.row('Returned'));
    await inspector.choose('Status after', 'Pending');
    await inspector.sign();
    await inspector.row('2 pieces').getByText('Pending').waitFor();
    expect(await onShelf()).toEqual([
      ['acceptable', '8'],
      ['pending', '2'],
    ]);
  });

  test('the pharmacist orders two products at a desk; the wholesaler confirms one of them in part', async () => {
    const { stage } = shelf;
    const buyer = await Desk.of(browser, server.url, 'Renxin, pharmacist');
    await buyer.open('Orders');
    await buyer.follow('Place order');
    await buyer.find('Supplier', '汇达医药批发有限公司');
    await buyer.find('Site', '汇达冷库');
    await buyer.type('Required by', stage.day(14));
    const held = await holdAnswers(buyer.page, APPROVED_LIST);
    await buyer.press('Add', buyer.group('Lines'));
    await held.asked;
    expect(await buyer.page.getByRole('combobox', { name: 'Material' }).isDisabled()).toBe(true);
    held.release();
    await buyer.press('Remove', buyer.group('Lines'));
    for (const [number, material, quantity] of [
      ['1', 'IXZ-20', '40'],
      ['2', 'IXZ-50', '75'],
    ] as const) {
      await buyer.press('Add', buyer.group('Lines'));
      const line = buyer.group(`Lines ${number}`);
      await buyer.type('Material', material, line);
      await buyer.type('Quantity', quantity, line);
      await buyer.choose('Unit', 'pieces', line);
    }
    await buyer.sign();
    await buyer.row('Placed').getByRole('link').first().click();
    await buyer.row('40 pieces').waitFor();
    await buyer.row('75 pieces').waitFor();
    const seller = await Desk.of(browser, server.url, 'Huida, warehouse');
    await seller.follow(/Orders to confirm/);
    await seller.row('Placed').getByRole('link').first().click();
    await seller.follow('Confirm order');
    await seller.type('Quantity', '50', seller.group('Lines 2'));
    await seller.type('Delivery day', stage.day(9));
    await seller.sign();
    await seller.row('50 pieces').waitFor();
    const { client } = await stage.as('pharmacist');
    const { id: material } = await client.call('opaqueId', { of: 'material', code: 'IXZ-50' });
    const { records } = await client.read('records', {}, { type: 'order' });
    expect(records[0]?.value).toMatchObject({
      state: 'confirmed',
      lines: [{ quantity: '40' }, { material, quantity: '75' }],
      confirmed: { lines: [{ quantity: '40' }, { material, quantity: '50' }], deliverOn: stage.day(9) },
    });
  });
});
