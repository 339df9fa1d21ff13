import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { poolCurve, type Curve } from '../msp/curve.js';
import { CurveThread } from './curve-thread.js';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const message = Buffer.from('a message');
let thread: Curve;

beforeAll(() => {
  thread = new CurveThread((error) => {
    throw error;
  });
});

afterAll(() => thread.close());

test.each([
  ['thread', 'pool'],
  ['pool', 'thread'],
])('what the %s signs, the %s accepts, and nothing else', async (signing, checking) => {
  const curves: Record<string, Curve> = { thread, pool: poolCurve };
  const [signer, checker] = [curves[signing] as Curve, curves[checking] as Curve];
  const signature = await signer.sign(message, privateKey);
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
  expect(await checker.verify(message, publicKey, signature)).toBe(true);
  expect(await checker.verify(Buffer.from('another message'), publicKey, signature)).toBe(false);
  expect(await checker.verify(message, other, signature)).toBe(false);
  expect(await checker.verify(message, publicKey, signature.subarray(1))).toBe(false);
});

test('many at once get their own answers, each under its own key', async () => {
  const pairs = Array.from({ length: 20 }, () => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  const signatures = await Promise.all(pairs.map((pair, i) => thread.sign(Buffer.of(i), pair.privateKey)));
  const answers = await Promise.all(
    signatures.flatMap((signature, i) =>
      pairs.map((pair, k) =>
        thread.verify(Buffer.of(i), pair.publicKey, signature).then((isRight) => isRight === (i === k)),
      ),
    ),
  );
  expect(answers).toHaveLength(400);
  expect(answers).not.toContain(false);
});

test('of a view on larger bytes only the view is signed', async () => {
  const signature = await thread.sign(Buffer.from('xxa messagexx').subarray(2, 11), privateKey);
  expect(await poolCurve.verify(message, publicKey, signature)).toBe(true);
});

test('a key that cannot sign fails its own task and no other', async () => {
  const refused = thread.sign(message, createPublicKey(privateKey));
  const signature = thread.sign(message, privateKey);
  await expect(refused).rejects.toThrow('The thread of signatures');
  expect(await poolCurve.verify(message, publicKey, await signature)).toBe(true);
});

test('after it was closed every question is refused', async () => {
  const closed = new CurveThread(() => undefined);
  await closed.close();
  await expect(closed.sign(message, privateKey)).rejects.toThrow('The ledger is closed');
});
