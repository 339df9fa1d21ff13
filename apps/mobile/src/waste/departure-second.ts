/** The generator's side of a departure: shows what leaves, signs, shows the answer. */
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { encodeMessage, type DepartMessage } from '../hand-over/messages.js';
import { newQr } from '../hand-over/qr.js';
import { maySign } from '../session/may-sign.js';
import type { Reference } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { answerDeparture } from './departure.js';
import { gateWords } from './departure-form.js';
import { manifestLine, manifestWay } from './manifest-facts.js';

/** The page on which the keeper signs. */
export const departureSecond = (
  session: DeviceSession,
  reference: Reference,
  request: DepartMessage,
): HTMLElement => {
  const manifest = reference.manifests.find((each) => each.manifest === request.m);
  const isForMe = request.l === session.ledgerId && request.g.e === manifest?.carrier;
  const isMine =
    manifest?.generator === session.enterprise && maySign(session, wasteActs.depart, 'generator');
  if (manifest === undefined || !isForMe || !isMine) {
    return h('p', { class: 'problem', role: 'alert' }, t('notForYou'));
  }
  const box = h('section');
  const sign = async (): Promise<void> => {
    const code = await newQr(encodeMessage(await answerDeparture(session, request)));
    fill(box, h('p', {}, t('showThis')), code);
  };
  const stopped = gateWords(manifest, reference);
  const card = h(
    'div',
    { class: 'card' },
    h('h3', {}, manifestLine(manifest)),
    manifestWay(manifest, reference),
  );
  fill(box, card, stopped ?? h('button', { onClick: sign }, t('signDeparture')));
  return box;
};
