import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import type { Caller } from '../access/caller.js';
import { ApiError } from '../api/api-error.js';
import { problemOf } from '../api/problem.js';
import type { ReadHandler } from '../http/read-handler.js';
import type { JournalEntry } from '../journal/journal.js';

const isParty = (entry: JournalEntry, { enterprise }: Caller): boolean => {
  const { command } = JSON.parse(entry.envelope) as Envelope;
  return command.parties.some((party) => party.enterprise === enterprise);
};

/** `GET /api/operations/{cmd}` */
export const readOperation: ReadHandler<'operation'> = async ({ params: { cmd }, caller, services }) => {
  const entry = await services.journal.find(cmd);
  if (entry === undefined || !isParty(entry, caller)) throw new ApiError('OPERATION_NOT_FOUND');
  const { contract, act, receivedAt, state } = entry;
  const isCommitted = state.name === 'committed';
  if (isCommitted) await services.projection.reached(state.block);
  return {
    cmd,
    contract,
    act,
    receivedAt,
    state: state.name,
    txId: 'txId' in state ? state.txId : null,
    block: isCommitted ? state.block : null,
    result: isCommitted ? state.result : null,
    problem:
      state.name === 'refused'
        ? (problemOf(new ApiError(state.code, state.details)) as Record<string, unknown>)
        : null,
  };
};
