/** Rules that change: a test ledger begins with the first behaviour of every contract. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { contracts, newNetworkContract } from '@yaosu/chaincode';
import { PRODUCT, type ChaincodeDefinition } from '@yaosu/network/embedded';
import type { Stage } from './stage.js';

/** The next behaviour of disputes. */
export const adoption = (change: object = {}): Record<string, unknown> => ({
  behaviourOf: 'Dispute',
  behaviour: 2,
  ...change,
});

/** Brings the second behaviour of disputes into force where it is not yet. */
export const adopted = async (stage: Stage): Promise<void> => {
  const answer = await stage.send('regulatorRoot', ACTS.Network.adopt, adoption());
  if (!['VALID', 'BEHAVIOUR_NOT_NEXT'].includes(answer)) throw new Error(answer);
};

/** The product as it was before disputes had a second behaviour: it has not got it, and so never meets it. */
export const PREVIOUS: ChaincodeDefinition = {
  ...PRODUCT,
  contracts: contracts.map((contract) =>
    new contract().getName() === 'Network' ? newNetworkContract({}) : contract,
  ),
};
