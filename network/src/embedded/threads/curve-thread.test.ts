import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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

/** So much else at the same time that the thread is asked; alone, the ledger's own thread does it. */
const COMPANY = [0, 20];

/** Asks for something among other signatures. */
const among = async <T>(others: number, ask: () => Promise<T>): Promise<T> => {
  const company = Array.from({ length: others }, (_, i) => thread.sign(Buffer.of(i), privateKey));
  const asked = ask();
  await Promise.all(company);
  return asked;
};

describe.each(COMPANY)('with %i others', (others) => {
  test.each([
    ['thread', 'pool'],
    ['pool', 'thread'],
  ])('what the %s signs, the %s accepts, and nothing else', async (signing, checking) => {
    const curves: Record<string, Curve> = { thread, pool: poolCurve };
    const [signer, checker] = [curves[signing] as Curve, curves[checking] as Curve];
    const signature = await among(others, () => signer.sign(message, privateKey));
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
    const isRight = (text: Uint8Array, key = publicKey, by = signature): Promise<boolean> =>
      among(others, () => checker.verify(text, key, by));
    expect(await isRight(message)).toBe(true);
    expect(await isRight(Buffer.from('another message'))).toBe(false);
    expect(await isRight(message, other)).toBe(false);
    expect(await isRight(message, publicKey, signature.subarray(1))).toBe(false);
  });

  test('of a view on larger bytes only the view is signed', async () => {
    const view = Buffer.from('xxa messagexx').subarray(2, 11);
    const signature = await among(others, () => thread.sign(view, privateKey));
    expect(await poolCurve.verify(message, publicKey, signature)).toBe(true);
  });

  test('a key that cannot sign fails its own task and no other', async () => {
    const [refused, signature] = await among(others, () =>
      Promise.allSettled([
        thread.sign(message, createPublicKey(privateKey)),
        thread.sign(message, privateKey),
      ]),
    );
    expect(refused).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringContaining('The thread of signatures') },
    });
    expect(signature.status).toBe('fulfilled');
  });
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

test('after it was closed every question is refused', async () => {
  const closed = new CurveThread(() => undefined);
  await closed.close();
  await expect(closed.sign(message, privateKey)).rejects.toThrow('The ledger is closed');
});
