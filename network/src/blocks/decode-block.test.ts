import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newProbeDefinition, put, TestLedger } from '../embedded/testing/test-ledger.js';
import type { LedgerTransaction } from '../ledger.js';
import { decodeBlock } from './decode-block.js';

let network: TestLedger;
beforeAll(async () => {
  network = await TestLedger.open({
    chaincodes: [newProbeDefinition(), newProbeDefinition({ name: 'product' })],
  });
});
afterAll(() => network.close());

const keysOf = ({ writes }: LedgerTransaction): readonly string[] => writes.map(({ key }) => key);

it('gives the writes of the namespace that is asked for, whichever chaincode was called', async () => {
  const invoked = ['Probe:run', JSON.stringify([put('product', '1')])];
  const steps = [put('own', '1'), { call: 'invokeChaincode', args: ['product', invoked] }];
  expect(await network.submit(steps)).toBe(0);
  const bytes = await network.ledger.blockBytes((await network.ledger.height()) - 1n);
  const [called] = decodeBlock(bytes).transactions;
  const [product] = decodeBlock(bytes, 'product').transactions;
  expect([keysOf(called!), keysOf(product!)]).toEqual([['own'], ['product']]);
});

it('takes an event from the chaincode that was called alone', async () => {
  await network.submit([put('own', '2'), { call: 'setEvent', args: ['told', 'x'] }]);
  const bytes = await network.ledger.blockBytes((await network.ledger.height()) - 1n);
  expect(decodeBlock(bytes).transactions[0]?.event?.name).toBe('told');
  expect(decodeBlock(bytes, 'product').transactions[0]).toMatchObject({ writes: [] });
  expect(decodeBlock(bytes, 'product').transactions[0]).not.toHaveProperty('event');
});
