import { explainScan } from '@yaosu/chaincode/model/code/scan/explain-scan';
import { linkOf } from '@yaosu/chaincode/model/code/gs1/write-link';

/** The GS1 Digital Link of a code with its AIs in brackets; undefined when anything is wrong with it, or no link can be made. */
export const digitalLinkOf = (code: string): string | undefined => {
  const { elements, problems } = explainScan(code);
  return problems.length === 0 ? linkOf(elements) : undefined;
};
