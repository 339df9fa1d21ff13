import { hasCheckDigit } from '@yaosu/chaincode/model/code/gs1/gtin';

/** Whether a text is a GTIN of 14 digits with its check digit. */
export const isGtin = (text: string): boolean => /^\d{14}$/.test(text) && hasCheckDigit(text);
