import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import { newClient } from './api/client.js';
import { openEmbedded } from './ledger/open-embedded.js';
import { systemPorts } from './ports.js';
import { newFlakyLedger, type FlakyLedger } from './testing/flaky-ledger.js';
import { sampleBatch } from './testing/sample-batch.js';
import { logIn } from './story/player.js';
import { newSeededFolder } from './testing/seeded-folder.js';
import { newTestGateway, type Actor, type TestGateway } from './testing/test-gateway.js';

describe('a gateway whose ledger fails', () => {
  let folder: string;
  let flaky: FlakyLedger;
  let gateway: TestGateway;
  let actor: Actor;

  const start = async (): Promise<void> => {
    gateway = await newTestGateway({
      folder,
      environment: { YAOSU_COMMAND_DEADLINE_MS: '2000' },
      openLedger: async () => {
        const access = await openEmbedded(folder, systemPorts.clock);
        flaky = newFlakyLedger(access.ledger);
        return { ...access, ledger: flaky.ledger };
      },
    });
  };
  const restart = async (): Promise<void> => {
    await gateway.close();
    await start();
    const client = newClient(gateway.url);
    actor = { ...actor, client, token: await logIn(client, actor.key) };
  };
  const draft = async (): Promise<Envelope> =>
    actor.sign(batchActs.register, await sampleBatch(actor.client));
  const settled = async ({ command: { cmd } }: Envelope): Promise<object> => {
    const entry = await gateway.services.journal.find(cmd);
    if (entry === undefined) throw new Error('the journal lost a command');
    await gateway.services.relay.settle(entry);
    return actor.client.read('operation', { cmd });
  };

  beforeAll(async () => {
    folder = await newSeededFolder();
    await start();
    actor = await gateway.actor('cdmo-production');
  });
  afterAll(() => gateway.remove());

  it('takes a command over while the ledger is away and delivers it after a restart', async () => {
    flaky.set('away');
    const envelope = await draft();
    const { cmd } = envelope.command;
    const taken = await actor.client.submit(batchActs.register, envelope);
    expect(taken).toEqual({ state: 'received', cmd, operation: `/api/operations/${cmd}` });
    expect(await actor.client.read('operation', { cmd })).toMatchObject({ state: 'received', txId: null });
    await restart();
    expect(await settled(envelope)).toMatchObject({ state: 'committed' });
    expect(await actor.client.submit(batchActs.register, envelope)).toMatchObject({
      state: 'committed',
      cmd,
    });
  });

  it('endorses no more than probes while nothing is ordered, answers at once, and delivers all of it afterwards', async () => {
    flaky.set('unordered');
    const before = flaky.attempts();
    const first = await draft();
    expect(await actor.client.submit(batchActs.register, first)).toMatchObject({ state: 'received' });
    const envelopes = await Promise.all(Array.from({ length: 20 }, draft));
    const answers = await Promise.all(
      envelopes.map((envelope) => actor.client.submit(batchActs.register, envelope)),
    );
    expect(answers.map(({ state }) => state)).toEqual(Array(20).fill('received'));
    expect(flaky.attempts() - before).toBeLessThan(envelopes.length);
    const ready = (await (await fetch(`${gateway.url}/readyz`)).json()) as object;
    expect(ready).toMatchObject({ status: 'ready', ordering: 'away' });
    expect(await (await fetch(`${gateway.url}/metrics`)).text()).toContain('yaosu_ordering_away 1');
    flaky.set('none');
    for (const envelope of [first, ...envelopes])
      expect(await settled(envelope)).toMatchObject({ state: 'committed' });
  });

  it('finds out that a command whose answer was lost stands on the ledger', async () => {
    flaky.set('lost');
    const envelope = await draft();
    const height = (await actor.client.read('network', {})).height;
    await actor.client.submit(batchActs.register, envelope);
    flaky.set('none');
    const batch = envelope.command.subject.key.replace('batch~', '');
    expect(await settled(envelope)).toMatchObject({ state: 'committed', result: { batch } });
    expect((await actor.client.read('network', {})).height).toBe(height + 1);
  });
});
