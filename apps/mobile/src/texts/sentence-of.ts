import { ERRORS } from '@yaosu/gateway/api/errors';
import { language, t } from './texts.js';

/** The sentence of a refusal; the code itself when it is the phone's own. */
export const sentenceOf = (code: string): string => {
  if (code === 'NO_SIGNAL') return t('noSignal');
  return Object.hasOwn(ERRORS, code) ? ERRORS[code as keyof typeof ERRORS][language()] : code;
};
