/** The outbox as pages use it: saves, tells who watches, and keeps on sending. */
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import type { Entry } from './entry.js';
import { delayAfter } from './policy.js';
import { sendRound, type Wire } from './send.js';
import { phoneStore, type OutboxStore } from './store.js';

/** Is told when the outbox has changed. */
export type Watcher = () => void;

/** One outbox a phone. */
export class Outbox {
  readonly #store: OutboxStore;
  readonly #wire: Wire;
  readonly #watchers = new Set<Watcher>();
  #sending: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(wire: Wire, store: OutboxStore = phoneStore) {
    this.#wire = wire;
    this.#store = store;
  }

  /** What was saved, in order. */
  all(): Promise<readonly Entry[]> {
    return this.#store.all();
  }

  /** Saves a signed command, durably, and begins to send; the same command is saved once. */
  async add(title: string, envelope: Envelope): Promise<void> {
    const { cmd } = envelope.command;
    const known = await this.#store.get(cmd);
    const isSame = known !== undefined && canonicalJson(known.envelope) === canonicalJson(envelope);
    if (!isSame && known?.state !== 'onLedger') {
      const last = (await this.#store.all()).at(-1);
      const sequence = known?.sequence ?? (last?.sequence ?? 0) + 1;
      const fresh = { state: 'onDevice', tries: 0, problem: null, receipt: null } as const;
      await this.#store.put({ cmd, sequence, title, envelope, ...fresh, savedAt: new Date().toISOString() });
    }
    this.#tell();
    this.kick();
  }

  /** What was saved about a record, in order. */
  async about(key: string): Promise<readonly Entry[]> {
    return (await this.all()).filter(({ envelope }) => envelope.command.subject.key === key);
  }

  /** A person has seen what went wrong: a refusal goes, what is on the ledger stays as seen. */
  async dismiss(cmd: string): Promise<void> {
    const entry = await this.#store.get(cmd);
    if (entry?.state === 'refused') await this.#store.remove(cmd);
    else if (entry?.state === 'onLedger') await this.#store.put({ ...entry, isSeen: true });
    this.#tell();
  }

  /** Sends now, e.g. when signal is back. */
  kick(): void {
    clearTimeout(this.#timer);
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
    await navigator.locks.request('yaosu-outbox', async () => {
      const isDone = await sendRound(this.#store, this.#wire);
      this.#tell();
      if (isDone) return;
      const tries = Math.max(...(await this.#store.all()).map((entry) => entry.tries));
      this.#timer = setTimeout(() => this.kick(), delayAfter(tries));
    });
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
