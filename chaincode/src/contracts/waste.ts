import { wasteActs } from '../model/waste/acts.js';
import { newContract } from './new-contract.js';

/** The waste subject. */
export const WasteContract = newContract('Waste', wasteActs, {});
