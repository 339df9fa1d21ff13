/** Texts in the language of the page. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chosenTexts, rememberLanguage, type ChosenTexts, type Language } from './language.js';

const applyToDocument = (language: string): void => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
};

i18next.on('languageChanged', applyToDocument);

/** Begins in the language whose texts are given. */
export const startLanguage = async ({ language, texts }: ChosenTexts): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: texts } },
    interpolation: { escapeValue: false },
  });
};

/** Changes the language and remembers it. */
export const setLanguage = async (language: Language): Promise<void> => {
  rememberLanguage(language);
  i18next.addResourceBundle(language, 'translation', (await chosenTexts(language)).texts);
  await i18next.changeLanguage(language);
};
