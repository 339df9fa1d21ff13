import { orderActs } from '../model/order/acts.js';
import { newContract } from './new-contract.js';

/** The order subject. */
export const OrderContract = newContract('Order', orderActs, {});
