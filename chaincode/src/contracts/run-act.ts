/** The order of checks, the same for every act, written once. */
import type { ChaincodeStub } from 'fabric-shim';
import { readCarried } from '../ledger/read-carried.js';
import { readPicks } from '../ledger/read-picks.js';
import type { PrivateState } from '../ledger/private-state.js';
import { transactionTime } from '../ledger/transaction-time.js';
import { WorldState } from '../ledger/world-state.js';
import { enterpriseRecord } from '../model/enterprise/schemas.js';
import type { Command } from '../model/kernel/command.js';
import type { Act } from '../model/kernel/define-acts.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import { FIRST_BEHAVIOUR, type Behaviours } from '../model/network/behaviours.js';
import { behaviourRecord, commandRecord, genesisRecord } from '../model/network/schemas.js';
import type { MspId } from '../model/organisations.js';
import { assertTimely, isLate } from '../rules/command-time.js';
import { canonicalJson } from '../signing/canonical-json.js';
import type { ActTransaction } from './act-transaction.js';
import { checkSigners } from './check-signers.js';
import { confidenceOf } from './confidence.js';
import { policyOf } from './goods/hosts.js';
import { Disputed, Judgement } from './judgement.js';
import { parseEnvelope, parseInput } from './parse-envelope.js';

/** Loads, decides and saves; returns the act's output. */
export type Handler = (transaction: ActTransaction) => Promise<object>;

interface Event {
  readonly event: string;
  readonly keys: readonly string[];
}

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
  const { signers, doubts } = await checkSigners(act, envelope, { state, now, creatorMsp });
  const confidence = await confidenceOf(act, command, state);
  const home = confidence ?? state;
  await assertFirst(command, home);
  const judgement = new Judgement(act.kind);
  await assertSubjectAsSeen(act, command, state, judgement);
  if (isLate(command, act.kind, now)) judgement.deviate('FACT_LATE', command.parties[0]?.enterprise ?? '');
  const behaviours = await behavioursOn(act, state);
  const events: Event[] = [];
  const transaction: ActTransaction = {
    command,
    payload,
    signers,
    creatorMsp,
    txId: stub.getTxID(),
    now,
    at: act.kind === 'fact' ? command.capturedAt : now,
    state,
    confidence,
    carried: readCarried(stub),
    behaviour: (contract) => behaviours[contract] ?? FIRST_BEHAVIOUR,
    judgement,
    picks: readPicks(stub),
    emit: (event, keys) => void events.push({ event, keys }),
  };
  const output = await outcomeOf(act, transaction, () => {
    const [doubt] = doubts;
    if (doubt !== undefined) throw new Disputed(doubt.code, [doubt.enterprise]);
    return handler(transaction);
  });
  const { deviations } = judgement;
  home.put('cmd', [command.cmd], {
    txId: transaction.txId,
    ...(deviations.length === 0 ? {} : { deviations }),
  });
  await flush(state, confidence);
  if (confidence === undefined)
    stub.setEvent(act.contract, Buffer.from(canonicalJson({ cmd: command.cmd, events })));
  return canonicalJson(output);
};

/** What is confidential leaves nothing in public. */
const flush = (state: WorldState, confidence: PrivateState | undefined): Promise<void> =>
  confidence === undefined ? state.flush() : confidence.flush();

/** A fact's answer says whether it was recorded as it was told; one in dispute changes nothing but `disp~cmd`. */
const outcomeOf = async (
  act: Act,
  transaction: ActTransaction,
  run: () => Promise<object>,
): Promise<object> => {
  try {
    const output = await run();
    if (act.kind !== 'fact') return output;
    const { deviations } = transaction.judgement;
    return { ...output, outcome: deviations.length === 0 ? 'recorded' : 'deviating', deviations };
  } catch (error) {
    if (act.kind !== 'fact' || !(error instanceof Disputed)) throw error;
    return openDispute(transaction, error);
  }
};

/** The behaviour of disputes since which they are their owners', as goods are. */
const OWNED_DISPUTES = 2;

const openDispute = async (transaction: ActTransaction, { code, owners }: Disputed): Promise<object> => {
  const { state, command, now } = transaction;
  state.discard();
  const { cmd, contract, act, subject } = command;
  const [first, ...rest] = [...new Set(owners)].sort();
  if (first === undefined) throw new Error(`${contract}.${act} is disputed and nobody's`);
  const record = {
    cmd,
    contract,
    act,
    subject: subject.key,
    cause: code,
    owners: [first, ...rest],
    openedAt: now,
    resolution: null,
  };
  if (transaction.behaviour('Dispute') < OWNED_DISPUTES) state.put('disp', [cmd], record);
  else state.putGuarded('disp', [cmd], record, await policyOf(transaction, first, rest));
  const key = keyOf('disp', cmd);
  transaction.emit('DisputeOpened', [key]);
  return { key, outcome: 'disputed', deviations: [] };
};

/** Every act reads them, so that codes of two versions read the same, and what is in flight at a change conflicts with it. */
const behavioursOn = async ({ signature }: Act, state: WorldState): Promise<Behaviours> =>
  signature === 'root' ? {} : ((await state.get(behaviourRecord, 'set', 'behaviour'))?.of ?? {});

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
const assertFirst = async (command: Command, state: Pick<WorldState, 'get'>): Promise<void> => {
  const earlier = await state.get(commandRecord, 'cmd', command.cmd);
  if (earlier !== undefined) throw new YaosuError('ALREADY', { txId: earlier.txId });
};

/** What is made must not be there; a permission acts on the record that its signer saw, a fact notes that it did not. */
const assertSubjectAsSeen = async (
  act: Act,
  command: Command,
  state: WorldState,
  judgement: Judgement,
): Promise<void> => {
  const { key, seenHash } = command.subject;
  const present = await state.hashOf(key);
  if (act.creates !== undefined && present !== null) throw new YaosuError(act.creates, { key });
  if (present === seenHash || act.kind === 'consequence') return;
  if (act.kind === 'permission') throw new YaosuError('SUBJECT_STALE', { key });
  // A phone without signal has not seen the record, which is no deviation; one that saw another version is.
  if (seenHash !== null) judgement.deviate('SUBJECT_STALE', command.parties[0]?.enterprise ?? '');
};
