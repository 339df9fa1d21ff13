import { qualityActs } from '../model/quality/acts.js';
import { newContract } from './new-contract.js';

/** The quality subject. */
export const QualityContract = newContract('Quality', qualityActs, {});
