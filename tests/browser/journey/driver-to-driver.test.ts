import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { loadOneDay, type Loaded } from '@yaosu/gateway/story/loaded-lot';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Phone } from '../../support/phone.js';
import { recordOf, sentBy, setSignal } from '../../support/phones.js';
import { RunningServer } from '../../support/running-server.js';
import { agree, answer, offer, readSeals, type Agreement } from '../../support/two-phones.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const A_MINUTE_MS = 60_000;
const CHOICE = { choice: 'To a driver or a warehouse', sign: 'Take over' } as const;
const ONE_SIDED = 'Signed by you alone: custody has not passed. The other side’s last code is missing.';
const OTHER_CARRIER = [{ kind: 'otherRoute' as const, enterprise: 'lvtu-transport', site: null }];

suite('in Chromium: a load goes from driver to driver on the way, without signal', () => {
  let server: RunningServer;
  let browser: Browser;
  let first: Loaded;
  let second: Loaded;
  let driver: Phone;
  let colleague: Phone;
  let otherCarrier: Phone;
  let stranger: Phone;

  const record = ({ shipment }: Loaded) => recordOf(server.url, `ship~${shipment}`);
  const of = (load: Loaded): Agreement => ({ ...CHOICE, noteNo: load.noteNo });
  const everybody = (): readonly Phone[] => [driver, colleague, otherCarrier, stranger];
  const sent = async (): Promise<void> => {
    await setSignal(everybody(), true);
    await sentBy([driver, colleague, otherCarrier]);
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    [first, second] = (await loadOneDay(server.url, systemPorts, 2, { contingencies: OTHER_CARRIER })) as [
      Loaded,
      Loaded,
    ];
    const keeper = await Phone.of(browser, server.url, 'Linhe, dispatcher');
    driver = await Phone.of(browser, server.url, 'Jiezhou, driver');
    colleague = await Phone.of(browser, server.url, 'Jiezhou, relief driver');
    otherCarrier = await Phone.of(browser, server.url, 'Lvtu, driver');
    stranger = await Phone.of(browser, server.url, 'Anhe, warehouse');
    for (const load of [first, second]) await agree(keeper, driver, of(load));
    await keeper.context.close();
    await driver.tab('Outbox');
    await driver.page.getByText('✓ on the ledger').nth(1).waitFor();
    for (const phone of [driver, colleague, otherCarrier]) {
      await phone.tab('Outbox');
      await phone.tab('Trips');
      await phone.page.getByRole('link', { name: first.noteNo }).getByText('in transit').waitFor();
    }
    await setSignal(everybody(), false);
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('nobody signs for seals that were not read off the doors', async () => {
    const shown = await offer(driver, of(first));
    await colleague.tab('Scan');
    await colleague.type(shown);
    await colleague.says('Read the seals on the doors');
    const sign = colleague.page.getByRole('button', { name: 'Take over', exact: true });
    expect(await sign.count()).toBe(0);
    expect(await colleague.page.getByText(`${first.noteNo}-1`).count()).toBe(0);
    await readSeals(colleague, ['X-9']);
    await colleague.says('Not on the list: X-9');
    expect(await sign.count()).toBe(0);
    await readSeals(colleague, [`${first.noteNo}-1`]);
    expect(await sign.count()).toBe(0);
    await colleague.press('Begin the count anew');
    await readSeals(colleague, [`${first.noteNo}-1`.toLowerCase()]);
    await sign.waitFor();
  });

  test('an altered offer and an answer to an old code are not signed for', async () => {
    await driver.page.clock.install();
    const shown = await offer(driver, of(first));
    await driver.type(await answer(colleague, CHOICE, shown.replace(`${first.noteNo}-1`, 'X-9')));
    await driver.says('The signature of the other phone does not fit. Start again.');
    const late = await answer(colleague, CHOICE, await offer(driver, of(first)));
    await driver.page.clock.fastForward(A_MINUTE_MS);
    await driver.type(late);
    await driver.says('This answers a code that is over a minute old. Let them scan the present one.');
  });

  test('a firm that the shipment does not name is refused before anybody has signed', async () => {
    await driver.type(await answer(stranger, CHOICE, await offer(driver, of(first))));
    await driver.says(
      'That firm is not named on this shipment, so it cannot take the load. The consignor has to name it first.',
    );
    await driver.tab('Outbox');
    expect(await driver.page.getByText('on this phone', { exact: true }).count()).toBe(0);
  });

  test('custody waits for the last code, and the codes of one load do not move another', async () => {
    for (const phone of [colleague, stranger]) {
      await phone.tab('Trips');
      const giveUp = phone.page.getByRole('button', { name: 'Give it up' });
      await giveUp.first().waitFor();
      for (let left = await giveUp.count(); left > 0; left -= 1) {
        await giveUp.first().click();
        await giveUp.nth(left - 1).waitFor({ state: 'detached' });
      }
    }
    const answered = await answer(colleague, CHOICE, await offer(driver, of(first)));
    await colleague.tab('Trips');
    await colleague.says(ONE_SIDED);
    await driver.type(answered);
    const final = await driver.shownCode();
    await colleague.page.getByRole('link', { name: 'Go on with it' }).click();
    await colleague.type(final);
    await colleague.says('Signed by both. It is saved on this phone.');
    await offer(driver, of(second));
    await driver.type(answered);
    await driver.says('This code belongs to another hand-over.');
    expect(await record(first)).toMatchObject({ handOvers: 1 });
  });

  test('both phones know it at once; the ledger has it once when signal is back', async () => {
    await sent();
    const { lastHandOver, ...rest } = await record(first);
    expect(rest).toMatchObject({ state: 'inTransit', holder: 'jiezhou-coldchain', handOvers: 2 });
    const { giver, taker } = lastHandOver as Record<'giver' | 'taker', { kid: string; enterprise: string }>;
    expect([giver.enterprise, taker.enterprise]).toEqual(['jiezhou-coldchain', 'jiezhou-coldchain']);
    expect(giver.kid).not.toBe(taker.kid);
    expect(await record(second)).toMatchObject({ handOvers: 1 });
  });

  test('another carrier takes over what names it, with the seal that is on the doors: a deviation for all to see', async () => {
    await setSignal(everybody(), false);
    await driver.openTrip(second.noteNo);
    await driver.tab('Hand over');
    await driver.press(CHOICE.choice);
    await driver.press('The seals are not as recorded');
    await readSeals(driver, ['NEW-77']);
    await driver.press('Sign and show the code');
    const answered = await answer(otherCarrier, CHOICE, await driver.shownCode());
    await driver.type(answered);
    await otherCarrier.type(await driver.shownCode());
    await otherCarrier.says('Signed by both. It is saved on this phone.');
    await otherCarrier.openTrip(second.noteNo);
    await otherCarrier.page.getByRole('link', { name: 'Hand over' }).waitFor();
    await sent();
    expect(await record(second)).toMatchObject({
      state: 'inTransit',
      holder: 'lvtu-transport',
      handOvers: 2,
      lastHandOver: { taker: { enterprise: 'lvtu-transport' } },
    });
    for (const phone of [driver, otherCarrier]) {
      await phone.tab('Outbox');
      await phone.says('recorded with a deviation');
    }
  });
});
