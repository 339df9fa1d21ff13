/** A manifest: what is on it; at the gate it departs or is refused, on the road it goes on, at the acceptor's it is weighed in. */
import { wasteActs } from '@yaosu/chaincode/model/waste/acts';
import { LOADING_REFUSALS, MANIFEST_ACTS } from '@yaosu/chaincode/model/waste/states';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { signOwn } from '@yaosu/identity/keys/own-command';
import { refusalForm } from '../evidence/refusal-form.js';
import { loadOfManifest } from '../incident/load-of.js';
import { reportLink } from '../incident/report-link.js';
import type { Outbox } from '../outbox/outbox.js';
import { maySign } from '../session/may-sign.js';
import { asOfLine } from '../shipments/as-of-line.js';
import type { Manifest, Reference } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { loadingRefusalWord } from '../texts/words.js';
import { fill, h } from '../ui/h.js';
import { leadingTo } from '../ui/leading-to.js';
import { kilograms } from '@yaosu/chaincode/model/kernel/quantity';
import { mayDepart } from './departure.js';
import { departureForm, gateWords } from './departure-form.js';
import { manifestLine, manifestWay } from './manifest-facts.js';
import { roadForm } from './road-form.js';
import { mayGiveWaste } from './road-hand-over.js';
import { mayWeighIn } from './weigh-in.js';
import { weighInForm } from './weigh-in-form.js';

const FROM: readonly Manifest['state'][] = MANIFEST_ACTS.refuseLoading;

/** Whether this person may refuse to load a manifest that is still at the gate. */
export const mayRefuseLoading = (session: DeviceSession, { carrier, state }: Manifest): boolean =>
  carrier === session.enterprise &&
  FROM.includes(state) &&
  maySign(session, wasteActs.refuseLoading, 'driver');

const refusing = (session: DeviceSession, outbox: Outbox, { manifest, code }: Manifest): HTMLElement =>
  refusalForm({
    kind: 'loadingRefusal',
    reasons: LOADING_REFUSALS,
    wordOf: (reason) => loadingRefusalWord(reason),
    button: t('signRefusal'),
    done: async (reason, evidence, digest) => {
      const leadOn = leadingTo('#/outbox');
      const payload = { manifest, reason, evidence: digest };
      const envelope = await signOwn(session, { act: wasteActs.refuseLoading, payload, seenHash: null });
      await outbox.add(`${t('refuseLoading')} ${code}`, envelope, evidence);
      leadOn();
    },
  });

/** The page of it. */
export const manifestPage = (
  session: DeviceSession,
  outbox: Outbox,
  manifest: Manifest,
  reference: Reference,
): HTMLElement => {
  const box = h('section');
  const opens = (title: string, form: () => HTMLElement | Promise<HTMLElement>): HTMLElement =>
    h('button', { class: 'plain', onClick: async () => fill(box, h('h2', {}, title), await form()) }, title);
  const parts = { session, outbox, manifest, reference, box };
  const refuse = (): HTMLElement => opens(t('refuseLoading'), () => refusing(session, outbox, manifest));
  const departing = async (): Promise<HTMLElement> => h('div', {}, await departureForm(parts), refuse());
  const stopped = mayDepart(session, manifest) ? gateWords(manifest, reference) : null;
  const acts = [
    mayDepart(session, manifest) && stopped === null && opens(t('depart'), departing),
    mayGiveWaste(session, manifest) && opens(t('giveWaste'), () => roadForm(parts)),
    mayRefuseLoading(session, manifest) && refuse(),
    mayWeighIn(session, manifest) && opens(t('weighIn'), () => weighInForm(parts)),
  ].filter((act) => act !== false);
  const none = h('p', { class: 'quiet' }, t('nothingNext'));
  fill(box, stopped, h('h2', {}, t('next')), ...(acts.length === 0 ? [none] : acts));
  const drums = manifest.lines.map(({ drum, sent }, i) =>
    h('p', {}, `${String(i + 1)}. ${kilograms(sent.gross)} · ${drum.slice(0, 10)}…`),
  );
  return h(
    'section',
    {},
    asOfLine(reference.asOf),
    h(
      'div',
      { class: 'card' },
      h('h3', {}, manifestLine(manifest)),
      manifestWay(manifest, reference),
      ...drums,
    ),
    box,
    reportLink(session, loadOfManifest(manifest)),
  );
};
