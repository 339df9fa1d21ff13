import { shipmentActs } from '../model/shipment/acts.js';
import { newContract } from './new-contract.js';

/** The shipment subject. */
export const ShipmentContract = newContract('Shipment', shipmentActs, {});
