import { fromMillionths } from '@yaosu/chaincode/model/kernel/quantity';

const MILLIONTHS_A_GRAM = 1_000n;

/** Grams of the ledger as kilograms, exactly. */
export const kilograms = (grams: string): string => `${fromMillionths(BigInt(grams) * MILLIONTHS_A_GRAM)} kg`;
