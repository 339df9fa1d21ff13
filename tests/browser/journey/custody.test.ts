import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { loadOneDay, type Loaded } from '@yaosu/gateway/story/loaded-lot';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { enter } from '../../support/demo-client.js';
import { Phone } from '../../support/phone.js';
import { recordOf, sentBy, setSignal } from '../../support/phones.js';
import { RunningServer } from '../../support/running-server.js';
import { agree, answer, fillRefusal, offer, type Agreement } from '../../support/two-phones.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const A_MINUTE_MS = 60_000;
const A_DAY_MS = 86_400_000;
const LOADING = { choice: 'To a driver or a warehouse', sign: 'Take over' } as const;
const ONE_SIDED = 'Signed by you alone: custody has not passed. The other side’s last code is missing.';

suite('in Chromium: custody passes when both have signed the same, and not otherwise', () => {
  let server: RunningServer;
  let browser: Browser;
  let first: Loaded;
  let second: Loaded;
  let keeper: Phone;
  let driver: Phone;
  let colleague: Phone;
  let consignee: Phone;

  const record = ({ shipment }: Loaded) => recordOf(server.url, `ship~${shipment}`);
  const loading = (stop: Loaded): Agreement => ({ ...LOADING, noteNo: stop.noteNo });
  const everybody = (): readonly Phone[] => [keeper, driver, colleague, consignee];
  const sent = async (): Promise<void> => {
    await setSignal(everybody(), true);
    await sentBy(everybody());
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    [first, second] = (await loadOneDay(server.url, systemPorts, 2)) as [Loaded, Loaded];
    keeper = await Phone.of(browser, server.url, 'Linhe, dispatcher');
    driver = await Phone.of(browser, server.url, 'Jiezhou, driver');
    colleague = await Phone.of(browser, server.url, 'Jiezhou, relief driver');
    consignee = await Phone.of(browser, server.url, 'Qingtai, warehouse');
    for (const phone of [keeper, driver, colleague, consignee]) {
      await phone.page.getByRole('link', { name: first.noteNo }).waitFor();
    }
    await setSignal(everybody(), false);
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('a phone whose clock is a day ahead is told so before it signs', async () => {
    const phone = await Phone.of(browser, server.url, 'Jiezhou, driver');
    const warning = phone.page.getByText('The clock of this phone is wrong.');
    await phone.page.getByRole('link', { name: first.noteNo }).waitFor();
    expect(await warning.isVisible()).toBe(false);
    await phone.page.clock.install({ time: Date.now() + A_DAY_MS });
    await phone.tab('Outbox');
    await phone.tab('Trips');
    await warning.waitFor();
    await phone.context.close();
  });

  test('an answer that comes after a minute of the showing phone does not count', async () => {
    await keeper.page.clock.install();
    const shown = await offer(keeper, loading(first));
    const late = await answer(driver, LOADING, shown);
    await keeper.page.clock.fastForward(A_MINUTE_MS);
    await keeper.type(late);
    await keeper.says('This answers a code that is over a minute old. Let them scan the present one.');
  });

  test('an offer that was altered on its way is not signed for', async () => {
    const shown = await offer(keeper, loading(first));
    const altered = await answer(driver, LOADING, shown.replace('"quantity":"10"', '"quantity":"9"'));
    await keeper.type(altered);
    await keeper.says('The signature of the other phone does not fit. Start again.');
  });

  test('who has signed alone is told so, through a restart, until the other has signed', async () => {
    const shown = await offer(keeper, loading(first));
    const answered = await answer(driver, LOADING, shown);
    await driver.tab('Trips');
    await driver.page.reload();
    await driver.page.getByText(ONE_SIDED).last().waitFor();
    expect(await record(first)).toMatchObject({ state: 'loaded', handOvers: 0 });
    await keeper.type(answered);
    const final = await keeper.shownCode();
    await driver.page.getByRole('link', { name: 'Go on with it' }).last().click();
    await driver.type(final);
    await driver.says('Signed by both. It is saved on this phone.');
    for (let left = 2; left > 0; left -= 1) {
      await driver.tab('Trips');
      await driver.page.getByRole('button', { name: 'Give it up' }).first().click();
    }
    await driver.page.getByText(ONE_SIDED).waitFor({ state: 'detached' });

    // The same codes once more, for another load.
    const again = await offer(keeper, loading(second));
    await keeper.type(answered);
    await keeper.says('This code belongs to another hand-over.');
    await answer(driver, LOADING, again);
    await driver.type(final);
    await driver.says('This code belongs to another hand-over.');
    await driver.tab('Trips');
    await driver.page.getByRole('button', { name: 'Give it up' }).click();
    await sent();
    expect(await record(first)).toMatchObject({
      state: 'inTransit',
      holder: 'jiezhou-coldchain',
      handOvers: 1,
    });
    expect(await record(second)).toMatchObject({ state: 'loaded', handOvers: 0 });
  });

  test('a driver gives a load to a colleague without signal', async () => {
    await setSignal(everybody(), false);
    await agree(driver, colleague, loading(first));
    await sent();
    expect(await record(first)).toMatchObject({ holder: 'jiezhou-coldchain', handOvers: 2 });
  });

  test('the consignee takes a part and refuses the rest, with a reason and a photo, without signal', async () => {
    await setSignal(everybody(), false);
    await agree(colleague, consignee, {
      noteNo: first.noteNo,
      choice: 'The consignee takes a part',
      fill: async ({ page }) => {
        await page.getByLabel(/10 kg/).fill('6');
        await page.getByRole('button', { name: 'Sign and show the code' }).click();
      },
      sign: 'Take over',
    });
    await agree(colleague, consignee, {
      noteNo: first.noteNo,
      choice: 'The consignee refuses',
      fill: (giver) => fillRefusal(giver, 'Damaged', '4 kg, bag torn'),
      sign: 'Refuse',
    });
    await sent();
    const { refusal, ...rest } = await record(first);
    expect(rest).toMatchObject({ state: 'refused', holder: 'jiezhou-coldchain', handOvers: 3 });
    expect(refusal).toMatchObject({ reason: 'damaged' });
    const { client } = await enter(server.url, 'carrier-driver');
    const { evidence } = refusal as { evidence: string };
    const { content } = await client.read('statement', { digest: evidence });
    expect(content).toMatchObject({ kind: 'refusal', reason: 'damaged', words: '4 kg, bag torn' });
    expect((content as { photo: string }).photo).toMatch(/^data:image\/jpeg;base64,/);
    const { client: taker } = await enter(server.url, 'cdmo-warehouse');
    expect((await taker.read('stock', {})).stock).toMatchObject([{ quantity: '6', status: 'quarantine' }]);
  });

  test('what was refused goes back to the sender by the same two phones', async () => {
    await setSignal(everybody(), false);
    await agree(colleague, keeper, loading(first));
    await sent();
    expect(await record(first)).toMatchObject({ state: 'refused', holder: 'linhe-chemical', handOvers: 4 });
  });
});
