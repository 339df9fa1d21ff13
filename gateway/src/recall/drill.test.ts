import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { recallActs } from '@yaosu/chaincode/model/recall/acts';
import { toHex } from '@yaosu/chaincode/signing/bytes';
import type { ReadAnswer } from '../api/reads.js';
import { seenHashOf } from '../api/seen-hash.js';
import { systemPorts } from '../ports.js';
import { until } from '../story/cold-chain.js';
import { sampleBatch } from '../testing/sample-batch.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';

const id = (): string => toHex(systemPorts.randomBytes(32));

describe('a recall drill beside an investigation in earnest', () => {
  const [drill, earnest] = [id(), id()];
  let gateway: TestGateway;
  let maker: Actor;
  let quality: Actor;
  let batch: string;

  const send = async (who: Actor, act: Act, payload: Record<string, unknown>): Promise<void> => {
    const envelope = who.sign(act, payload, await seenHashOf(who.client, act, payload));
    expect(await who.client.submit(act, envelope)).toMatchObject({ state: 'committed' });
  };
  const sealed = async (investigation: string, isDrill: boolean): Promise<ReadAnswer<'recall'>> => {
    const signal = { source: 'complaint', batch, signal: id() };
    await send(quality, recallActs.signal, { investigation, drill: isDrill, ...signal });
    await send(quality, recallActs.investigate, { investigation, roots: [batch] });
    await send(quality, recallActs.stop, { investigation, batches: [batch] });
    return until('the seal', async () => {
      const seen = await quality.client.read('recall', { id: investigation });
      return seen.investigation['state'] === 'sealed' ? seen : undefined;
    });
  };
  const keysOf = async (query: { type: 'inv' | 'stop'; drill?: 'true' | 'false' }): Promise<string[]> => {
    const about = query.type === 'stop' ? { batch } : {};
    const { records } = await quality.client.read('records', {}, { ...query, ...about });
    return records.map(({ key }) => key);
  };

  beforeAll(async () => {
    gateway = await newTestGateway();
    [maker, quality] = await Promise.all([gateway.actor('cdmo-production'), gateway.actor('cdmo-qp')]);
    const payload = await sampleBatch(maker.client);
    batch = payload.batch;
    await send(maker, batchActs.register, payload);
  }, 120_000);
  afterAll(() => gateway.remove());

  it('is sealed by the gateway like any other, and the read says when', async () => {
    const seen = await sealed(drill, true);
    expect(seen.investigation).toMatchObject({ drill: true });
    const { transactions } = await quality.client.read('transactions', {});
    const stop = transactions.find(({ act }) => act === 'stop');
    expect(seen.sealedAt !== null && stop !== undefined && seen.sealedAt >= stop.at).toBe(true);
    await sealed(earnest, false);
  });

  it('is told apart in lists of records, and asked of no other type', async () => {
    expect(await keysOf({ type: 'inv', drill: 'true' })).toEqual([`inv~${drill}`]);
    expect(await keysOf({ type: 'inv', drill: 'false' })).toEqual([`inv~${earnest}`]);
    expect((await keysOf({ type: 'inv' })).sort()).toEqual([`inv~${drill}`, `inv~${earnest}`].sort());
    expect(await keysOf({ type: 'stop', drill: 'true' })).toEqual([`stop~${batch}~${drill}`]);
    const other = quality.client.read('records', {}, { type: 'ship', drill: 'true' });
    await expect(other).rejects.toMatchObject({ code: 'QUERY_INVALID' });
  });

  it('is told apart by a search', async () => {
    const { hits } = await quality.client.read('search', {}, { q: drill });
    expect(hits.map(({ type, drill: isDrill }) => [type, isDrill])).toEqual([['inv', true]]);
    const other = await quality.client.read('search', {}, { q: earnest });
    expect(other.hits.map(({ type, drill: isDrill }) => [type, isDrill])).toEqual([['inv', false]]);
  });

  it('is told apart in the trail of a batch and in the own transactions', async () => {
    const { lines } = await quality.client.read('trail', { id: batch });
    const { transactions } = await quality.client.read('transactions', {});
    for (const told of [lines, transactions]) {
      const stops = told.filter(({ act }) => act === 'stop');
      expect(stops.map((line) => [line.keys.includes(`stop~${batch}~${drill}`), line.drill]).sort()).toEqual([
        [false, false],
        [true, true],
      ]);
    }
    expect(lines.filter(({ contract }) => contract === 'Batch').map((line) => line.drill)).toEqual([false]);
  });
});
