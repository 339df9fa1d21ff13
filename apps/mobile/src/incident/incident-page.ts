/** Something has gone wrong with a load: people first, then what it is, signed here and sent when there is signal. */
import { incidentActs } from '@yaosu/chaincode/model/incident/acts';
import { INCIDENT_KINDS, type IncidentKind } from '@yaosu/chaincode/model/incident/states';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { random128, signOwn } from '@yaosu/identity/keys/own-command';
import { evidenceForm } from '../evidence/evidence-form.js';
import type { Outbox } from '../outbox/outbox.js';
import { emergencyCall } from '../safety/emergency-call.js';
import type { Reference } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { incidentWord } from '../texts/words.js';
import { fill, h } from '../ui/h.js';
import { labelled } from '../ui/labelled.js';
import { leadingTo } from '../ui/leading-to.js';
import { loadOf, mayReport, type Load } from './load-of.js';

const formOf = (session: DeviceSession, outbox: Outbox, load: Load, kind: IncidentKind): HTMLElement => {
  const place = h('input', { attributes: { id: 'place', maxlength: '120' } });
  return evidenceForm({
    kind: 'incidentReport',
    fields: [labelled(t('place'), place)],
    chosen: () => ({ incident: kind, place: place.value.trim() }),
    words: t('whatHappened'),
    areWordsNeeded: true,
    button: t('signReport'),
    done: async (_, evidence, digest) => {
      const leadOn = leadingTo('#/outbox');
      const incident = `${random128()}${random128()}`;
      const payload = { incident, subject: load.subject, kind, evidence: digest };
      const envelope = await signOwn(session, { act: incidentActs.report, payload, seenHash: null });
      await outbox.add(`${incidentWord(kind)} ${load.title}`, envelope, evidence);
      leadOn();
    },
  });
};

/** Of dangerous goods the safety card comes before anything is written. */
const safetyFirst = ({ isDangerous }: Load): HTMLElement | false =>
  isDangerous &&
  h(
    'div',
    { class: 'problem' },
    h('p', {}, t('cardFirst')),
    h('a', { class: 'button plain', attributes: { href: '#/safety' } }, t('safetyCard')),
  );

/** The page of it, for a load by its key. */
export const incidentPage = (
  session: DeviceSession,
  outbox: Outbox,
  key: string,
  reference: Reference,
): HTMLElement => {
  const load = loadOf(session, key, reference);
  if (load === undefined || !mayReport(session, load)) return h('p', { class: 'quiet' }, t('nothingNext'));
  const box = h('section');
  const open = (kind: IncidentKind): void =>
    fill(box, h('h2', {}, incidentWord(kind)), formOf(session, outbox, load, kind));
  fill(
    box,
    h('h2', {}, t('whatIsIt')),
    h(
      'div',
      { class: 'kinds' },
      ...INCIDENT_KINDS.map((kind) => h('button', { onClick: () => open(kind) }, incidentWord(kind))),
    ),
  );
  return h(
    'section',
    {},
    h('p', { class: 'state refused' }, t('peopleFirst')),
    h('div', { class: 'calls' }, emergencyCall('110'), emergencyCall('119'), emergencyCall('120')),
    safetyFirst(load),
    h('p', { class: 'quiet' }, `${t('withLoad')} ${load.title}`),
    box,
    h('p', { class: 'quiet' }, t('incidentHint')),
  );
};
