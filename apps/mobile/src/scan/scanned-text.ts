/** What a camera of ours saw, as a text whose elements cannot be mistaken. */
import { bracketed } from '@yaosu/chaincode/model/code/gs1/element-string';
import { explainScan } from '@yaosu/chaincode/model/code/scan/explain-scan';

/**
 * Data behind a symbology identifier come with their separators, so that a value without one is whole: they are written
 * with brackets, those of a value escaped. Anything else, and data with something wrong in them, are passed on as they are.
 */
export const scannedText = (data: string): string => {
  if (!data.startsWith(']')) return data;
  const { elements, problems } = explainScan(data, { keepsSeparators: true });
  return problems.length === 0 && elements.length > 0 ? bracketed(elements) : data;
};
