import type { KeyObject } from 'node:crypto';
import type { Worker } from 'node:worker_threads';
import type { Curve } from '../msp/curve.js';
import { Awaited } from './awaited.js';
import type { CurveOrder, CurveReport, CurveResult, CurveTask } from './curve-messages.js';
import { curveResult } from './curve-result.js';
import { newThread } from './new-thread.js';
import { wholeBytes } from './whole-bytes.js';

/** So few, when nothing else is under way, are done sooner than the thread wakes. */
const FEW = 3;

interface Gathered extends Omit<CurveTask, 'key'> {
  readonly key: KeyObject;
}

/**
 * Signatures in a thread of their own: all that one turn of the event loop asks for crosses in one message, where the
 * thread pool would be woken, and would wake this thread again, for every single one. Of a ledger that has little to
 * do the few signatures are made and checked here: what is sent alone does not wait for two threads to wake.
 */
export class CurveThread implements Curve {
  readonly #worker: Worker;
  readonly #results = new Awaited<CurveResult>();
  readonly #keys = new WeakMap<KeyObject, number>();
  readonly #exited: Promise<unknown>;
  #gathered: Gathered[] = [];
  #newKeys: (readonly [number, KeyObject])[] = [];
  #asked = 0;
  #named = 0;

  constructor(onFatal: (error: Error) => void) {
    this.#worker = newThread('curve-worker');
    this.#exited = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.on('message', (report: CurveReport) => {
      for (const [id, result] of report) this.#results.settle(id, result);
    });
    this.#worker.on('error', (cause) => {
      const error = new Error('The thread of signatures has failed', { cause });
      this.#results.fail(error);
      onFatal(error);
    });
  }

  /** @throws when the key cannot sign, or the thread has ended */
  async sign(message: Uint8Array, key: KeyObject): Promise<Uint8Array> {
    const result = await this.#ask(key, { message: wholeBytes(message) });
    if (result instanceof Uint8Array) return result;
    throw newFailure(result);
  }

  /** @throws when the key cannot check signatures, or the thread has ended */
  async verify(message: Uint8Array, key: KeyObject, signature: Uint8Array): Promise<boolean> {
    const parts = { message: wholeBytes(message), signature: wholeBytes(signature) };
    const result = await this.#ask(key, parts);
    if (typeof result === 'boolean') return result;
    throw newFailure(result);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
    await this.#exited;
    this.#results.fail(new Error('The ledger is closed'));
  }

  #ask(key: KeyObject, parts: Pick<CurveTask, 'message' | 'signature'>): Promise<CurveResult> {
    if (this.#gathered.length === 0) {
      setImmediate(() => {
        this.#send();
      });
    }
    this.#asked += 1;
    this.#gathered.push({ id: this.#asked, key, ...parts });
    return this.#results.wait(this.#asked);
  }

  #numberOf(key: KeyObject): number {
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    this.#named += 1;
    this.#keys.set(key, this.#named);
    this.#newKeys.push([this.#named, key]);
    return this.#named;
  }

  #send(): void {
    const gathered = this.#gathered;
    this.#gathered = [];
    const isQuiet = this.#results.size === gathered.length;
    if (isQuiet && gathered.length <= FEW) {
      for (const task of gathered) this.#results.settle(task.id, curveResult(task, task.key));
      return;
    }
    const tasks = gathered.map(({ key, ...task }): CurveTask => ({ ...task, key: this.#numberOf(key) }));
    const order: CurveOrder = { keys: this.#newKeys, tasks };
    this.#newKeys = [];
    this.#worker.postMessage(order);
  }
}

function newFailure(result: CurveResult): Error {
  const reason =
    typeof result === 'object' && 'failure' in result ? result.failure : 'it answered another question';
  return new Error(`The thread of signatures: ${reason}`);
}
