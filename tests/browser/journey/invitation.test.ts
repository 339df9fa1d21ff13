import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import { systemPorts } from '@yaosu/gateway/ports';
import { FIRM } from '@yaosu/gateway/story/cast';
import { layRecallGround, type RecallGround } from '@yaosu/gateway/story/recall-ground';
import type { Browser, Page } from 'playwright-core';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { newInspection } from '../accessibility/violations.js';
import { openRecall } from '../../support/open-recall.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;

suite('in Chromium: an invitation link', () => {
  let server: RunningServer;
  let browser: Browser;
  let ground: RecallGround;
  let recall: string;
  let administrator: Desk;
  let quality: Desk;
  let guest: Desk;
  let link: string;
  const { visit, broken } = newInspection();
  /** What the guest's browser has sent to the server. */
  const sent: string[] = [];

  const onLedger = async (): Promise<ReadAnswer<'recall'>> =>
    (await ground.stage.as('maker-qm')).client.read('recall', { id: recall });
  const invitations = async () => {
    const { client } = await ground.stage.as('wholesale-admin');
    const { keys } = await client.read('enterpriseKeys', { id: FIRM.wholesaler });
    return keys.filter(({ onlyFor }) => onlyFor !== null);
  };
  /** A phone without any account. */
  const opened = async (url: string): Promise<Page> => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.goto(url);
    return page;
  };
  const openRecallPage = async (desk: Desk): Promise<void> => {
    await desk.open('Recalls');
    await desk.follow(recall.slice(0, 10), desk.row('Voluntary'));
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    ground = await layRecallGround(server.url, systemPorts);
    recall = await openRecall(ground);
    administrator = await Desk.of(browser, server.url, 'Huida, administrator');
    quality = await Desk.of(browser, server.url, 'Anhe, quality manager');
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('an administrator invites somebody to answer the recall; the ledger has a key for it alone', async () => {
    await openRecallPage(administrator);
    await administrator.follow('Invite somebody to answer');
    await visit(administrator.page, 'invite');
    await administrator.choose('Answers as', 'Warehouse keeper');
    await administrator.choose('The link is good for', '7 days');
    await administrator.sign();
    link = await administrator.page.getByLabel('Link', { exact: true }).inputValue();
    await administrator.page.getByRole('img', { name: 'QR code of the link' }).waitFor();
    await visit(administrator.page, 'link');
    expect(await invitations()).toMatchObject([
      {
        kind: 'device',
        onlyFor: `rec~${recall}`,
        appointments: [{ function: 'warehouseKeeper' }],
        isUsed: false,
        revokedAt: null,
      },
    ]);
  });

  test('a link that was cut off or altered says so', async () => {
    for (const wrong of [link.slice(0, -5), link.replace('#', '#A')])
      await (await opened(wrong)).getByText(/^The link was cut off or altered/).waitFor();
  });

  test('it opens without an account, says who invites to what until when, and leaves the address', async () => {
    guest = Desk.on(await opened(link));
    await guest.page.getByRole('heading', { level: 1, name: 'You were invited to answer' }).waitFor();
    await guest.sees('汇达医药');
    await guest.sees(`Recall ${recall.slice(0, 10)}`);
    await guest.sees(ground.lots[0]);
    await visit(guest.page, 'invitation');
    expect(new URL(guest.page.url()).hash).toBe('');
    const [, secret = ''] = link.split('#');
    expect(sent.filter((each) => each.includes(secret.slice(0, 43)))).toEqual([]);
  });

  test('the recall is answered on the phone, and the MAH sees the answer', async () => {
    // The page is in memory: its address stays.
    await guest.page.getByRole('link', { name: 'Respond' }).click();
    await guest.choose('Stage', 'Segregated');
    const count = guest.group(ground.lots[0]);
    await guest.type('On hand', '199', count);
    await guest.type('Lost', '1', count);
    await guest.sign();
    await guest.sees('This has been answered');
    await visit(guest.page, 'answered');
    const [invited] = await invitations();
    expect(invited?.isUsed).toBe(true);
    expect((await onLedger()).responses).toMatchObject([
      { enterprise: FIRM.wholesaler, stage: 'segregated', counts: [{ onHand: '199', lost: '1' }] },
    ]);
    await openRecallPage(quality);
    await quality.row('199').getByText('汇达').waitFor();
  });

  test('it leads to no other page, neither of the portal nor of another record', async () => {
    await guest.page.goto(`${server.url}/recalls/${recall}`);
    await guest.page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await guest.page.goto(`${server.url}/invitation`);
    await guest.sees(/^The key is no longer in the address/);
    const answer = await guest.page.evaluate(async () => (await fetch('/api/stock')).status);
    expect(answer).toBe(401);
  });

  test('the administrator revokes it among the invitations of the firm; the link says so', async () => {
    await administrator.open('Enterprises');
    await administrator.follow(/汇达医药/);
    const row = administrator.row('Given');
    await row.getByText('Warehouse keeper').waitFor();
    await administrator.follow('Revoke key', row);
    await administrator.sign();
    const [revoked] = await invitations();
    expect(revoked?.revokedAt).not.toBeNull();
    const revokedPage = await opened(link);
    await revokedPage.getByText(/^The invitation was revoked/).waitFor();
    await visit(revokedPage, 'revoked');
    expect(broken).toEqual({});
  });
});
