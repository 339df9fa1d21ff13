import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { systemPorts } from '@yaosu/gateway/ports';
import {
  recordResult,
  registerBatch,
  reviewBatch,
  standingOf,
  takeSample,
} from '@yaosu/gateway/story/batches';
import type { Lot } from '@yaosu/gateway/story/batches';
import { FIRM } from '@yaosu/gateway/story/cast';
import { STAFF } from '@yaosu/gateway/story/staff';
import { Stage } from '@yaosu/gateway/story/stage';
import { verifyBundle } from '@yaosu/gateway/verify-bundle';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { plugAuthenticator, type PluggedAuthenticator } from '../../support/plugged-authenticator.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;
const MAKER = '安和制药股份有限公司';
const NAME = 'Li Na, release';
const PASSKEY = 'Passkey of this computer or a security key';
const NOT_GIVEN = /^Nothing was signed or sent: the prompt was closed or ran out/;

suite('in Chromium: a qualified person signs with a passkey', () => {
  let server: RunningServer;
  let browser: Browser;
  let stage: Stage;
  let lot: Lot;
  let page: Page;
  let authenticator: PluggedAuthenticator;
  /** Passkeys are bound to names; an address is none. */
  let named: string;
  let kid: string;

  const newPage = async (url: string): Promise<Page> => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
    const opened = await context.newPage();
    await opened.goto(url);
    await opened.getByRole('link', { name: 'Make a new key' }).click();
    await opened.getByRole('heading', { name: 'Make a new key' }).waitFor();
    await opened.getByLabel('Name of your key on this device').fill(NAME);
    return opened;
  };
  const keys = async () => {
    const { client } = await stage.as('maker-qm');
    return (await client.read('enterpriseKeys', { id: FIRM.maker })).keys;
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    named = server.url.replace('127.0.0.1', 'localhost');
    stage = await Stage.open(server.url, systemPorts);
    lot = await registerBatch(stage, {
      ...{ staff: STAFF.maker, kind: 'excipient', unit: 'KGM', storage: 'ambient', mah: FIRM.maker },
      identity: { name: '乳糖 lactose', product: 'EX-LAC', lot: 'AH-EX-09', specification: 'ChP 2025' },
      ...{ made: '20', usableDays: 300 },
    });
    await recordResult(stage, lot, await takeSample(stage, lot, '1', false));
    await reviewBatch(stage, lot);
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('under an address it is told beforehand that a passkey needs a name, and where that is', async () => {
    const addressed = await newPage(server.url);
    expect(await addressed.getByLabel(PASSKEY).isDisabled()).toBe(true);
    await addressed.getByText(/^A passkey is bound to a name/).waitFor();
    await addressed.getByRole('link', { name: 'Open under a name' }).click();
    await addressed.waitForURL((url) => url.hostname === 'localhost');
  });

  test('a person whom the authenticator does not know gets no key, and may try again', async () => {
    page = await newPage(named);
    authenticator = await plugAuthenticator(page);
    await authenticator.knowsPerson(false);
    await page.getByLabel(PASSKEY).check();
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByText(NOT_GIVEN).waitFor();
    expect(await page.getByLabel('Key to be admitted').count()).toBe(0);
    await authenticator.knowsPerson(true);
    await page.getByRole('button', { name: 'Make the key' }).click();
    const request = await page.getByLabel('Key to be admitted').inputValue();
    ({ kid } = JSON.parse(request.slice(request.indexOf('{'))) as { kid: string });
  });

  test('an administrator sees which kind of key it is and admits it', async () => {
    const request = await page.getByLabel('Key to be admitted').inputValue();
    const administrator = await Desk.of(browser, server.url, 'Anhe, administrator');
    await administrator.open('Enterprises');
    await administrator.follow(MAKER);
    await administrator.follow('Admit key');
    await administrator.type('Key to be admitted', request);
    await administrator.sees('Passkey, not attested');
    await administrator.sees(named);
    await administrator.page.getByLabel('Qualified person').check();
    await administrator.press('Propose');
    const proposal = await administrator.page.getByLabel('Text for the next signer').inputValue();
    await page.getByLabel('Paste the text').fill(proposal);
    await page.getByRole('button', { name: 'Sign and send' }).click();
    await administrator.countersignLast(await page.getByLabel('Text for the next signer').inputValue());
    const origin = new URL(named);
    expect((await keys()).find((key) => key.kid === kid)).toMatchObject({
      kind: 'passkey-unattested',
      webauthn: { rpId: 'localhost', origin: origin.origin },
    });
  });

  test('the person signs in with it; the release is refused to an unknown finger and given to the own one', async () => {
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByLabel('Name of your key on this device').fill(NAME);
    await page.getByRole('button', { name: 'Sign in with this key' }).click();
    await page.getByRole('heading', { level: 1, name: 'What waits for you' }).waitFor();
    const qualified = Desk.on(page);
    await qualified.open('Quality desk');
    await qualified.follow('Release conditions', qualified.row(/^Release from site/));
    await qualified.follow('Release from site');
    await qualified.review();
    await authenticator.knowsPerson(false);
    await qualified.press('Sign and send');
    await qualified.sees(NOT_GIVEN);
    expect(await standingOf(stage, 'maker-qm', lot.batch)).toEqual(['quarantine', 'none']);
    await authenticator.knowsPerson(true);
    await qualified.press('Sign and send');
    await qualified.page.getByText('You sign').waitFor({ state: 'detached' });
    expect(await standingOf(stage, 'maker-qm', lot.batch)).toEqual(['released', 'none']);
  });

  test("the ledger keeps the passkey's own signature, and a verifier without a network accepts it", async () => {
    const { client } = await stage.as('maker-qm');
    const { bundle } = await client.read('recordProof', { key: `batch~${lot.batch}` });
    const { trust } = await client.read('trust', {});
    expect(await verifyBundle(canonicalJson(bundle), trust)).toMatchObject({ ok: true });
    const release = bundle.blocks
      .flatMap(({ transactions }) => transactions)
      .map(({ envelope }) => Buffer.from(envelope, 'base64').toString('latin1'))
      .find((text) => text.includes('"act":"releaseFromSite"'));
    expect(release).toContain(kid);
    expect(release).toContain('"form":"webauthn"');
    expect(release).not.toContain('"form":"p1363"');
  });
});
