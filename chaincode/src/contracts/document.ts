import { documentActs } from '../model/document/acts.js';
import { newContract } from './new-contract.js';

/** The document subject. */
export const DocumentContract = newContract('Document', documentActs, {});
