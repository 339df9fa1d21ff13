/** What one signer hands to the next, as text. */
import type { Command, CommandSignature } from '@yaosu/chaincode/model/kernel/command';

/** How such a text begins. */
export const PASSED = 'YAOSU-SIGN:';

/** A command on its way from signer to signer; null where somebody has not signed yet. */
export interface PassedOn {
  readonly command: Command;
  readonly signatures: readonly (CommandSignature | null)[];
}

/** What is passed on to the next signer. */
export const encodePassed = (each: PassedOn): string => PASSED + JSON.stringify(each);
