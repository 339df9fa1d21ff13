/** A logger is lost or faulty: said by who has the load, without signal too. */
import { telemetryActs } from '@yaosu/chaincode/model/telemetry/acts';
import {
  EXCURSION_OF_CAUSE,
  LOGGER_CAUSES,
  LOGGERS_ON_BOARD,
  type LoggerCause,
} from '@yaosu/chaincode/model/telemetry/states';
import type { DeviceSession } from '@yaosu/gateway/api/browser/device-session';
import { signOwn } from '@yaosu/identity/keys/own-command';
import { evidenceForm } from '../evidence/evidence-form.js';
import type { Outbox } from '../outbox/outbox.js';
import { maySign } from '../session/may-sign.js';
import type { Reference, Trip } from '../shipments/reference.js';
import { t } from '../texts/texts.js';
import { excursionWord } from '../texts/words.js';
import { fill, h } from '../ui/h.js';
import { leadingTo } from '../ui/leading-to.js';
import { labelled } from '../ui/labelled.js';
import { unreported } from './doubts.js';

const ON_BOARD: readonly Trip['state'][] = LOGGERS_ON_BOARD;
const SHOWN = 10;

/** Loggers that this person may report on a trip. */
export const reportable = (
  session: DeviceSession,
  trip: Trip,
  { doubts }: Pick<Reference, 'doubts'>,
): readonly string[] =>
  trip.holder === session.enterprise &&
  ON_BOARD.includes(trip.state) &&
  maySign(session, telemetryActs.reportLogger, 'reporter')
    ? unreported(trip, doubts)
    : [];

/** Which logger: a list where there are several. */
const loggerField = ({ loggers }: Trip, choices: readonly string[]): HTMLSelectElement =>
  h(
    'select',
    { attributes: { id: 'logger', required: '' } },
    choices.length > 1 && h('option', { attributes: { value: '' } }, t('choose')),
    ...choices.map((logger) => {
      const number = String(loggers.indexOf(logger) + 1);
      return h('option', { attributes: { value: logger } }, `${number} · ${logger.slice(0, SHOWN)}…`);
    }),
  );

/** The page of it: what is wrong, and what happened. */
export const reportPage = (
  session: DeviceSession,
  outbox: Outbox,
  trip: Trip,
  reference: Reference,
): HTMLElement => {
  const choices = reportable(session, trip, reference);
  if (choices.length === 0) return h('p', { class: 'quiet' }, t('nothingNext'));
  const box = h('section');
  const open = (cause: LoggerCause): void => {
    const title = excursionWord(EXCURSION_OF_CAUSE[cause]);
    const logger = loggerField(trip, choices);
    const form = evidenceForm({
      kind: 'loggerReport',
      fields: [labelled(t('loggerNo'), logger)],
      chosen: () => (logger.reportValidity() ? { cause, logger: logger.value } : undefined),
      words: t('whatHappened'),
      areWordsNeeded: true,
      button: t('signReport'),
      done: async (chosen, evidence, reason) => {
        const leadOn = leadingTo('#/outbox');
        const payload = { shipment: trip.shipment, ...chosen, reason };
        const envelope = await signOwn(session, { act: telemetryActs.reportLogger, payload, seenHash: null });
        await outbox.add(`${title} ${trip.noteNo}`, envelope, evidence);
        leadOn();
      },
    });
    fill(box, h('h2', {}, title), form);
  };
  fill(
    box,
    ...LOGGER_CAUSES.map((cause) =>
      h('button', { onClick: () => open(cause) }, excursionWord(EXCURSION_OF_CAUSE[cause])),
    ),
  );
  return h('section', {}, h('p', {}, t('reportHint')), box);
};
