/** State of a collection in one transaction: values for the peers of its members, hashes for everybody's. */
import type { ChaincodeStub } from 'fabric-shim';
import type * as z from 'zod';
import { keyOf, type KeyType } from '../model/kernel/keys.js';
import { canonicalJson } from '../signing/canonical-json.js';
import { parseRecord } from './parse-record.js';

interface Pending {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** One collection; writes are kept until {@link PrivateState.flush}. */
export class PrivateState {
  readonly #stub: ChaincodeStub;
  readonly #by: string;
  readonly #collection: string;
  readonly #pending = new Map<string, Pending>();

  constructor(stub: ChaincodeStub, by: string, collection: string) {
    this.#stub = stub;
    this.#by = by;
    this.#collection = collection;
  }

  /** @returns the record, or undefined when the key is absent. @throws on the peer of an organisation that is no member */
  async get<S extends z.ZodType>(
    schema: S,
    type: KeyType,
    ...parts: readonly string[]
  ): Promise<z.output<S> | undefined> {
    const bytes = await this.bytes(type, ...parts);
    const name = [this.#collection, keyOf(type, ...parts)].join(' ');
    return bytes.length === 0 ? undefined : parseRecord(schema, name, bytes);
  }

  /** A value as it lies, empty when the key is absent. @throws as {@link PrivateState.get} */
  bytes(type: KeyType, ...parts: readonly string[]): Promise<Uint8Array> {
    return this.#stub.getPrivateData(this.#collection, this.#compositeKey(type, parts));
  }

  /** SHA-256 of a value, hex, as any peer knows it; null when the key is absent. */
  async hashOf(type: KeyType, ...parts: readonly string[]): Promise<string | null> {
    const key = this.#compositeKey(type, parts);
    const bytes = await this.#stub.getPrivateDataHash(this.#collection, key);
    return bytes.length === 0 ? null : Buffer.from(bytes).toString('hex');
  }

  /** Writes a record; schema version and command id are added here. */
  put(type: KeyType, parts: readonly string[], record: object): void {
    this.putBytes(type, parts, Buffer.from(canonicalJson({ ...record, v: 1, by: this.#by })));
  }

  /** Writes bytes as they are, so that their hash is the one that was signed. */
  putBytes(type: KeyType, parts: readonly string[], bytes: Uint8Array): void {
    this.#pending.set(keyOf(type, ...parts), { key: this.#compositeKey(type, parts), bytes });
  }

  /** Hands the writes to the stub. */
  async flush(): Promise<void> {
    for (const { key, bytes } of this.#pending.values()) {
      await this.#stub.putPrivateData(this.#collection, key, bytes);
    }
  }

  #compositeKey(type: KeyType, parts: readonly string[]): string {
    return this.#stub.createCompositeKey(type, [...parts]);
  }
}
