import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { systemPorts } from '@yaosu/gateway/ports';
import { verifyBundle } from '@yaosu/gateway/verify-bundle';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import { layRecallGround, type RecallGround } from '@yaosu/gateway/story/recall-ground';
import { CHROMIUM, openBrowser } from '../../support/browser.js';
import { Desk } from '../../support/desk.js';
import { RunningServer } from '../../support/running-server.js';

const suite = CHROMIUM === '' ? describe.skip : describe;
const STARTING_MS = 180_000;

suite('in Chromium: a recall from signal to closing, and the authority’s case', () => {
  let server: RunningServer;
  let browser: Browser;
  let ground: RecallGround;
  let wholesaler: Desk;
  let quality: Desk;
  let inspector: Desk;
  const onLedger = async (): Promise<ReadAnswer<'recall'>> => {
    const { client } = await ground.stage.as('drug-inspector');
    const { records } = await client.read('records', {}, { type: 'inv' });
    return client.read('recall', { id: String(records[0]?.value['investigation']) });
  };
  const openInvestigation = async (desk: Desk, state: string): Promise<void> => {
    await desk.open('Recalls');
    await desk.row('Complaint').getByText(state).waitFor();
    await desk.row('Complaint').getByRole('link').first().click();
  };

  beforeAll(async () => {
    server = await RunningServer.seeded();
    browser = await openBrowser();
    ground = await layRecallGround(server.url, systemPorts);
    wholesaler = await Desk.of(browser, server.url, 'Huida, quality manager');
    quality = await Desk.of(browser, server.url, 'Anhe, quality manager');
    inspector = await Desk.of(browser, server.url, 'Drug inspector');
    await inspector.choose('Purpose of reading', 'Recall', inspector.page.getByRole('alert'));
  }, STARTING_MS);
  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  test('the wholesaler reports a signal about a lot that it holds', async () => {
    await wholesaler.open('Recalls');
    await wholesaler.follow('Report signal');
    await wholesaler.choose('Source', 'Complaint');
    await wholesaler.find('Batch', ground.lots[0]);
    await wholesaler.type('What was observed', 'Tablets smell of solvent.');
    await wholesaler.sign();
    await wholesaler.row('Complaint').getByText('Signalled').waitFor();
    expect(await onLedger()).toMatchObject({
      investigation: { state: 'signalled', source: 'complaint', batch: ground.packed[0].batch },
      members: [],
    });
  });

  test('the MAH’s quality starts at the supplier’s lot and stops it; the closure is sealed by itself', async () => {
    await openInvestigation(quality, 'Signalled');
    await quality.follow('Start investigation');
    await quality.find('Root batches 1', 'LH2607');
    await quality.sign();
    await quality.follow('Stop batches');
    await quality.sign();
    await quality.sees('Sealed');
    const { investigation, members } = await onLedger();
    expect(investigation).toMatchObject({ starter: 'anhe-pharma', roots: [ground.supplied.batch] });
    expect(members.map(({ stopped }) => stopped).sort()).toEqual([
      ...new Array<string>(4).fill('confirmed'),
      'provisional',
    ]);
  });

  test('the authority confirms the stop beyond the MAH’s own goods', async () => {
    await openInvestigation(inspector, 'Sealed');
    await inspector.follow('Confirm stops');
    await inspector.sign();
    await inspector.sees('Scope: members of the closure');
    const { members } = await onLedger();
    expect(members.map(({ stopped }) => stopped)).toEqual(new Array(5).fill('confirmed'));
  });

  test('every member is decided with a reason; the third market batch is excluded', async () => {
    await quality.follow('Decide on members');
    await quality.group(ground.lots[2]).waitFor();
    for (const decision of await quality.group(/^Decisions \d+/).all()) {
      await quality.type('Reason', 'Made of the lot of the complaint.', decision);
    }
    const excluded = quality.group(ground.lots[2]);
    await quality.choose('Verdict', 'Excluded', excluded);
    await quality.type('Reason', 'Made of another drum, never left the plant.', excluded);
    await quality.sign();
    await quality.row(ground.lots[2]).getByText('Excluded').waitFor();
    const { members } = await onLedger();
    const verdicts = members.map(({ batch, verdict }) => [batch === ground.packed[2].batch, verdict]);
    expect(verdicts).toContainEqual([true, 'excluded']);
    expect(verdicts.filter(([, verdict]) => verdict === 'inScope')).toHaveLength(4);
  });

  test('a class I voluntary recall is opened with its clock', async () => {
    await quality.follow('Open recall');
    await quality.choose('Kind', 'Voluntary');
    await quality.choose('Class', 'Class I');
    await quality.choose('Depth', 'Patient');
    await quality.type('Reason', 'Residual solvent above its limit.');
    await quality.sign();
    await quality.sees('Recall, class I');
    await quality.sees('1 day');
    await quality.sees('0 of 2 holders have responded');
    // What an authority reads is written down: its page tells of the change and waits to be asked.
    await inspector.sees('Something has changed on the ledger since this was read.');
    expect(await inspector.page.getByText('Recall, class I').count()).toBe(0);
    await inspector.press('Read anew');
    await inspector.sees('Recall, class I');
    const { recall } = await onLedger();
    expect(recall).toMatchObject({ kind: 'voluntary', class: 'I', clock: { progressEveryDays: 1 } });
    expect([...(recall?.['batches'] as string[])].sort()).toEqual(
      [ground.packed[0].batch, ground.packed[1].batch].sort(),
    );
  });

  test('the holders respond with what they have counted, and the MAH sees who has not', async () => {
    await wholesaler.open('Home');
    await wholesaler.follow(/Open recalls that wait for your response/);
    await wholesaler.row('Voluntary').getByRole('link').first().click();
    await wholesaler.follow('Respond');
    await wholesaler.choose('Stage', 'Segregated');
    const count = wholesaler.group(ground.lots[0]);
    await wholesaler.type('On hand', '198', count);
    await wholesaler.type('Lost', '2', count);
    await wholesaler.sign();
    await quality.sees('1 of 2 holders have responded');
    await quality.row('No response yet').getByText('安和制药').waitFor();
    await quality.follow('Respond');
    await quality.sign();
    await quality.sees('2 of 2 holders have responded');
    expect((await onLedger()).responses).toMatchObject([
      { enterprise: 'anhe-pharma', counts: [{ batch: ground.packed[1].batch, onHand: '200' }] },
      { enterprise: 'huida-wholesale', stage: 'segregated', counts: [{ onHand: '198', lost: '2' }] },
    ]);
  });

  test('it closes with the reconciliation of all responses', async () => {
    await quality.follow('Close');
    await quality.type('Report', 'All packs are accounted for.');
    await quality.sign();
    await quality.sees('Reconciliation');
    const { recall } = await onLedger();
    expect(recall).toMatchObject({ state: 'closed' });
    expect(recall?.['reconciliation']).toContainEqual(
      expect.objectContaining({ batch: ground.packed[0].batch, received: '200', onHand: '198', lost: '2' }),
    );
    const download = quality.page.waitForEvent('download');
    await quality.press('Download the proof of this recall');
    const bundle = await readFile(await (await download).path(), 'utf8');
    const { trust } = await (await ground.stage.as('maker-qm')).client.read('trust', {});
    expect(await verifyBundle(bundle, trust)).toMatchObject({ ok: true });
  });

  test('the authority opens a case for a member, reads its whole trail, and needs a purpose again when it is closed', async () => {
    const [{ batch }] = ground.packed;
    await inspector.row(batch.slice(0, 10)).getByRole('link', { name: 'Open case' }).click();
    await inspector.choose('Purpose', 'Complaint');
    await inspector.type('Grounds', 'Complaint about the smell of a pack.');
    await inspector.find('Site', '安和制剂厂');
    await inspector.sign();
    await inspector.open('Audit');
    await inspector.follow('Complaint');
    await inspector.row('Release to market').waitFor();
    const { client } = await ground.stage.as('drug-inspector');
    const { lines, hidden } = await client.read('trail', { id: batch });
    expect(hidden).toBe(0);
    expect(await inspector.rows('Release from site').count()).toBe(
      lines.filter(({ act }) => act === 'releaseFromSite').length,
    );
    await inspector.follow('Close case');
    await inspector.sign();
    await inspector.sees('Closed');
    client.setPurpose(undefined);
    await expect(client.read('trail', { id: batch })).rejects.toMatchObject({ code: 'PURPOSE_REQUIRED' });
  });
});
