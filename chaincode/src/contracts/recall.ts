import { recallActs } from '../model/recall/acts.js';
import { newContract } from './new-contract.js';

/** The recall subject. */
export const RecallContract = newContract('Recall', recallActs, {});
