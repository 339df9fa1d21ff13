import { ledger } from '@hyperledger/fabric-protos';
import type { RangeRead } from '../../blocks/read-write-set.js';
import type { KeyRead } from '../../blocks/set-parts.js';
import { decodeEntry } from '../store/state-entry.js';
import type { EntryIterator } from '../store/view.js';
import type { RangeRecorder } from './namespace-builder.js';

/** A query that is open on a peer. */
export interface QueryCursor {
  /** Bytes of the next result, undefined at the end. */
  next(): Promise<Uint8Array | undefined>;
  /** The key that would come next, empty at the end; moves on. */
  nextKey(): Promise<string>;
  close(): Promise<void>;
}

/** Where a range query begins and ends, and what its keys begin with in the store. */
export interface RangeBounds {
  readonly namespace: string;
  readonly start: string;
  readonly end: string;
  readonly prefixLength: number;
}

/** Walks a range of keys and records how far it came, for the phantom check. */
export class RangeCursor implements QueryCursor, RangeRecorder {
  readonly #reads: KeyRead<string>[] = [];
  #exhausted = false;

  constructor(
    readonly iterator: EntryIterator,
    readonly bounds: RangeBounds,
  ) {}

  get recorded(): RangeRead {
    const last = this.#reads.at(-1);
    const end = this.#exhausted || last === undefined ? this.bounds.end : last.key;
    return { start: this.bounds.start, end, exhausted: this.#exhausted, reads: this.#reads };
  }

  async next(): Promise<Uint8Array | undefined> {
    const found = await this.iterator.next();
    if (found === undefined) {
      this.#exhausted = true;
      return undefined;
    }
    const key = this.#plainKey(found[0]);
    const { version, value } = decodeEntry(found[1]);
    this.#reads.push({ key, version });
    return encodeResult(this.bounds.namespace, key, value);
  }

  async nextKey(): Promise<string> {
    const found = await this.iterator.next();
    return found === undefined ? '' : this.#plainKey(found[0]);
  }

  close(): Promise<void> {
    return this.iterator.close();
  }

  #plainKey(stored: Buffer): string {
    return stored.subarray(this.bounds.prefixLength).toString('utf8');
  }
}

/** Walks the history of a key; the store holds results as they are given out. */
export class HistoryCursor implements QueryCursor {
  constructor(readonly iterator: EntryIterator) {}

  async next(): Promise<Uint8Array | undefined> {
    return (await this.iterator.next())?.[1];
  }

  nextKey(): Promise<string> {
    return Promise.resolve('');
  }

  close(): Promise<void> {
    return this.iterator.close();
  }
}

function encodeResult(namespace: string, key: string, value: Uint8Array): Uint8Array {
  const result = new ledger.queryresult.KV();
  result.setNamespace(namespace);
  result.setKey(key);
  result.setValue(value);
  return result.serializeBinary();
}
