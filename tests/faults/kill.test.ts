import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import { envelopeOf, newCommand } from '../support/actor.js';
import { freshGln, site } from '../support/payloads.js';
import { enter, openSession, type DemoClient } from '../support/demo-client.js';
import { RunningServer } from '../support/running-server.js';

const { addSite } = ACTS.Enterprise;
const COMMANDS = 24;
const ACKNOWLEDGED_BEFORE_THE_KILL = 8;

const siteCommand = ({ actor, ledgerId }: DemoClient): Envelope => {
  const payload = site(actor.enterprise, freshGln());
  const capturedAt = new Date().toISOString();
  return envelopeOf(newCommand({ act: addSite, ledgerId, capturedAt, actors: [actor], payload }), [actor]);
};

/** Sends all at once and kills the server when some are acknowledged; answers those. */
const acknowledgedUntilKilled = async (server: RunningServer, admin: DemoClient): Promise<Envelope[]> => {
  const acknowledged: Envelope[] = [];
  const sends = Array.from({ length: COMMANDS }, async () => {
    const envelope = siteCommand(admin);
    await admin.client.submit(addSite, envelope);
    acknowledged.push(envelope);
    if (acknowledged.length === ACKNOWLEDGED_BEFORE_THE_KILL) await server.end('SIGKILL');
  });
  await Promise.allSettled(sends);
  return acknowledged;
};

describe('a server killed with commands unanswered', () => {
  let server: RunningServer;
  let acknowledged: Envelope[];
  let admin: DemoClient;

  beforeAll(async () => {
    server = await RunningServer.start();
    admin = await enter(server.url, 'cdmo-admin');
    acknowledged = await acknowledgedUntilKilled(server, admin);
    server = await RunningServer.start({ data: server.data });
    admin = await openSession(server.url, admin.actor);
  });
  afterAll(() => server.dispose());

  test('had answered some of them and not all', () => {
    expect(acknowledged.length).toBeGreaterThanOrEqual(ACKNOWLEDGED_BEFORE_THE_KILL);
    expect(acknowledged.length).toBeLessThan(COMMANDS);
  });

  test('has lost none that it answered', async () => {
    for (const { command } of acknowledged) {
      const operation = await admin.client.read('operation', { cmd: command.cmd });
      expect(operation.state).toBe('committed');
    }
  });

  test('does nothing twice when they are sent again', async () => {
    const before = await admin.client.read('enterprise', { id: admin.actor.enterprise });
    for (const envelope of acknowledged) {
      expect((await admin.client.submit(addSite, envelope)).state).toBe('committed');
    }
    const after = await admin.client.read('enterprise', { id: admin.actor.enterprise });
    expect(after.sites).toHaveLength(before.sites.length);
  });
});
