import { stockActs } from '../model/stock/acts.js';
import { newContract } from './new-contract.js';

/** The stock subject. */
export const StockContract = newContract('Stock', stockActs, {});
