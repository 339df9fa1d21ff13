import { peer } from '@hyperledger/fabric-protos';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  CDMO,
  MANUFACTURER,
  MEMBERS_ONLY,
  get,
  history,
  newProbeDefinition,
  put,
  range,
  remove,
  TestLedger,
} from '../testing/test-ledger.js';
import type { Step } from '../testing/probe-contract.js';

const { ENDORSEMENT_POLICY_FAILURE, MVCC_READ_CONFLICT, PHANTOM_READ_CONFLICT, VALID } =
  peer.TxValidationCode;

const PROBE = newProbeDefinition({
  module: new URL('../testing/probe-contract.ts', import.meta.url).href,
  collections: [MEMBERS_ONLY],
});

const secret = (key: string): Step => ({ call: 'getPrivateData', args: ['shared', key] });

describe('peers in threads of their own', () => {
  let test: TestLedger;
  let failures: Error[];
  beforeEach(async () => {
    failures = [];
    test = await TestLedger.open({
      chaincodes: [PROBE],
      peerThreads: 2,
      onFatal: (error) => failures.push(error),
    });
  });
  afterEach(() => test.close());

  it('see what was committed before, at whichever thread they run', async () => {
    for (let value = 0; value < 8; value += 1) {
      expect(await test.submit([get('k'), put('k', String(value))])).toBe(VALID);
      const seen = await Promise.all(Array.from({ length: 4 }, () => test.evaluate([get('k')])));
      expect(seen).toEqual(Array.from({ length: 4 }, () => [String(value)]));
    }
    expect(await test.evaluate([history('k')])).toHaveLength(1);
    expect(await test.submit([remove('k')])).toBe(VALID);
    expect(await test.evaluate([get('k')])).toEqual(['']);
  });

  it('conflict as they do in one thread', async () => {
    await test.submit([put('a1', '1')]);
    const [first, second] = [
      await test.endorse([get('a1'), put('a1', '2')]),
      await test.endorse([get('a1'), put('a1', '3')]),
    ];
    expect(await test.order(first, second)).toEqual([VALID, MVCC_READ_CONFLICT]);
    const ranging = await test.endorse([range('a', 'b'), put('z', '1')]);
    await test.submit([put('a2', '1')]);
    expect(await test.order(ranging)).toEqual([PHANTOM_READ_CONFLICT]);
    const few = await test.endorse([put('q', '1')], { endorsers: [MANUFACTURER] });
    expect(await test.order(few)).toEqual([ENDORSEMENT_POLICY_FAILURE]);
  });

  it('keep private values to members', async () => {
    const transient = { value: Buffer.from('terms') };
    const steps = [
      { call: 'putPrivateData', args: ['shared', 'k', { hex: transient.value.toString('hex') }] },
    ];
    expect(await test.submit(steps, { transient })).toBe(VALID);
    expect(await test.evaluate([secret('k')], { as: CDMO, endorsers: [CDMO] })).toEqual(['terms']);
    const [refused] = await test.evaluate([secret('k')], { as: 'LogisticsMSP', endorsers: ['LogisticsMSP'] });
    expect(refused).toEqual({ error: expect.stringContaining('does not have read access') });
  });

  it('tell what a contract refuses with', async () => {
    await expect(test.endorse([{ raise: 'NO {"why":1}' }])).rejects.toMatchObject({
      phase: 'endorse',
      details: { chaincode: true },
      message: expect.stringContaining('NO {"why":1}'),
    });
    await expect(test.evaluate([{ raise: 'NO' }])).rejects.toMatchObject({ phase: 'evaluate' });
  });

  it('run the next version from its block on', async () => {
    await test.submit([put('k', '1')]);
    await test.ledger.upgrade({ ...PROBE, version: '2' });
    expect(await test.submit([get('k'), put('k', '2')])).toBe(VALID);
  });

  it('end the ledger when a thread ends', async () => {
    const crash = test.submit([{ call: 'crash', args: [] }], { endorsers: [MANUFACTURER] });
    await expect(crash).rejects.toThrow('A thread that runs peers has failed');
    expect(failures).toHaveLength(1);
    await expect(test.evaluate([get('k')])).rejects.toThrow('A thread that runs peers has failed');
  });

  it('need to know where the contracts are', async () => {
    const options = { ...test.options, chaincodes: [newProbeDefinition()] };
    await test.close();
    await expect(TestLedger.open(options)).rejects.toThrow('names no module');
    test = await TestLedger.open();
  });
});
