import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CALLS } from '../api/calls.js';
import { systemPorts } from '../ports.js';
import { loadOneLot } from '../story/loaded-lot.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';

const { path, response: view } = CALLS.closure;
const RANDOM = 'a1'.repeat(32);

describe('closures with who holds how much', () => {
  let gateway: TestGateway;
  let actors: Readonly<Record<'supplier' | 'consignee' | 'stranger', Actor>>;
  let batch: string;
  beforeAll(async () => {
    gateway = await newTestGateway();
    const { keeper, consignee } = await loadOneLot(gateway.url, systemPorts);
    actors = {
      supplier: await gateway.actor(keeper),
      consignee: await gateway.actor(consignee),
      stranger: await gateway.actor('pharmacist'),
    };
    const { stock } = await actors.supplier.client.read('stock', {});
    batch = stock[0]?.batch ?? '';
  }, 120_000);
  afterAll(() => gateway.remove());

  const ask = (body: unknown, token?: string): Promise<Response> =>
    fetch(gateway.url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });

  it('tell the owner where its goods are', async () => {
    const closure = await actors.supplier.client.call('closure', { roots: [batch] });
    expect(view.safeParse(closure)).toMatchObject({ success: true });
    const holders = [{ holder: actors.supplier.enterprise, unit: 'KGM', quantity: '250' }];
    expect(closure).toMatchObject({ levels: [1], visible: 1, hidden: 0, holders });
  });

  it('tell a reader of the batch only of its own stock', async () => {
    const closure = await actors.consignee.client.call('closure', { roots: [batch] });
    expect(closure).toMatchObject({ visible: 1, holders: [] });
  });

  it('answer a stranger as about a random id', async () => {
    const { token } = actors.stranger;
    const [foreign, random] = await Promise.all([
      ask({ roots: [batch] }, token),
      ask({ roots: [RANDOM] }, token),
    ]);
    expect([foreign.status, random.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await random.text());
  });

  it.each<[string, unknown, number]>([
    ['no roots', { roots: [] }, 400],
    ['201 roots', { roots: Array.from({ length: 201 }, () => RANDOM) }, 400],
    ['a root that is none', { roots: ["' or 1=1"] }, 400],
    ['a direction that is none', { roots: [RANDOM], direction: 'sideways' }, 400],
    ['another field', { roots: [RANDOM], as: 'drug' }, 400],
  ])('are refused: %s', async (_name, body, status) => {
    expect((await ask(body, actors.supplier.token)).status).toBe(status);
  });

  it('are for those who are logged in', async () => {
    expect((await ask({ roots: [batch] })).status).toBe(401);
  });
});
