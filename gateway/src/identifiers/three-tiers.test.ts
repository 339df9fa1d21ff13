/** Three tiers on one machine, each a process of its own or a gateway: what is registered below is found from the top. */
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freePort } from '../testing/free-port.js';
import { HandleClient, itemAt, valueAt } from '../testing/handle-client.js';
import { saysWhenReady } from '../testing/says-when-ready.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';

const PREFIX = '88.608.8889';
const HANDLE = `${PREFIX}/drum-1`;
const MAIN = fileURLToPath(new URL('../testing/node-process.ts', import.meta.url));
const REGISTER = fileURLToPath(new URL('../../../bin/jest/register.mjs', import.meta.url));

interface Tier {
  readonly child: ChildProcess;
  readonly base: string;
}

const tiers: Tier[] = [];
let gateway: TestGateway;
let maker: Actor;
let top: HandleClient;

const start = async (below: string, environment: Readonly<Record<string, string>>): Promise<Tier> => {
  const port = await freePort();
  const child = spawn(process.execPath, ['--conditions=source', '--import', REGISTER, MAIN], {
    env: { ...process.env, PORT: String(port), BELOW: below, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await saysWhenReady(child, child.stdout, /listening/);
  const tier = { child, base: `http://127.0.0.1:${String(port)}` };
  tiers.push(tier);
  return tier;
};

beforeAll(async () => {
  const port = await freePort();
  const enterprise = `http://127.0.0.1:${String(port)}`;
  const secondary = await start(`${PREFIX}=${enterprise}`, { TOKEN: 'secret', FATES: 'timedOut' });
  const national = await start(`88.608=${secondary.base}`, {});
  top = new HandleClient(national.base);
  gateway = await newTestGateway({
    environment: {
      ...{ PORT: String(port), YAOSU_IDENTIFIER_PREFIXES: `${PREFIX}=anhe-pharma` },
      ...{ YAOSU_SECONDARY_NODE: secondary.base, YAOSU_SECONDARY_NODE_TOKEN: 'secret' },
      YAOSU_WEBHOOK_TARGETS: secondary.base.slice('http://'.length),
    },
  });
  maker = await gateway.actor('maker-production');
});
afterAll(async () => {
  await gateway.remove();
  for (const { child } of tiers) child.kill();
});

const settled = async (): Promise<unknown> => {
  for (;;) {
    const { identifier } = await maker.client.read('identifier', { handle: HANDLE });
    if (identifier.sync !== 'waiting') return identifier;
  }
};

it('an identifier reaches the secondary node once, though that answers 504, and is found from the top', async () => {
  const node = new HandleClient(gateway.url, maker.token);
  await node.template(PREFIX, '1', [itemAt(2000, 'name')]);
  await node.register(HANDLE, '1', [valueAt(2000, 'name', '原料桶')]);
  expect(await settled()).toMatchObject({ sync: 'registered', refusal: null });
  const found = await top.detail(HANDLE);
  expect(found.body.data).toMatchObject({ handle: HANDLE, value: [{}, valueAt(2000, 'name', '原料桶')] });
  const secondary: unknown = await (await fetch(`${tiers[0]?.base ?? ''}/changes`)).json();
  expect(secondary).toEqual([`POST ${HANDLE}`]);
  expect((await top.detail('88.609.1/x')).body).toMatchObject({ status: -2 });
  expect((await top.detail(`${PREFIX}/none`)).body).toMatchObject({ message: '没有找到标识' });
});

it('pages of the gateway say which node it is, and how far it knows the identifiers', async () => {
  const told = await maker.client.read('secondaryNode', {});
  expect(told).toMatchObject({ prefixes: [PREFIX], waiting: 0, refused: 0, trouble: null });
  expect(told.node).toBe(tiers[0]?.base.slice('http://'.length));
  const { identifiers, next } = await maker.client.read(
    'identifiers',
    {},
    { contains: 'drum', sync: 'registered' },
  );
  expect(identifiers.map(({ handle }) => handle)).toEqual([HANDLE]);
  expect(next).toBeNull();
  expect((await maker.client.read('identifiers', {}, { contains: 'other' })).identifiers).toEqual([]);
  const wrong = maker.client.read('identifiers', {}, { cursor: 'x' });
  await expect(wrong).rejects.toMatchObject({ code: 'QUERY_INVALID' });
  const again = maker.client.call('sendIdentifierAgain', { handle: HANDLE });
  await expect(again).rejects.toMatchObject({ code: 'IDENTIFIER_NOT_REFUSED' });
});

it('nobody else reads or sends them', async () => {
  const rival = await gateway.actor('rival-production');
  expect((await rival.client.read('identifiers', {})).identifiers).toEqual([]);
  const read = rival.client.read('identifier', { handle: HANDLE });
  await expect(read).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' });
  const again = rival.client.call('sendIdentifierAgain', { handle: HANDLE });
  await expect(again).rejects.toMatchObject({ code: 'IDENTIFIER_NOT_REFUSED' });
});
