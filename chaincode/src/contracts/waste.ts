import { wasteActs } from '../model/waste/acts.js';
import { newContract } from './new-contract.js';
import { containerHandlers } from './waste/containers.js';
import { manifestHandlers } from './waste/manifests.js';

/** Waste from its stream to the disposer's scales. */
export const WasteContract = newContract('Waste', wasteActs, { ...containerHandlers, ...manifestHandlers });
