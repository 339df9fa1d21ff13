import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Step } from './testing/probe-contract.js';
import {
  CDMO,
  LOGISTICS,
  MANUFACTURER,
  newProbeDefinition,
  put,
  REGULATOR,
  TestLedger,
} from './testing/test-ledger.js';

const VALID = 0;
const POLICY = 10;
const MVCC = 11;
const MEMBERS = [MANUFACTURER, REGULATOR];

const collection = (name: string, blockToLive = 0) => ({
  name,
  members: MEMBERS,
  requiredPeerCount: 0,
  maxPeerCount: 1,
  blockToLive,
  memberOnlyRead: true,
  memberOnlyWrite: true,
});
const own = { ...collection('own'), endorsementPolicy: { n: 2, of: MEMBERS.map((peer) => ({ peer })) } };
const pair = { endorsers: [MANUFACTURER, REGULATOR] } as const;

const read = (name: string, key = 'k'): Step => ({ call: 'getPrivateData', args: [name, key] });
const readHash = (name: string, key = 'k'): Step => ({ call: 'getPrivateDataHash', args: [name, key] });
const write = (name: string, value = 'secret'): Step => ({
  call: 'putPrivateData',
  args: [name, 'k', { hex: Buffer.from(value).toString('hex') }],
});
const act = (call: string, name: string): Step => ({ call, args: [name, 'k'] });

describe('private data', () => {
  let test: TestLedger;
  beforeEach(async () => {
    const collections = [collection('plain'), own, collection('brief', 2)];
    test = await TestLedger.open({ chaincodes: [newProbeDefinition({ collections })] });
  });
  afterEach(() => test.close());

  it('gives members the value, everybody the hash, and says what a peer does not have', async () => {
    expect(await test.submit([write('own')], pair)).toBe(VALID);
    expect(await test.evaluate([read('own')])).toEqual(['secret']);
    const [hash] = await test.evaluate([{ ...readHash('own') }], { as: CDMO });
    expect(hash).toBe(createHash('sha256').update('secret').digest().toString('utf8'));
    expect(await test.evaluate([read('own')], { as: CDMO })).toEqual([
      { error: expect.stringContaining('tx creator does not have read access permission') },
    ]);
    expect(await test.evaluate([read('own'), read('own', 'absent')], { endorsers: [LOGISTICS] })).toEqual([
      { error: expect.stringContaining('private data matching public hash version is not available') },
      '',
    ]);
  });

  it("asks for the collection's endorsers, and for the chaincode's beside a public write", async () => {
    expect(await test.submit([write('own'), put('k', '1')], pair)).toBe(POLICY);
    expect(await test.submit([write('plain')], pair)).toBe(POLICY);
  });

  it.each([
    { name: 'a value', step: read('own') },
    { name: 'a hash', step: readHash('own') },
  ])('makes a reader of $name stale', async ({ step }) => {
    await test.submit([write('own')], pair);
    const held = await test.endorse([step, write('own', 'mine')], pair);
    await test.submit([write('own', 'other')], pair);
    expect(await test.order(held)).toEqual([MVCC]);
  });

  it('forgets what has lived its blocks', async () => {
    await test.submit([write('brief')], { endorsers: [MANUFACTURER, REGULATOR, CDMO] });
    for (const value of ['1', '2']) await test.submit([put('x', value)]);
    expect(await test.evaluate([read('brief')])).toEqual(['secret']);
    const stale = await test.endorse([readHash('brief')]);
    await test.submit([put('x', '3')]);
    expect(await test.evaluate([read('brief'), readHash('brief')])).toEqual(['', '']);
    expect(await test.order(stale)).toEqual([MVCC]);
  });

  it.each(['deletePrivateData', 'purgePrivateData'])('%s leaves neither value nor hash', async (call) => {
    await test.submit([write('own')], pair);
    expect(await test.submit([act(call, 'own')], pair)).toBe(VALID);
    expect(await test.submit([act(call, 'own')], pair)).toBe(VALID);
    expect(await test.evaluate([read('own'), readHash('own')])).toEqual(['', '']);
  });

  it("lets an organisation's own collection be written with its endorsement only", async () => {
    const name = `_implicit_org_${CDMO}`;
    expect(await test.submit([write(name)], { endorsers: [CDMO] })).toBe(VALID);
    expect(await test.submit([write(name)], { endorsers: [MANUFACTURER] })).toBe(POLICY);
    expect(await test.evaluate([read(name)], { endorsers: [CDMO] })).toEqual(['secret']);
  });

  it('does not plan endorsers to whom transient data may not be shown', async () => {
    const planned = { endorsers: [], transient: { salt: Buffer.from('s') } };
    await expect(test.endorse([write('plain')], planned)).rejects.toMatchObject({
      message: expect.stringContaining('not in the distribution policy'),
      details: { status: 'FAILED_PRECONDITION' },
    });
    expect(await test.submit([write('own')], planned)).toBe(VALID);
  });

  it('rules range queries and writes out of one transaction', async () => {
    const range: Step = { call: 'getPrivateDataByRange', args: ['own', '', ''], take: 10 };
    const [, refused] = await test.evaluate([range, write('own')]);
    expect(refused).toEqual({
      error: expect.stringContaining('queries on pvt data. Writes are not allowed'),
    });
    const [, tooLate] = await test.evaluate([write('own'), range]);
    expect(tooLate).toEqual({ error: expect.stringContaining('only in a read-only transaction') });
  });
});
