/** The departure of waste: one command of the generator's keeper and the driver, made on the driver's phone. */
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import { MANIFEST_ACTS } from '@yaosu/chaincode/model/waste/states';
import { newCommand } from '@yaosu/chaincode/signing/new-command';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { random128 } from '@yaosu/identity/keys/own-command';
import { answeredBy, signatoryOf } from '../hand-over/agree.js';
import type { AnswerMessage, DepartMessage } from '../hand-over/messages.js';
import { maySign } from '../session/may-sign.js';
import type { Manifest } from '../shipments/reference.js';

const FROM: readonly Manifest['state'][] = MANIFEST_ACTS.depart;

/** Whether this driver may take a manifest out of the gate. */
export const mayDepart = (session: DeviceSession, { carrier, state }: Manifest): boolean =>
  carrier === session.enterprise && FROM.includes(state) && maySign(session, wasteActs.depart, 'driver');

/** A request for the keeper's signature. @param seen hash of the draft */
export const newDeparture = (
  session: DeviceSession,
  { manifest }: Pick<Manifest, 'manifest'>,
  seen: string,
  permit: DepartMessage['p'],
): DepartMessage => ({
  t: 'depart',
  l: session.ledgerId,
  n: random128(),
  m: manifest,
  h: seen,
  p: permit,
  at: new Date().toISOString(),
  g: signatoryOf(session),
});

/** The command of a request and the keeper who signs it: the same bytes on both phones. */
export const departCommand = ({ l, n, m, h, p, at, g }: DepartMessage, keeper: AnswerMessage['k']): Command =>
  newCommand({
    act: wasteActs.depart,
    ledgerId: l,
    parties: [
      { role: 'generator', enterprise: keeper.e, kid: keeper.k },
      { role: 'driver', enterprise: g.e, kid: g.k },
    ],
    payload: { manifest: m, permit: p },
    seenHash: h,
    nonce: n,
    capturedAt: at,
  });

/** The keeper's answer. */
export const answerDeparture = (session: DeviceSession, request: DepartMessage): Promise<AnswerMessage> =>
  answeredBy(session, request, (keeper) => departCommand(request, keeper));
