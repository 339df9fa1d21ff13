/** Waits until every peer can collect endorsements from all organisations: gossip needs a moment to tell them. */
import { setTimeout as delay } from 'node:timers/promises';
import { MSP_IDS } from '@yaosu/chaincode/model/organisations';
import { LedgerError, type Ledger, type LedgerIdentity } from '../../ledger.js';
import { openFabricLedger } from '../ledger/open-fabric-ledger.js';
import { NetworkError } from './network-error.js';
import type { NetworkPlan } from './plan.js';

const POLL_MS = 200;
const DEADLINE_MS = 45_000;
/** No chaincode has it: a refusal by all of them is the answer that is wanted, and nothing is written. */
const CALL = { contract: 'Ready', fn: 'ask', args: [], endorsers: MSP_IDS };

const failureOf = async (ledger: Ledger, identity: LedgerIdentity): Promise<LedgerError | undefined> => {
  try {
    await ledger.submit(CALL, identity);
    return undefined;
  } catch (error) {
    if (error instanceof LedgerError) return error.details.chaincode === true ? undefined : error;
    throw error;
  }
};

const awaitOne = async (ledger: Ledger, identity: LedgerIdentity): Promise<void> => {
  const deadline = performance.now() + DEADLINE_MS;
  for (let failure = await failureOf(ledger, identity); failure !== undefined;) {
    if (performance.now() > deadline)
      throw new NetworkError(`the peer of ${identity.mspId} does not reach the others: ${failure.message}`);
    await delay(POLL_MS);
    failure = await failureOf(ledger, identity);
  }
};

/** Settles when every organisation's peer has reached all others. @throws NetworkError after 45 s */
export const awaitReady = async ({ places }: NetworkPlan): Promise<void> => {
  const { ledger, identities } = await openFabricLedger(places.profile('all'));
  try {
    await Promise.all(Object.values(identities).map((identity) => awaitOne(ledger, identity)));
  } finally {
    await ledger.close();
  }
};
