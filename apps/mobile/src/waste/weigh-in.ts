/** What the acceptor's scales say, signed by its keeper and the driver: one command, made on the phone of the first. */
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { decimal, toMillionths } from '@yaosu/chaincode/model/kernel/quantity';
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import type { ReceivedDrum } from '@yaosu/chaincode/model/waste/manifest-schemas';
import { MANIFEST_ACTS } from '@yaosu/chaincode/model/waste/states';
import { newCommand } from '@yaosu/chaincode/signing/new-command';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { random128 } from '@yaosu/identity/keys/own-command';
import { answeredBy, signatoryOf } from '../hand-over/agree.js';
import type { AnswerMessage, WeighInMessage } from '../hand-over/messages.js';
import { maySign } from '../session/may-sign.js';
import type { Manifest } from '../shipments/reference.js';

const FROM: readonly Manifest['state'][] = MANIFEST_ACTS.accept;
const MILLIONTHS_A_GRAM = 1_000n;

/** Whether this person may weigh a manifest in that is on its way here. */
export const mayWeighIn = (session: DeviceSession, { disposer, state }: Manifest): boolean =>
  disposer === session.enterprise && FROM.includes(state) && maySign(session, wasteActs.accept, 'acceptor');

/** Kilograms as typed → grams; undefined for what is no weight in whole grams. */
export const gramsOf = (typed: string): bigint | undefined => {
  const { success, data } = decimal.safeParse(typed.trim());
  if (!success) return undefined;
  const millionths = toMillionths(data);
  return millionths % MILLIONTHS_A_GRAM === 0n ? millionths / MILLIONTHS_A_GRAM : undefined;
};

/** What is said of a drum from its weights as typed; a missing one weighs nothing. Undefined for impossible weights. */
export const weighed = (
  drum: string,
  verdict: ReceivedDrum['verdict'],
  typed: { readonly gross: string; readonly tare: string },
): ReceivedDrum | undefined => {
  if (verdict === 'missing') return { drum, verdict, gross: '0', tare: '0', net: '0' };
  const [gross, tare] = [gramsOf(typed.gross), gramsOf(typed.tare)];
  if (gross === undefined || tare === undefined || gross < tare) return undefined;
  return { drum, verdict, gross: String(gross), tare: String(tare), net: String(gross - tare) };
};

/** A request for the driver's signature. @param drums in the order of the manifest @param ticket digest of the weighbridge's */
export const newWeighIn = (
  session: DeviceSession,
  { manifest }: Manifest,
  drums: readonly ReceivedDrum[],
  ticket: string,
): WeighInMessage => ({
  t: 'weighIn',
  l: session.ledgerId,
  n: random128(),
  m: manifest,
  d: drums.map(({ verdict, gross, tare }) => [verdict, gross, tare]),
  w: ticket,
  at: new Date().toISOString(),
  g: signatoryOf(session),
});

/** What a request says of the drums of its manifest; undefined where it is not about all of them. */
export const drumsOf = (
  { d }: Pick<WeighInMessage, 'd'>,
  { lines }: Pick<Manifest, 'lines'>,
): readonly ReceivedDrum[] | undefined => {
  if (d.length !== lines.length) return undefined;
  const drums = lines.map(({ drum }) => drum);
  return d.map(([verdict, gross, tare], at) => ({
    ...{ drum: drums[at] ?? '', verdict, gross, tare },
    net: String(BigInt(gross) - BigInt(tare)),
  }));
};

/** The command of a request and the driver who signs it: the same bytes on both phones. */
export const weighInCommand = (
  { l, n, m, w, at, g }: WeighInMessage,
  drums: readonly ReceivedDrum[],
  driver: AnswerMessage['k'],
): Command =>
  newCommand({
    act: wasteActs.accept,
    ledgerId: l,
    parties: [
      { role: 'acceptor', enterprise: g.e, kid: g.k },
      { role: 'driver', enterprise: driver.e, kid: driver.k },
    ],
    payload: { manifest: m, drums: [...drums], weighbridge: w },
    seenHash: null,
    nonce: n,
    capturedAt: at,
  });

/** The driver's answer to what is said of the drums. */
export const answerWeighIn = (
  session: DeviceSession,
  request: WeighInMessage,
  drums: readonly ReceivedDrum[],
): Promise<AnswerMessage> => answeredBy(session, request, (driver) => weighInCommand(request, drums, driver));
