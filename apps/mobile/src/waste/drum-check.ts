/** Drums are scanned one by one and their labels read before anybody signs for them. */
import { isComplete, newTally } from '../tally/tally.js';
import { checkOff } from '../tally/check-off.js';
import { keepTally, keptTally } from '../tally/kept-tally.js';
import { readCode } from '../scan/read-code.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { labelled } from '../ui/labelled.js';
import { sayProblem } from '../ui/say-problem.js';

/** The drums of a load, the waste code that their labels have to show, and what comes when all of it was found. */
export interface DrumCheck {
  /** Names the count, which goes on where it stopped when the app was closed. */
  readonly name: string;
  readonly drums: readonly string[];
  readonly code: string;
  readonly next: HTMLElement;
}

/** A drum as the ledger calls it, of its label. */
const drumId = (text: string): string => readCode(text, new Date().toISOString().slice(0, 10)).hash;

/** The waste code is typed off a label: what the screen says is not what the drum says. */
const labelCheck = ({ code, next }: DrumCheck): HTMLElement => {
  const box = h('section');
  const input = h('input', { attributes: { id: 'label', required: '', inputmode: 'numeric' } });
  const compare = (): void => {
    if (!input.reportValidity()) return;
    if (input.value.replace(/[^0-9]/g, '') === code.replace(/[^0-9]/g, '')) fill(box, next);
    else sayProblem(box, t('labelOther'));
  };
  fill(
    box,
    h('h2', {}, t('labels')),
    h('p', {}, t('labelHint')),
    labelled(t('labelCode'), input),
    h('button', { onClick: compare }, t('goOn')),
  );
  return box;
};

/** Scanning, then the labels, then what comes next. */
export const drumCheck = async (check: DrumCheck): Promise<HTMLElement> => {
  const begun = (await keptTally(check.name)) ?? newTally(check.name, '', check.drums);
  const rest = h('div');
  const label = labelCheck(check);
  const scanning = checkOff({
    begun,
    label: t('drumScanned'),
    identify: drumId,
    keep: keepTally,
    onChange: (tally) => {
      if (!isComplete(tally)) fill(rest, h('p', { class: 'quiet' }, t('drumsHint')));
      else if (!label.isConnected) fill(rest, label);
    },
  });
  return h('section', {}, h('h2', {}, t('scanDrums')), scanning, rest);
};
