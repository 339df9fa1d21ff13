/** What the session of an invitation reads and sends, by hand; whatever else the OpenAPI document has is refused to it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { recallActs } from '@yaosu/chaincode/model/recall/acts';
import { IDENTIFIER_PATHS } from '@yaosu/gateway/openapi-identifiers';
import { systemPorts } from '@yaosu/gateway/ports';
import { countOf, responseOf } from '@yaosu/gateway/story/recall-counts';
import { logIn, signedCommand, type Player } from '@yaosu/gateway/story/player';
import { layRecallGround, type RecallGround } from '@yaosu/gateway/story/recall-ground';
import { invite } from '../support/invited.js';
import { openRecall } from '../support/open-recall.js';
import { startInProcess, type InProcessGateway } from '../support/story-gateway.js';
import { ask, codeOf } from './ask.js';

const MINUTES = 60_000;
const ADMIN = 'wholesale-admin';
/** What the enterprise node reads before it asks who asks. */
const ABOUT_AN_IDENTIFIER = '?targetId=88.608.8889/1&operationId=0.DOIP/Op.Create';
const FIRM = 'huida-wholesale';
const OTHER = 'ab'.repeat(32);

interface Operation {
  readonly operationId: string;
  readonly security?: object;
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

describe('an invitation to answer a recall', () => {
  let aheadMs = 0;
  const ports = { ...systemPorts, clock: { nowMs: () => systemPorts.clock.nowMs() + aheadMs } };
  let gateway: InProcessGateway;
  let ground: RecallGround;
  let recall: string;
  let batch: string;
  let guest: Player;
  let headers: Readonly<Record<string, string>>;
  let operations: readonly (Operation & { readonly path: string; readonly method: string })[];

  const invited = async (): Promise<Player> => {
    const player = await invite(ground.stage, ADMIN, keyOf('rec', recall), 'warehouseKeeper');
    await logIn(player.client, player.key);
    return player;
  };
  const code = async (path: string): Promise<string | number> =>
    codeOf(await ask(gateway.url, path, headers));
  const send = async (act: Act, payload: Record<string, unknown>, by = [guest]): Promise<string> => {
    const { stage } = ground;
    const envelope = await signedCommand(systemPorts, stage.ledgerId, act, payload, by);
    return guest.client.submit(act, envelope).then(
      ({ state }) => state,
      (error: unknown) => (error as { code: string }).code,
    );
  };
  const answer = (investigation = recall): Record<string, unknown> =>
    responseOf(investigation, [countOf(batch, { received: '200', onHand: '200' })]);

  beforeAll(async () => {
    gateway = await startInProcess(ports);
    ground = await layRecallGround(gateway.url, systemPorts);
    recall = await openRecall(ground);
    [{ batch }] = ground.packed;
    guest = await invited();
    headers = { authorization: `Bearer ${await logIn(guest.client, guest.key)}` };
    const { paths } = JSON.parse((await ask(gateway.url, '/openapi.json', {})).text) as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    };
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method })),
    );
  }, 4 * MINUTES);
  afterAll(() => gateway.remove());

  /** Path of what it may read → the same question about something else. */
  const readable = (): Readonly<Record<string, readonly [string, ...string[]]>> => ({
    session: ['/api/session'],
    enterprises: ['/api/enterprises'],
    enterprise: [`/api/enterprises/${FIRM}`, '/api/enterprises/ruikang-pharma', '/api/enterprises/nobody'],
    record: [
      `/api/records/rec~${recall}`,
      `/api/records/rec~${OTHER}`,
      `/api/records/inv~${recall}`,
      `/api/records/ans~${recall}~anhe-pharma`,
      `/api/records/batch~${batch}`,
      `/api/records/key~${guest.key.kid}`,
    ],
    stock: [
      `/api/stock?recall=${recall}`,
      '/api/stock',
      `/api/stock?batch=${batch}`,
      `/api/stock?recall=${OTHER}`,
    ],
    batchIdentity: [
      `/api/batches/${batch}/identity`,
      `/api/batches/${ground.packed[1].batch}/identity`,
      `/api/batches/${OTHER}/identity`,
    ],
  });

  test('it reads its recall and what it needs to answer, and is refused everything else alike', async () => {
    for (const [own, ...others] of Object.values(readable())) {
      expect([own, await code(own)]).toEqual([own, 200]);
      for (const other of others) expect([other, await code(other)]).toEqual([other, 'KEY_NOT_FOR_THIS']);
    }
    const statement = `/api/statements/${OTHER}?record=`;
    expect(await code(`${statement}rec~${recall}`)).toBe('RECORD_NOT_FOUND');
    expect(await code(`${statement}rec~${OTHER}`)).toBe('KEY_NOT_FOR_THIS');
    expect(await code(`/api/statements/${OTHER}`)).toBe('KEY_NOT_FOR_THIS');
    expect(await code(`/api/records/ans~${recall}~${FIRM}`)).toBe('RECORD_NOT_FOUND');
  });

  test('it says of its session what it is for and until when', async () => {
    const session = await guest.client.read('session', {});
    expect(session).toMatchObject({ enterprise: FIRM, onlyFor: keyOf('rec', recall) });
    expect(session.functions).toEqual(['warehouseKeeper']);
  });

  test('every other operation that needs a session is refused to it, whatever is asked', async () => {
    const allowed = [...Object.keys(readable()), 'statement'];
    const closed = operations
      .filter(({ security }) => security !== undefined)
      .filter(({ operationId }) => !allowed.includes(operationId))
      .filter(({ path }) => !path.startsWith('/api/commands/'));
    expect(closed.length).toBeGreaterThan(50);
    for (const { path, method, requestBody } of closed) {
      const [type] = Object.keys(requestBody?.content ?? {});
      const body = type === undefined ? {} : { body: '{}' };
      const sent = { ...headers, ...(type === undefined ? {} : { 'content-type': type }) };
      const filled = path.replace('{collection}', 'eventTypes').replaceAll(/\{\w+\}/g, OTHER);
      const query = IDENTIFIER_PATHS.has(path) ? ABOUT_AN_IDENTIFIER : '';
      const response = await fetch(gateway.url + filled + query, {
        method: method.toUpperCase(),
        headers: sent,
        ...body,
      });
      // The enterprise node refuses in its own words.
      const [expected, words] = IDENTIFIER_PATHS.has(path)
        ? [200, /没有权限|未被授权/]
        : [403, /KEY_NOT_FOR_THIS/];
      expect([method, path, response.status, await response.text()]).toEqual([
        ...[method, path, expected],
        expect.stringMatching(words),
      ]);
    }
  });

  test('it sends no other act, no other record, and nothing that another has signed', async () => {
    const { client } = await ground.stage.as(ADMIN);
    const height = (await client.read('network', {})).height;
    const signal = { investigation: OTHER, drill: false, source: 'complaint', batch, signal: OTHER };
    expect(await send(recallActs.signal, signal)).toBe('KEY_NOT_FOR_THIS');
    expect(await send(recallActs.respond, answer(OTHER))).toBe('KEY_NOT_FOR_THIS');
    const colleague = await ground.stage.as('wholesale-keeper');
    expect(await send(recallActs.respond, answer(), [colleague])).toBe('KEY_NOT_FOR_THIS');
    expect((await client.read('network', {})).height).toBe(height);
  });

  test('it answers for its firm; the MAH reads the answer, and the firm that the invitation was used', async () => {
    expect(await send(recallActs.respond, answer())).toBe('committed');
    const mah = await ground.stage.as('maker-qm');
    const { responses } = await mah.client.read('recall', { id: recall });
    expect(responses).toMatchObject([{ enterprise: FIRM, counts: [{ batch, onHand: '200' }] }]);
    expect(await code(`/api/records/ans~${recall}~${FIRM}`)).toBe(200);
    const usedFor = async ({ client }: Player): Promise<unknown> =>
      (await client.read('enterpriseKeys', { id: FIRM })).keys.find(({ kid }) => kid === guest.key.kid)
        ?.isUsed;
    expect(await usedFor(await ground.stage.as(ADMIN))).toBe(true);
    expect(await usedFor(mah)).toBeNull();
  });

  test('an invitation that was revoked says so to its holder alone, and delivers nothing', async () => {
    const { stage } = ground;
    const other = await invited();
    const payload = { enterprise: FIRM, kid: other.key.kid, compromisedSince: null };
    await stage.send(ADMIN, enterpriseActs.revokeKey, payload);
    await expect(other.client.read('session', {})).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
    await expect(logIn(other.client, other.key)).rejects.toMatchObject({ code: 'KEY_REVOKED' });
    const { kid } = other.key;
    const { challenge } = await other.client.call('challenge', { kid });
    const forged = { kid, challenge, signature: guest.key.prove(challenge) };
    await expect(other.client.call('session', forged)).rejects.toMatchObject({ code: 'SESSION_REFUSED' });
    const proof = { kid, challenge, signature: other.key.prove(challenge) };
    await expect(other.client.call('delivery', proof)).rejects.toMatchObject({ code: 'SESSION_REFUSED' });
  });

  test('one that has run out says so', async () => {
    aheadMs = 2 * 24 * 60 * MINUTES;
    await expect(logIn(guest.client, guest.key)).rejects.toMatchObject({ code: 'KEY_NOT_VALID' });
    aheadMs = 0;
    await expect(logIn(guest.client, guest.key)).resolves.toEqual(expect.any(String));
  });
});
