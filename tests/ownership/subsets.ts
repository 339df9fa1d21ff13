/** Sets of organisations, written as their letters. */
import type { MspId } from '@yaosu/chaincode/model/organisations';

const LETTERS: Readonly<Record<string, MspId>> = {
  M: 'ManufacturerMSP',
  C: 'CdmoMSP',
  L: 'LogisticsMSP',
  R: 'RegulatorMSP',
};

/** All fifteen: `M`, `C` … `MCLR`. */
export const SUBSETS: readonly string[] = Array.from({ length: 15 }, (_, index) =>
  [...'MCLR'].filter((__, bit) => ((index + 1) & (1 << bit)) !== 0).join(''),
);

/** `MR` → the organisations. @throws Error for a letter that is none */
export const organisationsOf = (letters: string): readonly MspId[] =>
  [...letters].map((letter) => {
    const mspId = LETTERS[letter];
    if (mspId === undefined) throw new Error(`${letter} is no organisation`);
    return mspId;
  });
