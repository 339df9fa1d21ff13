import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import { commandId, signedBytes } from '@yaosu/chaincode/signing/command-bytes';
import request from 'supertest';
import { commandPath, newClient } from './api/client.js';
import { READS } from './api/reads.js';
import { deviceKeyOf, newPrivateKeyPem } from './demo/device-key.js';
import { glnOf } from './demo/gln.js';
import { sampleBatch } from './testing/sample-batch.js';
import { newTestGateway, type Actor, type TestGateway } from './testing/test-gateway.js';

const RANDOM_ID = 'ab'.repeat(32);
const UNKNOWN_PACK = encodeURIComponent('(01)06901004000215(21)ABCDEFGHJKLM');

describe('the HTTP face', () => {
  let gateway: TestGateway;
  let cdmo: Actor;
  let rival: Actor;
  let maker: Actor;

  beforeAll(async () => {
    gateway = await newTestGateway();
    [cdmo, rival, maker] = await Promise.all([
      gateway.actor('cdmo-production'),
      gateway.actor('rival-production'),
      gateway.actor('maker-production'),
    ]);
  });
  afterAll(() => gateway.remove());

  const get = (path: string, actor?: Actor) => {
    const call = request(gateway.url).get(path);
    return actor === undefined ? call : call.set('authorization', `Bearer ${actor.token}`);
  };
  const post = (path: string, body: string, actor?: Actor) => {
    const call = request(gateway.url).post(path).set('content-type', 'application/json');
    return (actor === undefined ? call : call.set('authorization', `Bearer ${actor.token}`)).send(body);
  };
  const register = async (actor: Actor, changes: object = {}): Promise<string> => {
    const payload = await sampleBatch(actor.client, { ...changes });
    await actor.client.submit(batchActs.register, actor.sign(batchActs.register, payload));
    return payload.batch;
  };

  it('takes a command to the ledger and answers a replay with the first result', async () => {
    const payload = await sampleBatch(cdmo.client);
    const envelope = cdmo.sign(batchActs.register, payload);
    const first = await cdmo.client.submit(batchActs.register, envelope);
    expect(first).toMatchObject({ state: 'committed', result: { batch: payload.batch } });
    expect(await cdmo.client.submit(batchActs.register, envelope)).toEqual(first);
    const again = { ...envelope, signatures: [cdmo.key.sign(envelope.command)] };
    expect(await cdmo.client.submit(batchActs.register, again)).toEqual(first);
    const { cmd } = envelope.command;
    expect(await cdmo.client.read('operation', { cmd })).toMatchObject({ cmd, state: 'committed' });
    const { batch, asOfBlock } = await cdmo.client.read('batch', { id: payload.batch });
    expect(batch).toMatchObject({ batch: payload.batch, owner: cdmo.enterprise, disposition: 'inProcess' });
    expect(asOfBlock).toBeGreaterThanOrEqual(batch.block);
  });

  it('passes a refusal of the peers on, the same at every try', async () => {
    const payload = await sampleBatch(cdmo.client, { kind: 'packed' });
    const envelope = cdmo.sign(batchActs.register, payload);
    for (let i = 0; i < 2; i += 1) {
      await expect(cdmo.client.submit(batchActs.register, envelope)).rejects.toMatchObject({
        code: 'ROLE_NOT_HELD',
      });
    }
    const { cmd } = envelope.command;
    expect(await cdmo.client.read('operation', { cmd })).toMatchObject({
      state: 'refused',
      problem: { code: 'ROLE_NOT_HELD', status: 422 },
    });
  });

  it('makes ids of numbers of a firm’s own, for who is logged in', async () => {
    const asked = { of: 'product', code: 'IXZ-20' } as const;
    const { id } = await cdmo.client.call('opaqueId', asked);
    expect(await cdmo.client.call('opaqueId', asked)).toEqual({ id });
    expect(await rival.client.call('opaqueId', asked)).not.toEqual({ id });
    expect((await post('/api/ids', canonicalJson(asked))).status).toBe(401);
  });

  it('lets the right signatures through after wrong ones for the same command', async () => {
    const envelope = cdmo.sign(batchActs.register, await sampleBatch(cdmo.client));
    const forged = { ...envelope, signatures: [rival.key.sign(envelope.command)] };
    await expect(cdmo.client.submit(batchActs.register, forged)).rejects.toMatchObject({
      code: 'SIGNATURE_INVALID',
    });
    expect(await cdmo.client.submit(batchActs.register, envelope)).toMatchObject({ state: 'committed' });
  });

  it('answers a foreign batch byte for byte like a random id', async () => {
    const batch = await register(cdmo);
    const foreign = await get(`/api/batches/${batch}`, rival);
    const random = await get(`/api/batches/${RANDOM_ID}`, rival);
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(random.text);
    expect(JSON.parse(foreign.text)).toMatchObject({ code: 'BATCH_NOT_FOUND' });
    const foreignHash = await get(`/api/records/batch~${batch}/hash`, rival);
    expect(foreignHash.text).toBe((await get(`/api/records/batch~${RANDOM_ID}/hash`, rival)).text);
    const own = await cdmo.client.read('batch', { id: batch });
    expect(await cdmo.client.read('recordHash', { key: `batch~${batch}` })).toMatchObject({
      hash: own.batch.hash,
    });
    const foreignTx = await get(`/api/transactions/${own.batch.txId}`, rival);
    expect(foreignTx.text).toBe((await get(`/api/transactions/${RANDOM_ID}`, rival)).text);
    expect(await cdmo.client.read('transaction', { txId: own.batch.txId })).toMatchObject({
      act: 'register',
      code: 0,
      keys: [`batch~${batch}`, expect.stringMatching(/^doc~/)],
    });
  });

  it('shows a batch to its holder of the authorisation and lists only own ones, page by page', async () => {
    const ids = [
      await register(cdmo, { mah: maker.enterprise }),
      await register(cdmo, { mah: maker.enterprise }),
    ];
    expect((await maker.client.read('batch', { id: ids[0] ?? '' })).batch.mah).toBe(maker.enterprise);
    const first = await maker.client.read('batches', {}, { limit: 1, kind: 'api' });
    const second = await maker.client.read('batches', {}, { limit: 1, cursor: first.next ?? '' });
    expect([first.batches[0]?.batch, second.batches[0]?.batch]).toEqual([ids[1], ids[0]]);
    expect(second.next).toBeNull();
    expect((await rival.client.read('batches', {})).batches).toEqual([]);
    expect((await maker.client.read('batches', {}, { disposition: 'released' })).batches).toEqual([]);
  });

  it('reads enterprises with roles, sites, licences and keys', async () => {
    const page = await cdmo.client.read('enterprises', {}, { limit: 5 });
    const rest = await cdmo.client.read('enterprises', {}, { cursor: page.next ?? '' });
    expect(page.enterprises.length + rest.enterprises.length).toBe(15);
    const detail = await rival.client.read('enterprise', { id: 'qingtai-cdmo' });
    expect(detail.enterprise.roles).toEqual(['cdmo', 'wasteGenerator']);
    expect([detail.sites.length, detail.licences.length]).toEqual([1, 2]);
    const { keys } = await rival.client.read('enterpriseKeys', { id: 'qingtai-cdmo' });
    expect(keys.map(({ kid }) => kid)).toContain(cdmo.key.kid);
  });

  it('denies every read without a session, but those that are public', async () => {
    for (const { path, access } of Object.values(READS)) {
      const filled = path
        .replace('{id}', RANDOM_ID)
        .replace('{code}', UNKNOWN_PACK)
        .replace(/\{\w+\}/, RANDOM_ID);
      expect((await get(filled)).status).toBe(access === 'public' ? 200 : 401);
    }
    expect((await get('/api/events')).status).toBe(401);
    expect((await post(commandPath(batchActs.register), '{}')).status).toBe(401);
  });

  it('never answers bad input with a 5xx, nor with a stack', async () => {
    const path = commandPath(batchActs.register);
    const envelope = cdmo.sign(batchActs.register, await sampleBatch(cdmo.client));
    const text = canonicalJson({ envelope });
    const bodies: [string, string][] = [
      ['', 'BODY_INVALID'],
      ['{', 'BODY_INVALID'],
      ['null', 'INPUT_INVALID'],
      ['[1]', 'INPUT_INVALID'],
      ['{"envelope":{}}', 'INPUT_INVALID'],
      [text.replace('{"envelope"', '{"envelope":1,"envelope"'), 'BODY_INVALID'],
      ['['.repeat(100) + ']'.repeat(100), 'BODY_INVALID'],
      [text.replace('"act":"register"', '"act":"other"'), 'COMMAND_ID_WRONG'],
      [`"${'x'.repeat(2_200_000)}"`, 'BODY_TOO_LARGE'],
    ];
    for (const [body, code] of bodies) {
      const answer = await post(path, body, cdmo);
      expect(JSON.parse(answer.text)).toMatchObject({ code });
      expect(answer.text).not.toContain('at ');
    }
    expect((await post('/api/commands/Batch/toString', text, cdmo)).status).toBe(404);
    expect((await post('/api/commands/__proto__/x', text, cdmo)).status).toBe(404);
    expect((await request(gateway.url).post(path).send('a=b')).status).toBe(415);
    for (const bad of [
      '/api/batches/zz',
      '/api/batches?limit=0',
      '/api/batches?cursor=x',
      '/api/blocks?cursor=x',
      '/api/x/%E0%A4%A',
    ]) {
      expect([400, 404]).toContain((await get(bad, cdmo)).status);
    }
  });

  it('takes commands from their parties only, and for this ledger only', async () => {
    const envelope = cdmo.sign(batchActs.register, await sampleBatch(cdmo.client));
    await expect(rival.client.submit(batchActs.register, envelope)).rejects.toMatchObject({
      code: 'PARTY_FOREIGN',
    });
    const { cmd: _, ...rest } = { ...envelope.command, ledgerId: 'f'.repeat(32) };
    const command = { ...rest, cmd: commandId(rest) };
    const other = { command, signatures: [cdmo.key.sign(command)] };
    await expect(cdmo.client.submit(batchActs.register, other)).rejects.toMatchObject({
      code: 'LEDGER_FOREIGN',
    });
    await expect(rival.client.read('operation', { cmd: envelope.command.cmd })).rejects.toMatchObject({
      code: 'OPERATION_NOT_FOUND',
    });
  });

  it('refuses functions that a person does not hold', async () => {
    const site = { gln: glnOf('690109900001'), name: '新厂', address: '某路1号', area: '320100' };
    const payload = { enterprise: cdmo.enterprise, ...site };
    const envelope = cdmo.sign(enterpriseActs.addSite, payload);
    await expect(cdmo.client.submit(enterpriseActs.addSite, envelope)).rejects.toMatchObject({
      code: 'FUNCTION_MISSING',
    });
  });

  it('enrols only what it has drafted, and each key once', async () => {
    const client = newClient(gateway.url);
    const key = deviceKeyOf(newPrivateKeyPem());
    const body = { login: 'maker-qp', publicKey: key.publicKey, kind: 'device' as const };
    const { command } = await client.call('enrol', body);
    const { cmd: _, ...rest } = { ...command, capturedAt: '2026-01-01T00:00:00.000Z' };
    const changed = { ...rest, cmd: commandId(rest) };
    const signature = key.signBytes(signedBytes(command));
    await expect(client.call('confirm', { command: changed, signature })).rejects.toMatchObject({
      code: 'DRAFT_UNKNOWN',
    });
    const foreign = deviceKeyOf(newPrivateKeyPem()).signBytes(signedBytes(command));
    await expect(client.call('confirm', { command, signature: foreign })).rejects.toMatchObject({
      code: 'SIGNATURE_INVALID',
    });
    expect(await client.call('confirm', { command, signature })).toMatchObject({ cmd: command.cmd });
    await expect(client.call('enrol', body)).rejects.toMatchObject({ code: 'KEY_EXISTS' });
    await expect(client.call('enrol', { ...body, login: 'nobody' })).rejects.toMatchObject({
      code: 'LOGIN_UNKNOWN',
    });
  });

  it('opens no session for a challenge that is foreign, used or signed by another key', async () => {
    const client = newClient(gateway.url);
    const { challenge } = await client.call('challenge', { kid: cdmo.key.kid });
    const signed = cdmo.key.prove(challenge);
    const tries = [
      { kid: rival.key.kid, challenge, signature: signed },
      { kid: cdmo.key.kid, challenge, signature: rival.key.prove(challenge) },
      { kid: cdmo.key.kid, challenge: cdmo.token, signature: cdmo.key.prove(cdmo.token) },
    ];
    for (const body of tries)
      await expect(client.call('session', body)).rejects.toMatchObject({ code: 'SESSION_REFUSED' });
    const good = { kid: cdmo.key.kid, challenge, signature: signed };
    expect((await client.call('session', good)).token).toBeTruthy();
    await expect(client.call('session', good)).rejects.toMatchObject({ code: 'SESSION_REFUSED' });
    client.setToken(challenge);
    await expect(client.read('session', {})).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  it('streams blocks with the keys that the caller may see', async () => {
    const stop = new AbortController();
    const events = async (actor: Actor): Promise<ReadableStreamDefaultReader<Uint8Array>> => {
      const headers = { authorization: `Bearer ${actor.token}` };
      const { body } = await fetch(`${gateway.url}/api/events`, { headers, signal: stop.signal });
      if (body === null) throw new Error('no stream');
      return body.getReader();
    };
    const until = async (reader: ReadableStreamDefaultReader<Uint8Array>, text: string): Promise<string> => {
      let seen = '';
      while (!seen.includes(text)) seen += Buffer.from((await reader.read()).value ?? []).toString();
      return seen;
    };
    const [own, foreign] = await Promise.all([events(cdmo), events(rival)]);
    await Promise.all([until(own, 'ready'), until(foreign, 'ready')]);
    const batch = await register(cdmo);
    expect(await until(own, 'event: block')).toContain(`batch~${batch}`);
    expect(await until(foreign, 'event: block')).not.toContain(batch);
    stop.abort();
  });

  it('answers probes', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    expect((await get('/metrics')).text).toContain('yaosu_commands_total{contract="Batch",act="register"');
    const { headers } = await get('/nothing/here');
    expect(headers['content-type']).toContain('application/problem+json');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });
});
