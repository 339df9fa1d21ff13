/** Waste goes from one driver to another on the road: one command, made on the phone of who gives it. */
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import { MANIFEST_ACTS } from '@yaosu/chaincode/model/waste/states';
import { newCommand } from '@yaosu/chaincode/signing/new-command';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { random128 } from '@yaosu/identity/keys/own-command';
import { answeredBy, signatoryOf } from '../hand-over/agree.js';
import type { AnswerMessage, WasteOfferMessage } from '../hand-over/messages.js';
import { maySign } from '../session/may-sign.js';
import type { Manifest } from '../shipments/reference.js';

const FROM: readonly Manifest['state'][] = MANIFEST_ACTS.handOver;

/** Whether this driver may give a load of waste to another one. */
export const mayGiveWaste = (session: DeviceSession, { carrier, state }: Manifest): boolean =>
  carrier === session.enterprise && FROM.includes(state) && maySign(session, wasteActs.handOver, 'giver');

/** An offer of the whole load to the driver of a vehicle. */
export const newWasteOffer = (
  session: DeviceSession,
  { manifest, code, lines }: Manifest,
  vehicle: string,
): WasteOfferMessage => ({
  t: 'wasteOffer',
  l: session.ledgerId,
  n: random128(),
  m: manifest,
  c: code,
  d: lines.map(({ drum }) => drum),
  k: [...new Set(lines.map(({ dangerousClass }) => dangerousClass))],
  v: vehicle,
  at: new Date().toISOString(),
  g: signatoryOf(session),
});

/** The command of an offer and its taker: the same bytes on both phones. */
export const wasteOfferCommand = (
  { l, n, m, v, at, g }: WasteOfferMessage,
  taker: AnswerMessage['k'],
): Command =>
  newCommand({
    act: wasteActs.handOver,
    ledgerId: l,
    parties: [
      { role: 'giver', enterprise: g.e, kid: g.k },
      { role: 'taker', enterprise: taker.e, kid: taker.k },
    ],
    payload: { manifest: m, vehicle: v },
    seenHash: null,
    nonce: n,
    capturedAt: at,
  });

/** The taker's answer. */
export const answerWasteOffer = (session: DeviceSession, offer: WasteOfferMessage): Promise<AnswerMessage> =>
  answeredBy(session, offer, (taker) => wasteOfferCommand(offer, taker));
