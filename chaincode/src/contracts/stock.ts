import { inspect } from './stock/inspect.js';
import { newContract } from './new-contract.js';
import { stockActs } from '../model/stock/acts.js';

/** Stock. */
export const StockContract = newContract('Stock', stockActs, { inspect });
