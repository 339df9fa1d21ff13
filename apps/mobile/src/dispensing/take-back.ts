/** Taking a dispensing back (冲正): one command of two persons, made on the phone of the first and signed on both. */
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { packHash } from '@yaosu/chaincode/signing/code-hash';
import { newCommand } from '@yaosu/chaincode/signing/new-command';
import { plaintextDigest } from '@yaosu/chaincode/signing/plaintext-digest';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { seenHashOf } from '@yaosu/gateway/api/seen-hash';
import { storeDocument } from '@yaosu/gateway/api/store-document';
import { random128 } from '@yaosu/identity/keys/own-command';
import { answeredBy, signatoryOf } from '../hand-over/agree.js';
import type { AnswerMessage, TakeBackMessage } from '../hand-over/messages.js';
import { api } from '../lib/api.js';
import { inSession } from '../session/session.js';

/** What is taken back, where and why. */
export interface TakingBack {
  readonly gtin: string;
  readonly serial: string;
  readonly site: string;
  readonly reason: string;
}

type Payload = Readonly<Record<'unit' | 'site' | 'reason', string>>;

const payloadOf = ({ i, x, p, w, z }: Pick<TakeBackMessage, 'i' | 'x' | 'p' | 'w' | 'z'>): Payload => ({
  unit: packHash(i, x),
  site: p,
  reason: plaintextDigest(z, { text: w }),
});

/** A request for the second signature; the reason is stored first. @throws ApiError, or TypeError without signal */
export const newTakeBack = async (
  session: DeviceSession,
  { gtin, serial, site, reason }: TakingBack,
): Promise<TakeBackMessage> => {
  const said = { i: gtin, x: serial, p: site, w: reason, z: random128() };
  const seenHash = await inSession(session, async () => {
    await storeDocument(api, said.z, { text: reason });
    return seenHashOf(api, codeActs.reverse, payloadOf(said));
  });
  return {
    t: 'takeBack',
    l: session.ledgerId,
    n: random128(),
    ...said,
    h: seenHash ?? '',
    at: new Date().toISOString(),
    g: signatoryOf(session),
  };
};

/** The command of a request and its second signer: the same bytes on both phones. */
export const takeBackCommand = (request: TakeBackMessage, second: AnswerMessage['k']): Command =>
  newCommand({
    act: codeActs.reverse,
    ledgerId: request.l,
    parties: [
      { role: 'pharmacist', enterprise: request.g.e, kid: request.g.k },
      { role: 'second', enterprise: second.e, kid: second.k },
    ],
    payload: payloadOf(request),
    seenHash: request.h,
    nonce: request.n,
    capturedAt: request.at,
  });

/** The second person's answer. */
export const answerTakeBack = (session: DeviceSession, request: TakeBackMessage): Promise<AnswerMessage> =>
  answeredBy(session, request, (second) => takeBackCommand(request, second));
