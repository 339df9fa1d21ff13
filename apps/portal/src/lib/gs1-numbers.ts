import { gs1CheckDigit } from '@yaosu/chaincode/model/kernel/gs1-check-digit';

const isChecked = (text: string): boolean => text.at(-1) === gs1CheckDigit(text.slice(0, -1));

/** Whether a text is a GTIN of 14 digits with its check digit. */
export const isGtin = (text: string): boolean => /^\d{14}$/.test(text) && isChecked(text);

/** Whether a text is an SSCC of 18 digits with its check digit. */
export const isSscc = (text: string): boolean => /^\d{18}$/.test(text) && isChecked(text);
