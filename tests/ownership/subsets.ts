/** Sets of organisations, written as their letters. */
import type { MspId } from '@yaosu/chaincode/model/organisations';

const LETTERS: Readonly<Record<string, MspId>> = {
  M: 'ManufacturerMSP',
  C: 'CdmoMSP',
  L: 'LogisticsMSP',
  R: 'RegulatorMSP',
};

const NAMES = Object.keys(LETTERS);

/** All fifteen: `M`, `C` … `MCLR`. */
export const SUBSETS: readonly string[] = Array.from({ length: 15 }, (_, index) =>
  NAMES.filter((__, bit) => ((index + 1) & (1 << bit)) !== 0).join(''),
);

/** `MR` → the organisations. */
export const organisationsOf = (letters: string): readonly MspId[] =>
  Object.entries(LETTERS).flatMap(([letter, mspId]) => (letters.includes(letter) ? [mspId] : []));
