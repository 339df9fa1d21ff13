import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import { toHex } from '@yaosu/chaincode/signing/bytes';
import { systemPorts } from '../ports.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';
import { MAX_FILLS, triggerOf } from './waste-demands.js';

const id = (): string => toHex(systemPorts.randomBytes(32));

describe('the trigger of a group', () => {
  const group = { group: id(), threshold: '1000' };
  const fills = (count: number, grams: string) =>
    new Array(count).fill(undefined).map(() => ({ drum: id(), fill: id(), grams }));

  it.each([
    ['below the threshold', fills(1, '999'), 0],
    ['at the threshold', fills(2, '500'), 2],
    ['with more fills than one may count', fills(MAX_FILLS + 1, '5'), MAX_FILLS],
    ['with too many light ones', fills(MAX_FILLS + 50, '4'), 0],
  ])('%s', (_name, uncounted, counted) => {
    const demand = triggerOf(group, uncounted);
    expect((demand?.payload['fills'] as unknown[] | undefined)?.length ?? 0).toBe(counted);
  });
});

describe('fills of a group on a running gateway', () => {
  let gateway: TestGateway;
  let keeper: Actor;
  beforeAll(async () => {
    gateway = await newTestGateway();
    keeper = await gateway.actor('cdmo-waste');
  }, 120_000);
  afterAll(() => gateway.remove());

  const send = async (act: Act, payload: Record<string, unknown>): Promise<void> => {
    const envelope = keeper.sign(act, payload);
    expect(await keeper.client.submit(act, envelope)).toMatchObject({ state: 'committed' });
  };
  const eventually = async <T>(read: () => Promise<readonly T[]>): Promise<readonly T[]> => {
    for (let i = 0; i < 200; i += 1) {
      const found = await read();
      if (found.length > 0) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return [];
  };

  it('are counted once, when they reach its threshold', async () => {
    const { sites } = await keeper.client.read('enterprise', { id: keeper.enterprise });
    const site = sites[0]?.gln ?? '';
    const [stream, drum, group] = [id(), id(), id()];
    const own = { generator: keeper.enterprise, operator: keeper.enterprise, site };
    await send(wasteActs.registerStream, {
      ...own,
      stream,
      code: '271-002-02',
      edition: '2025',
      form: 'liquid',
      hazards: ['T', 'I'],
      hazardous: true,
      dangerousClass: '3',
      details: id(),
    });
    await send(wasteActs.open, { drum, kind: 'drum', stream, tare: '18000' });
    const { operator } = own;
    await send(wasteActs.armGroup, { group, operator, site, streams: [stream], threshold: '100000' });
    await send(wasteActs.fill, { drum, grams: '60000', sources: [] });
    await send(wasteActs.fill, { drum, grams: '40000', sources: [] });
    const triggers = await eventually(
      async () => (await keeper.client.read('records', {}, { type: 'trig' })).records,
    );
    expect(triggers.map(({ value }) => value)).toMatchObject([{ group, grams: '100000' }]);
    const { records } = await keeper.client.read('records', {}, { type: 'fill' });
    const trigger = String(triggers[0]?.key.split('~').at(-1));
    expect(records.map(({ value }) => value['countedBy'])).toEqual([trigger, trigger]);
  });
});
