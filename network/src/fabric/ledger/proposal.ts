import type { Contract, Proposal } from '@hyperledger/fabric-gateway';
import type { LedgerCall } from '../../ledger.js';

/** The name of a function as a peer takes it. */
export const functionNameOf = ({ contract, fn }: LedgerCall): string =>
  contract === '' ? fn : `${contract}:${fn}`;

/** A proposal of a call; with endorsers exactly those are asked, without any the peer's planner chooses. */
export const newProposal = (contract: Contract, call: LedgerCall): Proposal =>
  contract.newProposal(functionNameOf(call), {
    arguments: [...call.args],
    ...(call.transient === undefined ? {} : { transientData: call.transient }),
    ...(call.endorsers.length === 0 ? {} : { endorsingOrganizations: [...call.endorsers] }),
  });
