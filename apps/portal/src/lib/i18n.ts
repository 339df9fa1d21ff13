/** Chinese and English; the choice stays on the device. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './texts/en.js';
import { zh } from './texts/zh.js';

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

const applyToDocument = (language: string): void => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};

i18next.on('languageChanged', applyToDocument);
void i18next.use(initReactI18next).init({
  lng: preferred(),
  fallbackLng: 'en',
  resources: { zh: { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
});

/** Changes the language and remembers it. */
export const setLanguage = (language: Language): void => {
  localStorage.setItem(STORED, language);
  void i18next.changeLanguage(language);
};
