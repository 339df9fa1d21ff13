import { codeActs } from '../model/code/acts.js';
import { newContract } from './new-contract.js';

/** The code subject. */
export const CodeContract = newContract('Code', codeActs, {});
