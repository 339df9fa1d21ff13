/** The only code that touches `ctx.stub`: typed records in, typed records out, canonical bytes between. */
import { hash } from 'node:crypto';
import type { ChaincodeStub } from 'fabric-shim';
import type * as z from 'zod';
import { keyOf, splitKey, type KeyType } from '../model/kernel/keys.js';
import type { EndorsingGroups } from '../rules/goods-policy.js';
import { canonicalJson } from '../signing/canonical-json.js';
import { policyBytes } from './endorsement-policy.js';
import { parseRecord } from './parse-record.js';
import { PrivateState } from './private-state.js';

interface Pending {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly policy: Uint8Array | undefined;
}

/**
 * World state of one transaction. Reads see the last committed block, never the transaction's own writes; writes
 * are kept until {@link WorldState.flush}, so that a fact found in dispute leaves none.
 */
export class WorldState {
  readonly #stub: ChaincodeStub;
  readonly #by: string;
  /** What was read: the committed state does not change within a transaction. */
  readonly #readings = new Map<string, Promise<Uint8Array>>();
  readonly #pending = new Map<string, Pending>();

  constructor(stub: ChaincodeStub, by: string) {
    this.#stub = stub;
    this.#by = by;
  }

  /** @returns the record, or undefined when the key is absent. */
  async get<S extends z.ZodType>(
    schema: S,
    type: KeyType,
    ...parts: readonly string[]
  ): Promise<z.output<S> | undefined> {
    const key = this.#compositeKey(type, parts);
    const bytes = await this.#read(key);
    return bytes.length === 0 ? undefined : parseRecord(schema, key, bytes);
  }

  /** Records whose keys begin with these parts; a racing insert makes the transaction a phantom conflict. */
  async range<S extends z.ZodType>(
    schema: S,
    type: KeyType,
    ...parts: readonly string[]
  ): Promise<readonly z.output<S>[]> {
    const found: z.output<S>[] = [];
    for await (const { key, value } of this.#stub.getStateByPartialCompositeKey(type, [...parts])) {
      found.push(parseRecord(schema, key, value));
    }
    return found;
  }

  /** Whether the key is there. */
  async has(type: KeyType, ...parts: readonly string[]): Promise<boolean> {
    return (await this.#read(this.#compositeKey(type, parts))).length > 0;
  }

  /** SHA-256 of the stored bytes of a written key (`batch~<B>`), null when absent. */
  async hashOf(key: string): Promise<string | null> {
    const split = splitKey(key);
    if (split === undefined) return null;
    const bytes = await this.#read(this.#compositeKey(split.type, split.parts));
    return bytes.length === 0 ? null : hash('sha256', bytes);
  }

  /** Writes a record; schema version and command id are added here, so that no handler forgets them. */
  put(type: KeyType, parts: readonly string[], record: object): void {
    this.#keep(type, parts, record, undefined);
  }

  /** Writes a record of goods with a policy of its own, in the transaction that makes it. */
  putGuarded(type: KeyType, parts: readonly string[], record: object, groups: EndorsingGroups): void {
    this.#keep(type, parts, record, policyBytes(groups));
  }

  /** State of a collection in this transaction. */
  collection(name: string): PrivateState {
    return new PrivateState(this.#stub, this.#by, name);
  }

  /** Forgets what was written so far. */
  discard(): void {
    this.#pending.clear();
  }

  /** Hands the writes to the stub, in the order in which their keys were first written. */
  async flush(): Promise<void> {
    for (const { key, bytes, policy } of this.#pending.values()) {
      await this.#stub.putState(key, bytes);
      if (policy !== undefined) await this.#stub.setStateValidationParameter(key, policy);
    }
  }

  #keep(type: KeyType, parts: readonly string[], record: object, policy: Uint8Array | undefined): void {
    const written = keyOf(type, ...parts);
    const key = this.#compositeKey(type, parts);
    const bytes = Buffer.from(canonicalJson({ ...record, v: 1, by: this.#by }));
    this.#pending.set(written, { key, bytes, policy: policy ?? this.#pending.get(written)?.policy });
  }

  #read(key: string): Promise<Uint8Array> {
    const known = this.#readings.get(key);
    if (known !== undefined) return known;
    const reading = this.#stub.getState(key);
    this.#readings.set(key, reading);
    return reading;
  }

  #compositeKey(type: KeyType, parts: readonly string[]): string {
    return this.#stub.createCompositeKey(type, [...parts]);
  }
}
