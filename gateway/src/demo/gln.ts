import { gs1CheckDigit } from '@yaosu/chaincode/model/kernel/gs1-check-digit';

/** GLN of a 12-digit body: with its check digit. */
export const glnOf = (body: string): string => `${body}${gs1CheckDigit(body)}`;
