import { authorityActs } from '../model/authority/acts.js';
import { newContract } from './new-contract.js';

/** The authority subject. */
export const AuthorityContract = newContract('Authority', authorityActs, {});
