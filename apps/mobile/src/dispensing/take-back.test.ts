import { beforeAll, describe, expect, it } from '@jest/globals';
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import { packHash } from '@yaosu/chaincode/signing/code-hash';
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { hasSigned, signatoryOf } from '../hand-over/agree.js';
import { decodeMessage, encodeMessage, type TakeBackMessage } from '../hand-over/messages.js';
import { sessionAt } from '../testing/session-at.js';
import { answerTakeBack, takeBackCommand } from './take-back.js';

describe('a reversal on two phones', () => {
  let second: DeviceSession;
  let request: TakeBackMessage;

  beforeAll(async () => {
    const [first, other] = await Promise.all([sessionAt('renxin-pharmacy'), sessionAt('renxin-pharmacy')]);
    second = other;
    request = {
      t: 'takeBack',
      l: first.ledgerId,
      n: '1'.repeat(32),
      i: '06901234000009',
      x: 'S-77',
      p: '6901008000013',
      w: 'The customer brought it back unopened.',
      z: '2'.repeat(32),
      h: 'e'.repeat(64),
      at: '2026-11-28T08:00:00.000Z',
      g: signatoryOf(first),
    };
  });

  it('is one command on both: the pack and the reason that the second one reads', async () => {
    const shown = decodeMessage(encodeMessage(request)) as TakeBackMessage;
    const answer = await answerTakeBack(second, shown);
    const command = takeBackCommand(request, answer.k);
    expect(await hasSigned(command, answer.k, answer.s)).toBe(true);
    expect(codeActs.reverse.input.parse(command.payload)).toEqual({
      unit: packHash('06901234000009', 'S-77'),
      site: '6901008000013',
      reason: plaintextDigest(request.z, { text: request.w }),
    });
    expect(command.parties.map(({ role }) => role)).toEqual(Object.keys(codeActs.reverse.parties));
  });

  it.each<readonly [string, Partial<TakeBackMessage>]>([
    ['pack', { x: 'S-78' }],
    ['counter', { p: '6901008000020' }],
    ['reason', { w: 'Another.' }],
    ['record', { h: 'd'.repeat(64) }],
  ])('takes no signature for another %s', async (_, change) => {
    const answer = await answerTakeBack(second, request);
    expect(await hasSigned(takeBackCommand({ ...request, ...change }, answer.k), answer.k, answer.s)).toBe(
      false,
    );
  });
});
