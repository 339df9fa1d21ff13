import { readScan } from '@yaosu/chaincode/model/code/gs1/symbologies';
import { linkOf } from '@yaosu/chaincode/model/code/gs1/write-link';

/** The GS1 Digital Link of a code with its AIs in brackets; undefined when no link can be made of it. */
export const digitalLinkOf = (code: string): string | undefined => linkOf(readScan(code).elements);
