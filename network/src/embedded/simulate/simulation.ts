import type { MetadataEntry } from '../../blocks/set-parts.js';
import { LIFECYCLE, sequenceKey } from '../definitions.js';
import { historyPrefix, publicEnd, publicKey } from '../store/keys.js';
import type { View } from '../store/view.js';
import { ReadWriteSetBuilder } from './namespace-builder.js';
import { HistoryCursor, RangeCursor } from './query-cursor.js';
import { WriteGuard } from './write-guard.js';

const AFTER_EVERY_VERSION = Buffer.alloc(13, 0xff);

/** What one run of a transaction reads and writes of the public state, at one height and unseen by itself. */
export class Simulation {
  readonly sets = new ReadWriteSetBuilder();
  readonly guard: WriteGuard;

  constructor(
    readonly view: View,
    txId: string,
  ) {
    this.guard = new WriteGuard(txId);
  }

  /** Note that the definition of a chaincode was relied on. */
  readDefinition(chaincode: string): void {
    this.get(LIFECYCLE, sequenceKey(chaincode));
  }

  /** Committed value, empty for an absent key. */
  get(namespace: string, key: string): Uint8Array {
    const entry = this.view.entry(publicKey(namespace, key));
    this.sets.namespace(namespace).reads.set(key, entry?.version);
    return entry?.value ?? new Uint8Array();
  }

  /** An empty value deletes. @throws when an earlier query rules writes out. */
  put(namespace: string, key: string, value: Uint8Array): void {
    this.guard.assertMayWrite();
    this.sets.namespace(namespace).writes.set(key, value.length === 0 ? undefined : value);
  }

  /** Committed metadata; counts as a read of the key. */
  getMetadata(namespace: string, key: string): readonly MetadataEntry[] {
    const entry = this.view.entry(publicKey(namespace, key));
    this.sets.namespace(namespace).reads.set(key, entry?.version);
    return entry?.metadata ?? [];
  }

  /** @throws when an earlier query rules writes out. */
  putMetadata(namespace: string, key: string, entry: MetadataEntry): void {
    this.guard.assertMayWrite();
    this.sets.namespace(namespace).metadataWrites.set(key, [entry]);
  }

  /** Keys of [start, end); an empty end is the end of the namespace. */
  range(namespace: string, start: string, end: string): RangeCursor {
    const upper = end === '' ? publicEnd(namespace) : publicKey(namespace, end);
    const cursor = new RangeCursor(this.view.entries(publicKey(namespace, start), upper), {
      namespace,
      start,
      end,
      prefixLength: publicKey(namespace, '').length,
    });
    this.sets.namespace(namespace).ranges.push(cursor);
    return cursor;
  }

  /** @throws after a write. */
  page(namespace: string, start: string, end: string): RangeCursor {
    this.guard.assertMayPaginate();
    return this.range(namespace, start, end);
  }

  /** Every valid write of a key, the newest first; not protected against change. */
  history(namespace: string, key: string): HistoryCursor {
    const prefix = historyPrefix(namespace, key);
    return new HistoryCursor(this.view.entries(prefix, Buffer.concat([prefix, AFTER_EVERY_VERSION]), true));
  }
}
