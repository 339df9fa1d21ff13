/** The order of checks, the same for every act, written once. */
import type { ChaincodeStub } from 'fabric-shim';
import { transactionTime } from '../ledger/transaction-time.js';
import { WorldState } from '../ledger/world-state.js';
import { enterpriseRecord } from '../model/enterprise/schemas.js';
import type { Command } from '../model/kernel/command.js';
import type { Act } from '../model/kernel/define-acts.js';
import { YaosuError } from '../model/kernel/errors.js';
import { commandRecord, genesisRecord } from '../model/network/schemas.js';
import type { MspId } from '../model/organisations.js';
import { assertTimely } from '../rules/command-time.js';
import { canonicalJson } from '../signing/canonical-json.js';
import type { ActTransaction } from './act-transaction.js';
import { checkSigners } from './check-signers.js';
import { parseEnvelope, parseInput } from './parse-envelope.js';

/** Loads, decides, saves and emits; returns the act's output. */
export type Handler = (transaction: ActTransaction) => Promise<object>;

/** Runs an act: common checks, then its handler, then the command's own record and the event. */
export const runAct = async (
  stub: ChaincodeStub,
  act: Act,
  handler: Handler,
  text: string,
): Promise<string> => {
  const envelope = parseEnvelope(act, text);
  const { command } = envelope;
  const payload = parseInput(act.input, command.payload, 'payload');
  if (act.declares(payload)[0] !== command.subject.key)
    throw new YaosuError('COMMAND_MISDIRECTED', { subject: 'payload' });
  const now = transactionTime(stub);
  assertTimely(command, act.kind, now);
  const state = new WorldState(stub, command.cmd);
  const creatorMsp = stub.getCreator().mspid as MspId;
  await assertLedger(act, command, state, creatorMsp);
  const signers = await checkSigners(act, envelope, state, now);
  await assertFirst(command, state);
  await assertSubjectAsSeen(act, command, state);
  const events: { event: string; keys: readonly string[] }[] = [];
  const emit = (event: string, keys: readonly string[]): void => void events.push({ event, keys });
  const output = await handler({
    command,
    payload,
    signers,
    creatorMsp,
    txId: stub.getTxID(),
    now,
    state,
    emit,
  });
  await state.put('cmd', [command.cmd], { txId: stub.getTxID() });
  stub.setEvent(act.contract, Buffer.from(canonicalJson({ cmd: command.cmd, events })));
  return canonicalJson(output);
};

/** The command is for this ledger, and the creator's organisation hosts one of its parties. */
const assertLedger = async (
  act: Act,
  command: Command,
  state: WorldState,
  creatorMsp: MspId,
): Promise<void> => {
  if (act.signature === 'root') return;
  const genesis = await state.get(genesisRecord, 'set', 'genesis');
  if (genesis === undefined) throw new YaosuError('LEDGER_NOT_OPEN');
  if (genesis.ledgerId !== command.ledgerId)
    throw new YaosuError('LEDGER_FOREIGN', { ledgerId: genesis.ledgerId });
  for (const { enterprise } of command.parties) {
    if ((await state.get(enterpriseRecord, 'ent', enterprise))?.hostMsp === creatorMsp) return;
  }
  throw new YaosuError('HOST_FOREIGN', { creatorMsp });
};

/** A replay, a late envelope and a double send all meet `cmd~`. */
const assertFirst = async (command: Command, state: WorldState): Promise<void> => {
  const earlier = await state.get(commandRecord, 'cmd', command.cmd);
  if (earlier !== undefined) throw new YaosuError('ALREADY', { txId: earlier.txId });
};

const assertSubjectAsSeen = async (act: Act, command: Command, state: WorldState): Promise<void> => {
  if (act.kind !== 'permission') return;
  const present = await state.hashOf(command.subject.key);
  if (act.creates !== undefined && present !== null)
    throw new YaosuError(act.creates, { key: command.subject.key });
  if (present !== command.subject.seenHash)
    throw new YaosuError('SUBJECT_STALE', { key: command.subject.key });
};
