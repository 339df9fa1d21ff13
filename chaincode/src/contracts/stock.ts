import { inspect } from './stock/inspect.js';
import { destroy, use } from './stock/consume.js';
import { adjust, move, split } from './stock/rearrange.js';
import { receive } from './stock/receive.js';
import { newContract } from './new-contract.js';
import { stockActs } from '../model/stock/acts.js';

/** Stock. */
export const StockContract = newContract('Stock', stockActs, {
  receive,
  inspect,
  split,
  move,
  adjust,
  use,
  destroy,
});
