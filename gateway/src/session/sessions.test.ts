import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemPorts } from '../ports.js';
import { MemoryShared } from '../shared/memory-shared.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';
import { newMovableClock } from '../testing/test-ports.js';
import { Sessions } from './sessions.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('sessions', () => {
  let gateway: TestGateway;
  let actor: Actor;
  beforeAll(async () => {
    gateway = await newTestGateway();
    actor = await gateway.actor('maker-qp');
  });
  afterAll(() => gateway.remove());

  const open = async () => {
    const ports = newMovableClock(systemPorts);
    const sessions = new Sessions({
      db: gateway.services.db,
      ports,
      shared: new MemoryShared(ports.clock),
      secret: new Uint8Array(32),
    });
    return { ports, sessions, token: await sessions.issueFor(actor.key.kid) };
  };
  const expired = { code: 'SESSION_EXPIRED' };

  it('speak for the person of the key, with the functions held now', async () => {
    const { sessions, token } = await open();
    expect(await sessions.authenticate(token)).toMatchObject({
      enterprise: 'anhe-pharma',
      functions: ['qualifiedPerson'],
      kid: actor.key.kid,
    });
  });

  it('end after 15 idle minutes, also when nothing was asked at all', async () => {
    const { ports, sessions, token } = await open();
    ports.advance(14 * MINUTE_MS);
    await sessions.authenticate(token);
    ports.advance(14 * MINUTE_MS);
    await sessions.authenticate(token);
    ports.advance(16 * MINUTE_MS);
    await expect(sessions.authenticate(token)).rejects.toMatchObject(expired);
  });

  it('end after 12 hours however busy', async () => {
    const { ports, sessions, token } = await open();
    for (let minutes = 0; minutes < 12 * 60; minutes += 12) {
      await sessions.authenticate(token);
      ports.advance(12 * MINUTE_MS);
    }
    await expect(sessions.authenticate(token)).rejects.toMatchObject(expired);
  });

  it('end with the key, and never begin with a secret of somebody else', async () => {
    const { ports, sessions } = await open();
    await expect(sessions.authenticate(actor.token)).rejects.toMatchObject(expired);
    ports.advance(366 * 24 * HOUR_MS);
    await expect(sessions.authenticate(await sessions.issueFor(actor.key.kid))).rejects.toMatchObject(
      expired,
    );
  });
});
