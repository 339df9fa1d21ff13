import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { signCommand } from '@yaosu/identity/keys/signing-key';
import { sessionAt } from '../testing/session-at.js';
import { answerTo, commandOf, envelopeOf, hasSigned, newOffer, signatoryOf } from './agree.js';
import { decodeMessage, encodeMessage, type AnswerMessage, type OfferMessage } from './messages.js';

const GOODS = {
  a: 'handOver',
  s: 'b'.repeat(64),
  c: [{ batch: 'c'.repeat(64), quantity: '100' }],
  e: ['LH-1'],
  w: null,
} as const;

describe('a hand-over between two phones', () => {
  let giver: DeviceSession;
  let taker: DeviceSession;
  let other: DeviceSession;
  let offer: OfferMessage;
  let answer: AnswerMessage;

  beforeAll(async () => {
    [giver, taker, other] = (await Promise.all(['linhe', 'jiezhou', 'ruikang'].map(sessionAt))) as [
      DeviceSession,
      DeviceSession,
      DeviceSession,
    ];
    offer = newOffer(giver, { ...GOODS, c: [...GOODS.c], e: [...GOODS.e] });
    answer = await answerTo(taker, offer);
  });

  const isAccepted = (said: OfferMessage, { k, s }: AnswerMessage): Promise<boolean> =>
    hasSigned(commandOf(said, k), k, s);

  it('is one command on both, signed by both', async () => {
    const onGiver = commandOf(offer, answer.k);
    const onTaker = commandOf(decodeMessage(encodeMessage(offer)) as OfferMessage, signatoryOf(taker));
    expect(onTaker).toEqual(onGiver);
    const { signature } = await signCommand(giver.key, onGiver);
    expect(await isAccepted(offer, answer)).toBe(true);
    expect(await hasSigned(onTaker, offer.g, signature)).toBe(true);
    expect(envelopeOf(onGiver, signature, answer.s).signatures.map((one) => one.signature)).toEqual([
      signature,
      answer.s,
    ]);
  });

  it('takes no signature of a foreign key', async () => {
    const foreign = await answerTo(other, offer);
    expect(await isAccepted(offer, { ...answer, s: foreign.s })).toBe(false);
    expect(await isAccepted(offer, { ...answer, k: { ...answer.k, p: foreign.k.p } })).toBe(false);
    expect(await isAccepted(offer, { ...answer, k: { ...answer.k, e: 'ruikang' } })).toBe(false);
  });

  it.each<readonly [string, Partial<OfferMessage>]>([
    ['nonce', { n: '0'.repeat(32) }],
    ['shipment', { s: 'd'.repeat(64) }],
    ['quantity', { c: [{ batch: 'c'.repeat(64), quantity: '99' }] }],
    ['seals', { e: [] }],
    ['act', { a: 'receive' }],
    ['refusal', { a: 'refuse', w: { r: 'damaged', d: 'd'.repeat(64) } }],
    ['ledger', { l: 'e'.repeat(32) }],
    ['time', { at: '2026-11-25T08:00:00.000Z' }],
  ])('takes no signature for another %s', async (_, change) => {
    expect(await isAccepted({ ...offer, ...change }, answer)).toBe(false);
  });
});

describe('a message between two phones', () => {
  const final = { t: 'final', n: '0'.repeat(32), s: 'A'.repeat(86) } as const;

  it('comes back as it was written', () => {
    expect(decodeMessage(encodeMessage(final))).toEqual(final);
  });

  it.each([
    ['another code', '(01)06901234000009(21)S'],
    ['no JSON', 'YAOSU1:{'],
    ['an unknown kind', `YAOSU1:${JSON.stringify({ ...final, t: 'offered' })}`],
    ['a short nonce', `YAOSU1:${JSON.stringify({ ...final, n: '00' })}`],
    ['a short signature', `YAOSU1:${JSON.stringify({ ...final, s: 'A' })}`],
    ['a field too many', `YAOSU1:${JSON.stringify({ ...final, x: 1 })}`],
  ])('is none: %s', (_, code) => {
    expect(decodeMessage(code)).toBeUndefined();
  });
});
