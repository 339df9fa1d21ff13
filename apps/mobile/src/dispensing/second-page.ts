/** The second person's side of a reversal: shows what is asked, signs, shows the answer. */
import { codeActs } from '@yaosu/chaincode/model/code/acts';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { encodeMessage, type TakeBackMessage } from '../hand-over/messages.js';
import { newQr } from '../hand-over/qr.js';
import { maySign } from '../session/may-sign.js';
import { t } from '../texts/texts.js';
import { elementWord } from '../texts/words.js';
import { fill, h } from '../ui/h.js';
import { knownCounter } from './counter.js';
import { answerTakeBack } from './take-back.js';

const isForMe = (session: DeviceSession, { l, g }: TakeBackMessage): boolean =>
  l === session.ledgerId && g.e === session.enterprise && maySign(session, codeActs.reverse, 'second');

/** The page on which a second person signs. */
export const secondPage = async (session: DeviceSession, request: TakeBackMessage): Promise<HTMLElement> => {
  const box = h('section');
  if (!isForMe(session, request)) {
    fill(box, h('p', { class: 'problem', role: 'alert' }, t('notForYou')));
    return box;
  }
  const { sites } = await knownCounter(session.enterprise);
  const sign = async (): Promise<void> => {
    const code = await newQr(encodeMessage(await answerTakeBack(session, request)));
    fill(box, h('p', {}, t('signedSecond')), code);
  };
  const site = sites.find(({ gln }) => gln === request.p)?.name ?? request.p;
  fill(
    box,
    h(
      'div',
      { class: 'card' },
      h('h3', {}, t('takeBack')),
      h('p', {}, `${elementWord('01')}: ${request.i}`),
      h('p', {}, `${elementWord('21')}: ${request.x}`),
      h('p', {}, `${t('counter')}: ${site}`),
      h('p', {}, `${t('reason')}: ${request.w}`),
    ),
    h('button', { onClick: sign }, t('signSecond')),
  );
  return box;
};
