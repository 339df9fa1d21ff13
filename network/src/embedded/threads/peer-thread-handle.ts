import type { Worker } from 'node:worker_threads';
import type { ChaincodeResponse } from '../chaincode/response.js';
import type { ChaincodeDefinition } from '../definition.js';
import { PeerError, type PeerAnswer, type PeerProposal, type ProposalContext } from '../peers/peer.js';
import type { Follower } from '../store/store.js';
import { Awaited } from './awaited.js';
import {
  joinKeys,
  threadDefinition,
  type Asking,
  type Order,
  type Report,
  type RunOutcome,
  type ThreadStart,
} from './messages.js';
import { newThread } from './new-thread.js';
import { wholeBytes } from './whole-bytes.js';

const OPENING = 0;

/** A thread that runs peers, seen from the ledger. */
export class PeerThread implements Follower {
  readonly #worker: Worker;
  readonly #opened = new Awaited<void>();
  readonly #runs = new Awaited<RunOutcome>();
  readonly #turns = new Awaited<void>();
  readonly #exited: Promise<unknown>;
  #asked = 0;
  /** When it can follow the store. @throws when it ended before. */
  readonly opened: Promise<void>;

  constructor(start: ThreadStart, onFatal: (error: Error) => void) {
    this.opened = this.#opened.wait(OPENING);
    this.#worker = newThread('peer-thread', start);
    this.#exited = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.on('message', (report: Report) => {
      this.#receive(report);
    });
    this.#worker.on('error', (cause) => {
      const error = new Error('A thread that runs peers has failed', { cause });
      this.#end(error);
      onFatal(error);
    });
  }

  /** Runs that are not answered yet. */
  get busy(): number {
    return this.#runs.size;
  }

  /** @throws when the definition does not say where its contracts are. */
  install(definition: ChaincodeDefinition): void {
    this.#send({ kind: 'install', definition: threadDefinition(definition) });
  }

  turn(age: number, changed: readonly string[]): Promise<void> {
    this.#send({ kind: 'turn', age, changed: joinKeys(changed) });
    return this.#turns.wait(age);
  }

  drop(age: number): void {
    this.#send({ kind: 'drop', age });
  }

  /** @throws PeerError */
  async endorse(
    organisations: readonly string[],
    proposal: PeerProposal,
    context: ProposalContext,
  ): Promise<readonly PeerAnswer[]> {
    const outcome = await this.#run('endorse', organisations, proposal, context);
    if (outcome.asking === 'endorse') return outcome.answers;
    throw newFailure(outcome);
  }

  /** @throws PeerError */
  async query(mspId: string, proposal: PeerProposal, context: ProposalContext): Promise<ChaincodeResponse> {
    const outcome = await this.#run('query', [mspId], proposal, context);
    if (outcome.asking === 'query') return outcome.response;
    throw newFailure(outcome);
  }

  async close(): Promise<void> {
    this.#send({ kind: 'close' });
    await this.#exited;
    this.#end(new Error('The ledger is closed'));
  }

  #run(
    asking: Asking,
    organisations: readonly string[],
    { txId, channel, chaincode, args, hash, signed }: PeerProposal,
    { creatorMsp, view }: ProposalContext,
  ): Promise<RunOutcome> {
    this.#asked += 1;
    const proposal = {
      txId,
      channel,
      chaincode,
      args: args.map(wholeBytes),
      hash: wholeBytes(hash),
      signed: { bytes: wholeBytes(signed.bytes), signature: wholeBytes(signed.signature) },
    };
    const id = this.#asked;
    this.#send({ kind: 'run', id, asking, organisations, creatorMsp, age: view.age, proposal });
    return this.#runs.wait(id);
  }

  #receive(report: Report): void {
    if (report.kind === 'open') this.#opened.settle(OPENING, undefined);
    else if (report.kind === 'turned') this.#turns.settle(report.age, undefined);
    else this.#runs.settle(report.id, report.outcome);
  }

  #send(order: Order): void {
    this.#worker.postMessage(order);
  }

  #end(error: Error): void {
    for (const awaited of [this.#opened, this.#runs, this.#turns]) awaited.fail(error);
  }
}

function newFailure(outcome: RunOutcome): Error {
  return outcome.asking === 'failed'
    ? new PeerError(outcome.mspId, outcome.reason)
    : new Error('the thread answered something else');
}
