/** Makes the one command of a hand-over on both phones, and checks what the other one signed. */
import type { Command, CommandSignature, Envelope } from '@yaosu/chaincode/model/kernel/command';
import { shipmentActs } from '@yaosu/chaincode/model/shipment/acts';
import { fromBase64url } from '@yaosu/chaincode/signing/bytes';
import { kidOf, signedBytes } from '@yaosu/chaincode/signing/command-bytes';
import { newCommand } from '@yaosu/chaincode/signing/new-command';
import { isSignedBy } from '@yaosu/chaincode/signing/verify-signature';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { random128 } from '@yaosu/identity/keys/own-command';
import { signCommand } from '@yaosu/identity/keys/device-key';
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

/** What an offer says, as the act's payload; all of it is on both phones. */
const payloadOf = ({ a, s, c, e, w }: OfferMessage): Record<string, unknown> => {
  if (a === 'refuse') return { shipment: s, reason: w?.r, evidence: w?.d };
  const goods = { shipment: s, counted: c, seals: e };
  return a === 'handOver' ? { ...goods, at: null } : goods;
};

/** The command of an offer and its taker: the same bytes on both phones. */
export const commandOf = (offer: OfferMessage, taker: Signatory): Command => {
  const act = shipmentActs[offer.a];
  return newCommand({
    act,
    ledgerId: offer.l,
    parties: [
      { role: 'giver', enterprise: offer.g.e, kid: offer.g.k },
      { role: 'taker', enterprise: taker.e, kid: taker.k },
    ],
    payload: payloadOf(offer),
    seenHash: null,
    nonce: offer.n,
    capturedAt: offer.at,
  });
};

const signatureOf = (signature: string): CommandSignature => ({ alg: 'ES256', form: 'p1363', signature });

/** Whether a signatory's key is the one that it names, and signed this command. */
export const hasSigned = async (command: Command, who: Signatory, signature: string): Promise<boolean> => {
  if (kidOf(fromBase64url(who.p)) !== who.k) return false;
  const signed = { cmd: command.cmd, bytes: signedBytes(command) };
  return isSignedBy(signed, signatureOf(signature), { publicKey: who.p, webauthn: null }, webVerifyPrimitive);
};

/** The taker's answer to an offer. */
export const answerTo = async (session: DeviceSession, offer: OfferMessage): Promise<AnswerMessage> => {
  const taker = signatoryOf(session);
  const { signature } = await signCommand(session.key, commandOf(offer, taker));
  return { t: 'answer', n: offer.n, k: taker, s: signature };
};

/** The command with both signatures, in the order of its parties. */
export const envelopeOf = (command: Command, giver: string, taker: string): Envelope => ({
  command,
  signatures: [signatureOf(giver), signatureOf(taker)],
});
