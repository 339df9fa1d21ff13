import { resolve } from 'node:path';
import { NETWORK_FOLDER, type Places } from '../places.js';

/** The command that starts a gateway on a network; the one of the usual folder is found without its profile. */
export const startOn = (places: Places): string => {
  const isUsual = places.root === resolve(NETWORK_FOLDER);
  return `LEDGER=fabric ${isUsual ? '' : `FABRIC_PROFILE=${places.profile('all')} `}npm start`;
};
