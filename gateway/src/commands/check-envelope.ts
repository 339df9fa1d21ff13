/** What can be said of a command before it is taken over; everything else is for the peers to say. */
import { findAct } from '@yaosu/chaincode/model/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import { matchParties } from '@yaosu/chaincode/model/kernel/match-parties';
import { isKeyForThis } from '@yaosu/chaincode/rules/enterprise/limited-keys';
import { commandId } from '@yaosu/chaincode/signing/command-bytes';
import type { Caller } from '../access/caller.js';
import { ApiError } from '../api/api-error.js';
import { parsePart } from '../http/json-body.js';

/**
 * The envelope of this very act.
 * @throws ApiError ACT_UNKNOWN, INPUT_INVALID, COMMAND_ID_WRONG, COMMAND_MISDIRECTED, PARTIES_WRONG, LEDGER_FOREIGN
 */
export const checkEnvelope = (
  contract: string,
  name: string,
  parsed: Envelope,
  ledgerId: string | undefined,
): Envelope => {
  const act = findAct(contract, name);
  if (act === undefined) throw new ApiError('ACT_UNKNOWN');
  const { command } = parsed;
  if (commandId(command) !== command.cmd) throw new ApiError('COMMAND_ID_WRONG');
  if (command.contract !== contract || command.act !== name || command.meaning !== act.meaning) {
    throw new ApiError('COMMAND_MISDIRECTED', { contract, act: name, meaning: act.meaning });
  }
  const payload = parsePart(act.input, command.payload, 'INPUT_INVALID');
  if (act.declares(payload)[0] !== command.subject.key)
    throw new ApiError('COMMAND_MISDIRECTED', { subject: 'payload' });
  assertPartiesMatch(act, parsed);
  if (ledgerId !== undefined && ledgerId !== command.ledgerId)
    throw new ApiError('LEDGER_FOREIGN', { ledgerId });
  return parsed;
};

const assertPartiesMatch = (act: Act, { command: { parties }, signatures }: Envelope): void => {
  const isComplete = matchParties(act.parties, parties) !== undefined && signatures.length === parties.length;
  if (!isComplete) throw new ApiError('PARTIES_WRONG', { expected: Object.keys(act.parties) });
};

/**
 * Nobody hands in what is not theirs; a fact that a colleague has signed is the enterprise's own: the phone that holds it may
 * have a new key by now, or be in other hands of the firm.
 * @throws ApiError PARTY_FOREIGN
 */
export const assertParty = (
  act: Act,
  { command }: Envelope,
  by: Pick<Caller, 'kid' | 'enterprise'>,
): void => {
  const isParty = command.parties.some(
    ({ kid, enterprise }) => enterprise === by.enterprise && (act.kind === 'fact' || kid === by.kid),
  );
  if (!isParty) throw new ApiError('PARTY_FOREIGN');
};

/**
 * A limited key hands in what it signs itself, on its one record, by the peers' own rule.
 * @throws ApiError KEY_NOT_FOR_THIS
 */
export const assertForThis = (
  act: Act,
  { command }: Envelope,
  { kid, onlyFor }: Pick<Caller, 'kid' | 'onlyFor'>,
): void => {
  const role = command.parties.find((party) => party.kid === kid)?.role ?? '';
  if (!isKeyForThis({ onlyFor }, { act, role, subject: command.subject.key }))
    throw new ApiError('KEY_NOT_FOR_THIS', { kid });
};
