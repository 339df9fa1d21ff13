/** The two languages and the choice between them, which stays on the device. */
import type { en } from './texts/en.js';

const STORED = 'yaosu-language';

/** Languages of the portal. */
export const LANGUAGES = ['zh', 'en'] as const;
/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** All texts of one language. */
export interface ChosenTexts {
  readonly language: Language;
  readonly texts: typeof en;
}

const preferred = (): Language => {
  const stored = localStorage.getItem(STORED);
  if (stored === 'zh' || stored === 'en') return stored;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
};

/** Texts of one language; the other one is not loaded until it is chosen. */
const TEXTS: Readonly<Record<Language, () => Promise<typeof en>>> = {
  zh: async () => (await import('./texts/zh.js')).zh,
  en: async () => (await import('./texts/en.js')).en,
};

/** Loads the texts of the language that was chosen, or that the browser prefers. */
export const chosenTexts = async (language: Language = preferred()): Promise<ChosenTexts> => ({
  language,
  texts: await TEXTS[language](),
});

/** Remembers which language was chosen. */
export const rememberLanguage = (language: Language): void => localStorage.setItem(STORED, language);
