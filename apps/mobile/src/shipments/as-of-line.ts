import { language, t } from '../texts/texts.js';
import { timeWord } from '../texts/words.js';
import { h } from '../ui/h.js';
import type { Day } from './reference.js';

const MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;

/** How old something is, in words, e.g. "3 hours ago"; a clock that was set back makes nothing older than new. */
const ageWord = (at: string): string => {
  const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(at)) / MINUTE_MS));
  if (minutes === 0) return t('justNow');
  const words = new Intl.RelativeTimeFormat(language() === 'zh' ? 'zh-CN' : 'en-GB', { numeric: 'auto' });
  return minutes < MINUTES_PER_HOUR
    ? words.format(-minutes, 'minute')
    : words.format(-Math.floor(minutes / MINUTES_PER_HOUR), 'hour');
};

/** As of when the phone knows what it shows. */
export const asOfLine = (asOf: Day['asOf']): HTMLElement => {
  if (asOf === null) return h('p', { class: 'quiet' }, t('neverRead'));
  const separator = language() === 'zh' ? '，' : ', ';
  return h('p', { class: 'quiet' }, `${t('asOf')} ${timeWord(asOf.at)}${separator}${ageWord(asOf.at)}`);
};
