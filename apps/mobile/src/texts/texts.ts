/** The phone's language, and its texts. */
import { en, type Texts } from './en.js';
import { zh } from './zh.js';

const STORED = 'yaosu-language';

/** A language of the phone. */
export type Language = 'zh' | 'en';

/** The language in use. */
export const language = (): Language => {
  const stored = localStorage.getItem(STORED);
  if (stored === 'zh' || stored === 'en') return stored;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
};

/** Changes to the other language. */
export const switchLanguage = (): void => {
  localStorage.setItem(STORED, language() === 'zh' ? 'en' : 'zh');
};

/** A text in a language; the one in use unless another is named. */
export const t = (name: keyof Texts, as: Language = language()): string => (as === 'zh' ? zh : en)[name];
