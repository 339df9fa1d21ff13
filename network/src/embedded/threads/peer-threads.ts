import type { ChaincodeDefinition, EmbeddedOptions } from '../definition.js';
import type { ChaincodeResponse } from '../chaincode/response.js';
import { allAnswers } from '../peers/all-answers.js';
import type { PeerAnswer, PeerProposal, Peers, ProposalContext } from '../peers/peer.js';
import type { Store } from '../store/store.js';
import { threadDefinition } from './messages.js';
import { PeerThread } from './peer-thread-handle.js';

/** Runs that a thread has at once: one at work, one behind it. More would keep it from taking the next view. */
const AHEAD = 2;

type Start = (thread: PeerThread) => void;

/** Peers in threads beside the ledger's: each thread runs every organisation's, and the least busy one is asked. */
export class PeerThreads implements Peers {
  readonly #threads: readonly PeerThread[];
  readonly #countersign: boolean;
  readonly #ready: Promise<unknown>;
  readonly #waiting: Start[] = [];

  /** @throws when a chaincode does not say where its contracts are. */
  constructor(
    { folder, organisations, chaincodes, peerThreads = 1, countersign = false, onFatal }: EmbeddedOptions,
    store: Store,
  ) {
    for (const definition of chaincodes) threadDefinition(definition);
    const failed = onFatal ?? (() => undefined);
    this.#threads = Array.from(
      { length: peerThreads },
      () => new PeerThread({ folder, organisations, countersign }, failed),
    );
    this.#countersign = countersign;
    this.#ready = Promise.all(
      this.#threads.map(async (thread) => {
        await thread.opened;
        await store.follow(thread);
      }),
    );
    // Whoever asks first is told.
    this.#ready.catch(() => undefined);
  }

  query(mspId: string, proposal: PeerProposal, context: ProposalContext): Promise<ChaincodeResponse> {
    return this.#run((thread) => thread.query(mspId, proposal, context));
  }

  /** Where each peer runs the proposal by itself, threads share the work. */
  async endorse(
    organisations: readonly string[],
    proposal: PeerProposal,
    context: ProposalContext,
  ): Promise<readonly PeerAnswer[]> {
    const together = this.#countersign ? [organisations] : organisations.map((mspId) => [mspId]);
    const asked = together.map((each) => this.#run((thread) => thread.endorse(each, proposal, context)));
    return (await allAnswers(asked)).flat();
  }

  install(definition: ChaincodeDefinition): void {
    for (const thread of this.#threads) thread.install(definition);
  }

  async ready(): Promise<void> {
    await this.#ready;
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.#ready]);
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #run<T>(ask: (thread: PeerThread) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.push((thread) => {
        void ask(thread)
          .then(resolve, reject)
          .finally(() => this.#fill());
      });
      this.#fill();
    });
  }

  #fill(): void {
    for (let thread = this.#leastBusy(); thread.busy < AHEAD; thread = this.#leastBusy()) {
      const start = this.#waiting.shift();
      if (start === undefined) return;
      start(thread);
    }
  }

  #leastBusy(): PeerThread {
    return this.#threads.reduce((best, thread) => (thread.busy < best.busy ? thread : best));
  }
}
