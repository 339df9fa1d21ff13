import { language, t } from '../texts/texts.js';
import { redirectWord, refusalWord, stateWord, timeWord } from '../texts/words.js';
import { h } from '../ui/h.js';
import type { Reference, Trip } from './reference.js';

type Redirect = Trip['redirects'][number];
type Sites = Pick<Reference, 'sites'>;

const separator = (): string => (language() === 'zh' ? '，' : ', ');

/** When the load was sent elsewhere, and where it went before. */
const redirectedLine = ({ at, from }: Redirect, { sites }: Sites): HTMLElement =>
  h(
    'p',
    { class: 'state onDevice' },
    `${t('redirected')} ${timeWord(at)}${separator()}${t('wasTo')} ${sites[from] ?? from}`,
  );

/** On a card: where a load goes that was sent elsewhere, and since when; nothing of others. */
export const redirectOnCard = (
  { to, redirects }: Pick<Trip, 'to' | 'redirects'>,
  reference: Sites,
): readonly HTMLElement[] => {
  const last = redirects.at(-1);
  if (last === undefined) return [];
  return [h('p', {}, `${t('to')} ${reference.sites[to] ?? to}`), redirectedLine(last, reference)];
};

/** On the page of a trip: every time that it was sent elsewhere, the last one first, why, and what had been said there. */
export const redirectCards = (
  { redirects }: Pick<Trip, 'redirects'>,
  reference: Sites,
): readonly HTMLElement[] =>
  redirects.toReversed().map((redirect) => {
    const { reason, arrival, refusal } = redirect;
    return h(
      'div',
      { class: 'card', role: 'status' },
      redirectedLine(redirect, reference),
      h('p', {}, redirectWord(reason)),
      arrival !== null && h('p', { class: 'quiet' }, `${t('arrivedAt')} ${timeWord(arrival.at)}`),
      refusal !== null &&
        h(
          'p',
          { class: 'quiet' },
          `${stateWord('refused')} ${timeWord(refusal.at)} · ${refusalWord(refusal.reason)}`,
        ),
    );
  });
