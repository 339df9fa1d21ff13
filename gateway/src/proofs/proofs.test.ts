/** A bundle proves a record by itself, and nothing that was changed passes for one. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import fc from 'fast-check';
import type { Trust } from '../api/checkpoint-schemas.js';
import type { Bundle } from '../api/proof-schemas.js';
import { sampleBatch } from '../testing/sample-batch.js';
import { spoiled } from '../testing/spoil.js';
import { newTestGateway, type Actor, type TestGateway } from '../testing/test-gateway.js';
import { verifyBundle, type Verdict } from './verify/verify-bundle.js';

const RUNS = 1_000;

let gateway: TestGateway;
let maker: Actor;
let trust: Trust;
let bundle: Bundle;
let key: string;

const judge = (value: unknown, trusted: Trust = trust): Promise<Verdict> =>
  verifyBundle(canonicalJson(value), trusted);
const failed = ({ checks }: Verdict): readonly string[] =>
  checks.filter(({ ok }) => !ok).map(({ check }) => check);

beforeAll(async () => {
  gateway = await newTestGateway({ environment: { YAOSU_STORY: '0' } });
  maker = await gateway.actor('cdmo-production');
  const payload = await sampleBatch(maker.client);
  await maker.client.submit(batchActs.register, maker.sign(batchActs.register, payload));
  key = `batch~${payload.batch}`;
  ({ trust } = await maker.client.read('trust', {}));
  ({ bundle } = await maker.client.read('recordProof', { key }));
});
afterAll(() => gateway.remove());

describe('a bundle', () => {
  it('proves the record offline', async () => {
    const verdict = await judge(bundle);
    expect(verdict.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(verdict.ok).toBe(true);
    expect(bundle.records.map((record) => record.key)).toEqual([key]);
    expect(bundle.checkpoint.assurance).toBe('single operator');
  });

  it(`is refused when anything of it is changed (${String(RUNS)} changes)`, async () => {
    const text = canonicalJson(bundle);
    await fc.assert(
      fc.asyncProperty(spoiled(bundle), async (changed) => {
        fc.pre(canonicalJson(changed) !== text);
        expect((await judge(changed)).ok).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  it('is refused when one of its bytes is flipped', async () => {
    const text = Buffer.from(canonicalJson(bundle));
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const flipped = Buffer.from(text);
        flipped.writeUInt8(text.readUInt8(at) ^ (1 << bit), at);
        expect((await verifyBundle(flipped.toString('latin1'), trust)).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('is not given to who may not see the record', async () => {
    const rival = await gateway.actor('rival-production');
    await expect(rival.client.read('recordProof', { key })).rejects.toMatchObject({
      code: 'RECORD_NOT_FOUND',
    });
  });
});

describe('what is wrong is named', () => {
  it.each<[string, (bundle: Bundle) => unknown, string]>([
    [
      'an INVALID transaction',
      (b) => ({ ...b, blocks: b.blocks.map((x) => ({ ...x, flags: '0b' })) }),
      'validity',
    ],
    ['a missing cosignature', (b) => ({ ...b, cosignatures: b.cosignatures.slice(1) }), 'cosignatures'],
    [
      'a cosignature of somebody else',
      (b) => ({
        ...b,
        cosignatures: b.cosignatures.map((each) => ({ ...each, signature: b.cosignatures[0]?.signature })),
      }),
      'cosignatures',
    ],
    ['a fork', (b) => ({ ...b, nodes: b.nodes.map(() => '00'.repeat(32)) }), 'log'],
    [
      'a record that was never written',
      (b) => ({
        ...b,
        records: b.records.map((r) => ({ ...r, value: { ...r.value, disposition: 'released' } })),
      }),
      'records',
    ],
    ['a key that is not shown', (b) => ({ ...b, keys: [] }), 'commands'],
  ])('%s', async (_, change, check) => {
    expect(failed(await judge(change(bundle)))).toContain(check);
  });

  it('another ledger, another host key, another root certificate', async () => {
    const [first, ...others] = trust.organisations;
    const [second] = others;
    const foreign = { ...trust, ledgerId: '0'.repeat(32) };
    expect(failed(await judge(bundle, foreign))).toEqual(['ledger', 'commands']);
    const swapped = [{ ...first!, hostKey: second!.hostKey }, ...others];
    expect(failed(await judge(bundle, { ...trust, organisations: swapped }))).toEqual(['cosignatures']);
    const roots = trust.organisations.map((each) => ({ ...each, rootCertificate: second!.rootCertificate }));
    expect(failed(await judge(bundle, { ...trust, organisations: roots }))).toContain('validity');
    expect(failed(await judge(bundle, { ...trust, quorum: 2, organisations: [first!] }))).toContain(
      'cosignatures',
    );
    const anchors = [{ chainId: 1, contract: `0x${'1'.repeat(40)}` }];
    expect(failed(await judge(bundle, { ...trust, anchors }))).toEqual(['anchor']);
  });
});

describe('checkpoints', () => {
  it('go on, each size once, and follow from each other', async () => {
    const payload = await sampleBatch(maker.client);
    await maker.client.submit(batchActs.register, maker.sign(batchActs.register, payload));
    await gateway.services.checkpoints.make();
    await gateway.services.checkpoints.make();
    const { checkpoints, anchored, forks } = await maker.client.read('checkpoints', {});
    const sizes = checkpoints.map(({ checkpoint }) => checkpoint.size);
    expect(new Set(sizes).size).toBe(sizes.length);
    expect(sizes.length).toBeGreaterThanOrEqual(2);
    expect({ anchored, forks }).toEqual({ anchored: false, forks: [] });
    const page = await maker.client.read('checkpoints', {}, { limit: 1 });
    expect(page.checkpoints).toEqual(checkpoints.slice(0, 1));
  });
});
