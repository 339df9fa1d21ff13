/** The outbox as pages use it: saves, tells who watches, and keeps on sending. */
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import type { Entry, Evidence } from './entry.js';
import { delayAfter } from './policy.js';
import { sendRound, type Wire } from './send.js';
import { phoneStore, type OutboxStore } from './store.js';
import { phoneTiming, type Timing } from './timing.js';

/** Is told when the outbox has changed. */
export type Watcher = () => void;

const FRESH = { state: 'onDevice', tries: 0, problem: null, receipt: null } as const;

/** One outbox a phone. */
export class Outbox {
  readonly #store: OutboxStore;
  readonly #wire: Wire;
  readonly #timing: Timing;
  readonly #watchers = new Set<Watcher>();
  #sending: Promise<void> | undefined;
  #callOff: () => void = () => undefined;

  constructor(wire: Wire, store: OutboxStore = phoneStore, timing: Timing = phoneTiming) {
    this.#wire = wire;
    this.#store = store;
    this.#timing = timing;
  }

  /** What was saved, in order. */
  all(): Promise<readonly Entry[]> {
    return this.#store.all();
  }

  /**
   * Saves a signed command with what proves it, durably, and begins to send; the same command is saved once.
   * @throws DOMException QuotaExceededError when the phone has no room for it: nothing was saved
   */
  async add(title: string, envelope: Envelope, evidence?: Evidence): Promise<void> {
    const { cmd } = envelope.command;
    const savedAt = this.#timing.now();
    await this.#store.update(cmd, (known, lastSequence) => {
      const isSame = known !== undefined && canonicalJson(known.envelope) === canonicalJson(envelope);
      if (isSame || known?.state === 'onLedger') return known;
      const sequence = known?.sequence ?? lastSequence + 1;
      const proof = evidence === undefined ? {} : { evidence };
      return { cmd, sequence, title, envelope, ...proof, ...FRESH, savedAt };
    });
    this.#tell();
    this.kick();
  }

  /** What was saved about a record, in order. */
  async about(key: string): Promise<readonly Entry[]> {
    return (await this.all()).filter(({ envelope }) => envelope.command.subject.key === key);
  }

  /** A person has seen what went wrong: a refusal goes, what is on the ledger stays as seen. */
  async dismiss(cmd: string): Promise<void> {
    await this.#store.update(cmd, (entry) => {
      if (entry?.state === 'refused') return undefined;
      return entry?.state === 'onLedger' ? { ...entry, isSeen: true } : entry;
    });
    this.#tell();
  }

  /** Sends now, e.g. when signal is back. */
  kick(): void {
    this.#callOff();
    this.#sending ??= this.#send().finally(() => {
      this.#sending = undefined;
    });
  }

  /** Tells of every change. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  async #send(): Promise<void> {
    // Two tabs of one phone share the outbox; one of them sends.
    await this.#timing.alone(async () => {
      const delay = await this.#round();
      this.#tell();
      if (delay !== undefined) this.#callOff = this.#timing.after(delay, () => this.kick());
    });
  }

  /** @returns milliseconds until the next round; undefined when nothing waits */
  async #round(): Promise<number | undefined> {
    try {
      if (await sendRound(this.#store, this.#wire)) return undefined;
      return delayAfter(Math.max(...(await this.#store.all()).map((entry) => entry.tries)));
    } catch {
      // An answer that could not be written down is asked for again: the same command has the same receipt.
      return delayAfter(1);
    }
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
