import { hasCheckDigit } from '@yaosu/chaincode/model/code/gs1/gtin';
import { explainScan } from '@yaosu/chaincode/model/code/scan/explain-scan';

/** The SSCC that was typed, 18 digits with the check digit, or scanned; undefined when it is none. */
export const ssccOf = (text: string): string | undefined => {
  if (/^\d{18}$/.test(text) && hasCheckDigit(text)) return text;
  const { elements, isUsable } = explainScan(text);
  return isUsable ? elements.find(([ai]) => ai === '00')?.[1] : undefined;
};
