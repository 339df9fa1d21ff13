/** 药品本位码, the base code that China's drug authority gives a drug with its approval. */
import { gs1CheckDigit } from '../../kernel/gs1-check-digit.js';

/** Country 86, drugs 9, five digits of the enterprise and five of the product, one to check. */
const FORM = /^869\d{11}$/;

/** Whether a text is a 药品本位码 with its check digit. */
export const isBaseCode = (text: string): boolean =>
  FORM.test(text) && text.at(-1) === gs1CheckDigit(text.slice(0, -1));
