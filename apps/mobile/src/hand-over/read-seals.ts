/** Seals are read off the doors by who takes the load over, and by who says that they are otherwise than recorded. */
import { checkOff } from '../tally/check-off.js';
import { isComplete, newTally, type Tally } from '../tally/tally.js';
import { t } from '../texts/texts.js';
import { fill, h } from '../ui/h.js';
import { sayProblem } from '../ui/say-problem.js';
import { MAX_SEALS, sealNumber } from './messages.js';
import { sealId, sealsFound } from './seals.js';

const newCount = (seals: readonly string[]): Tally => newTally('', '', seals.map(sealId));

/** The taker reads every seal that is offered; `done` is shown when all were found and no other one. */
export const readSeals = (offered: readonly string[], done: HTMLElement): HTMLElement => {
  const rest = h('div');
  const reading = checkOff({
    begun: newCount(offered),
    label: t('sealNumber'),
    identify: sealId,
    onChange: (tally) => fill(rest, isComplete(tally) ? done : h('p', { class: 'quiet' }, t('sealsHint'))),
  });
  return h('section', {}, h('h2', {}, t('readSeals')), reading, rest);
};

/** The giver reads what is on the doors, since it is not what was recorded; `offer` is given that. */
export const otherSeals = (
  recorded: readonly string[],
  offer: (found: readonly string[]) => Promise<void>,
): HTMLElement => {
  const box = h('section');
  let found: readonly string[] = [];
  const reading = checkOff({
    begun: newCount(recorded),
    label: t('sealNumber'),
    identify: sealId,
    goesOn: true,
    onChange: (tally) => {
      found = sealsFound(recorded, tally);
    },
  });
  const sign = async (): Promise<void> => {
    const isFit = found.length <= MAX_SEALS && found.every((seal) => sealNumber.safeParse(seal).success);
    if (isFit) await offer(found);
    else sayProblem(box, t('sealsUnfit'));
  };
  fill(
    box,
    h('h2', {}, t('sealsOtherwise')),
    h('p', {}, t('otherSealsHint')),
    reading,
    h('button', { onClick: sign }, t('signAndShow')),
  );
  return box;
};
