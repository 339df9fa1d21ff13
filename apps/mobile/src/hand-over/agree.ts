/** Makes the one command of a hand-over on both phones, and checks what the other one signed. */
import type { Command, CommandSignature, Envelope } from '@yaosu/chaincode/model/kernel/command';
import { fromBase64url } from '@yaosu/chaincode/signing/bytes';
import { kidOf, signedBytes } from '@yaosu/chaincode/signing/command-bytes';
import { offeredCommand, type Offered, type Side } from '@yaosu/chaincode/signing/offered-hand-over';
import { isSignedBy } from '@yaosu/chaincode/signing/verify-signature';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { random128 } from '@yaosu/identity/keys/own-command';
import { signCommand } from '@yaosu/identity/keys/signing-key';
import { webVerifyPrimitive } from '@yaosu/identity/keys/web-verify';
import type { AnswerMessage, OfferMessage } from './messages.js';

type Signatory = OfferMessage['g'];

/** Who signs on this phone. */
export const signatoryOf = ({ enterprise, key }: DeviceSession): Signatory => ({
  e: enterprise,
  k: key.kid,
  p: key.publicKey,
});

/** A fresh offer. */
export const newOffer = (
  session: DeviceSession,
  goods: Pick<OfferMessage, 'a' | 's' | 'c' | 'e' | 'w'>,
): OfferMessage => ({
  t: 'offer',
  l: session.ledgerId,
  n: random128(),
  ...goods,
  at: new Date().toISOString(),
  g: signatoryOf(session),
});

/** What an offer says, in the words of the ledger. */
export const offeredOf = ({ a, s, c, e, w, n, at }: OfferMessage): Offered => ({
  shipment: s,
  step: a,
  counted: c,
  seals: e,
  refusal: w === null ? null : { reason: w.r, evidence: w.d },
  nonce: n,
  capturedAt: at,
});

const sideOf = ({ e, k }: Pick<Signatory, 'e' | 'k'>): Side => ({ enterprise: e, kid: k });

/** The command of an offer and its taker: the same bytes on both phones. */
export const commandOf = (offer: OfferMessage, taker: Pick<Signatory, 'e' | 'k'>): Command =>
  offeredCommand(offer.l, offeredOf(offer), sideOf(offer.g), sideOf(taker));

const signatureOf = (signature: string): CommandSignature => ({ alg: 'ES256', form: 'p1363', signature });

/** Whether a signatory's key is the one that it names, and signed this command. */
export const hasSigned = async (command: Command, who: Signatory, signature: string): Promise<boolean> => {
  if (kidOf(fromBase64url(who.p)) !== who.k) return false;
  const signed = { cmd: command.cmd, bytes: signedBytes(command) };
  return isSignedBy(signed, signatureOf(signature), { publicKey: who.p, webauthn: null }, webVerifyPrimitive);
};

/** The second side's answer to whatever it is asked to sign: its key, and its signature of the command with that key in it. */
export const answeredBy = async (
  session: DeviceSession,
  { n }: Pick<OfferMessage, 'n'>,
  commandWith: (second: Signatory) => Command,
): Promise<AnswerMessage> => {
  const second = signatoryOf(session);
  const { signature } = await signCommand(session.key, commandWith(second));
  return { t: 'answer', n, k: second, s: signature };
};

/** The taker's answer to an offer. */
export const answerTo = (session: DeviceSession, offer: OfferMessage): Promise<AnswerMessage> =>
  answeredBy(session, offer, (taker) => commandOf(offer, taker));

/** The command with both signatures, in the order of its parties. */
export const envelopeOf = (command: Command, giver: string, taker: string): Envelope => ({
  command,
  signatures: [signatureOf(giver), signatureOf(taker)],
});
