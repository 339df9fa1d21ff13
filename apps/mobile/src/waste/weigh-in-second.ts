/** The driver's side of a weigh-in: shows what the scales say, signs, shows the answer. */
import { kilograms } from '@yaosu/chaincode/model/kernel/quantity';
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { encodeMessage, type WeighInMessage } from '../hand-over/messages.js';
import { newQr } from '../hand-over/qr.js';
import { maySign } from '../session/may-sign.js';
import type { Reference } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { drumWord } from '../texts/words.js';
import { fill, h } from '../ui/h.js';
import { manifestLine, manifestWay } from './manifest-facts.js';
import { answerWeighIn, drumsOf } from './weigh-in.js';

/** The page on which the driver signs. */
export const weighInSecond = (
  session: DeviceSession,
  reference: Reference,
  request: WeighInMessage,
): HTMLElement => {
  const manifest = reference.manifests.find((each) => each.manifest === request.m);
  const isForMe = request.l === session.ledgerId && request.g.e === manifest?.disposer;
  const drums = manifest === undefined ? undefined : drumsOf(request, manifest);
  if (
    manifest === undefined ||
    drums === undefined ||
    !isForMe ||
    !maySign(session, wasteActs.accept, 'driver')
  ) {
    return h('p', { class: 'problem', role: 'alert' }, t('notForYou'));
  }
  const box = h('section');
  const sign = async (): Promise<void> => {
    const code = await newQr(encodeMessage(await answerWeighIn(session, request, drums)));
    fill(box, h('p', {}, t('showThis')), code);
  };
  const weights = drums.map(({ drum, verdict, gross, net }, at) => {
    const scales = `${t('grossOf')} ${kilograms(gross)} · ${t('net')} ${kilograms(net)}`;
    return h(
      'div',
      {},
      h('h3', { class: 'code' }, `${String(at + 1)}. ${drum.slice(0, 10)}… · ${drumWord(verdict)}`),
      h('p', {}, scales),
    );
  });
  const card = h(
    'div',
    { class: 'card' },
    h('h3', {}, manifestLine(manifest)),
    manifestWay(manifest, reference),
  );
  fill(box, card, h('div', { class: 'card' }, ...weights), h('button', { onClick: sign }, t('signWeights')));
  return box;
};
