/** The only code that touches `ctx.stub`: typed records in, typed records out, canonical bytes between. */
import type { ChaincodeStub } from 'fabric-shim';
import type * as z from 'zod';
import { keyOf, splitKey, type KeyType } from '../model/kernel/keys.js';
import type { EndorsingGroups } from '../rules/goods-policy.js';
import { sha256Hex, utf8 } from '../signing/bytes.js';
import { canonicalJson } from '../signing/canonical-json.js';
import { allOf, encodePolicy, oneOf } from './endorsement-policy.js';

/** World state of one transaction; reads see the last committed block, never the transaction's own writes. */
export class WorldState {
  readonly #stub: ChaincodeStub;
  readonly #by: string;
  readonly #written: string[] = [];

  constructor(stub: ChaincodeStub, by: string) {
    this.#stub = stub;
    this.#by = by;
  }

  /** Keys written so far, in order. */
  get written(): readonly string[] {
    return this.#written;
  }

  /** @returns the record, or undefined when the key is absent. */
  async get<S extends z.ZodType>(
    schema: S,
    type: KeyType,
    ...parts: readonly string[]
  ): Promise<z.output<S> | undefined> {
    const bytes = await this.#bytes(type, parts);
    return bytes.length === 0 ? undefined : schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  }

  /** Whether the key is there. */
  async has(type: KeyType, ...parts: readonly string[]): Promise<boolean> {
    return (await this.#bytes(type, parts)).length > 0;
  }

  /** SHA-256 of the stored bytes of a written key (`batch~<B>`), null when absent. */
  async hashOf(key: string): Promise<string | null> {
    const split = splitKey(key);
    if (split === undefined) return null;
    const bytes = await this.#bytes(split.type, split.parts);
    return bytes.length === 0 ? null : sha256Hex(bytes);
  }

  /** Writes a record; schema version and command id are added here, so that no handler forgets them. */
  async put(type: KeyType, parts: readonly string[], record: object): Promise<void> {
    const bytes = Buffer.from(utf8(canonicalJson({ ...record, v: 1, by: this.#by })));
    await this.#stub.putState(this.#compositeKey(type, parts), bytes);
    this.#written.push(keyOf(type, ...parts));
  }

  /** Writes a record of goods with a policy of its own, in the transaction that makes it. */
  async putGuarded(
    type: KeyType,
    parts: readonly string[],
    record: object,
    groups: EndorsingGroups,
  ): Promise<void> {
    await this.put(type, parts, record);
    const policy = oneOf(...groups.map((group) => allOf(...group.map((peer) => ({ peer })))));
    await this.#stub.setStateValidationParameter(this.#compositeKey(type, parts), encodePolicy(policy));
  }

  async #bytes(type: KeyType, parts: readonly string[]): Promise<Uint8Array> {
    return this.#stub.getState(this.#compositeKey(type, parts));
  }

  #compositeKey(type: KeyType, parts: readonly string[]): string {
    return this.#stub.createCompositeKey(type, [...parts]);
  }
}
