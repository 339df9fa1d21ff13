/** Chinese and English; the choice stays on the device. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { en } from './texts/en.js';

const STORED = 'yaosu-language';

/** Languages of the portal. */
export const LANGUAGES = ['zh', 'en'] as const;
/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

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

const applyToDocument = (language: string): void => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};

i18next.on('languageChanged', applyToDocument);

/** Loads the texts of the language that was chosen, or that the browser prefers. */
export const startLanguage = async (): Promise<void> => {
  const lng = preferred();
  await i18next.use(initReactI18next).init({
    lng,
    resources: { [lng]: { translation: await TEXTS[lng]() } },
    interpolation: { escapeValue: false },
  });
};

/** Changes the language and remembers it. */
export const setLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(STORED, language);
  i18next.addResourceBundle(language, 'translation', await TEXTS[language]());
  await i18next.changeLanguage(language);
};
