import type { CollectionSet, HashedWrite } from '../../blocks/collection-set.js';
import type { NamespaceSet } from '../../blocks/read-write-set.js';
import type { MetadataWrite, Version } from '../../blocks/set-parts.js';
import { sha256 } from '../../blocks/sha256.js';
import { wireMessage } from '../../blocks/wire-writer.js';
import type { Definitions } from '../definitions.js';
import type { PrivateWrite } from '../simulate/private-set.js';
import { expiryKey, hashedKey, historyKey, privateKey, publicKey, versionBytes } from '../store/keys.js';
import type { BlockChanges } from './block-changes.js';
import type { CandidateContent } from './open-candidate.js';

/** A valid transaction and where it stands. */
export interface ValidTransaction {
  readonly txId: string;
  readonly content: CandidateContent;
  readonly version: Version;
  /** What members' peers have of its private writes; nothing of it is believed that its hashes do not confirm. */
  readonly privateWrites: readonly PrivateWrite[];
}

interface DatedTransaction extends ValidTransaction {
  /** `google.protobuf.Timestamp`, the same in the history of each of its keys. */
  readonly time: Uint8Array | undefined;
}

/** Applies the writes of valid transactions to the state of a block. */
export class TransactionApplier {
  constructor(
    readonly changes: BlockChanges,
    readonly definitions: Definitions,
  ) {}

  apply(transaction: ValidTransaction): void {
    const time = transaction.content.channelHeader.getTimestamp()?.serializeBinary();
    for (const set of transaction.content.sets) {
      this.#applyPublic(set, { ...transaction, time });
      for (const collection of set.collections) this.#applyHashes(set.name, collection, transaction);
    }
    for (const write of transaction.privateWrites) this.#applyPrivate(write, transaction);
  }

  #applyPublic(set: NamespaceSet, transaction: DatedTransaction): void {
    const { version } = transaction;
    for (const { key, isDelete, value } of set.writes) {
      this.#write(publicKey(set.name, key), isDelete ? undefined : value, version);
      this.changes.notes.push({
        type: 'put',
        key: historyKey(set.name, key, version),
        value: newHistoryEntry(transaction, isDelete, value),
      });
    }
    for (const { key, entries } of set.metadataWrites) {
      this.#writeMetadata(publicKey(set.name, key), entries, version);
    }
  }

  #applyHashes(
    namespace: string,
    { name, writes, metadataWrites }: CollectionSet,
    { version }: ValidTransaction,
  ): void {
    for (const { keyHash, isDelete, valueHash } of writes) {
      const key = hashedKey(namespace, name, keyHash);
      this.#write(key, isDelete ? undefined : valueHash, version);
      if (!isDelete) this.#noteExpiry(key, this.#blocksToLive(namespace, name), version);
    }
    for (const { key, entries } of metadataWrites) {
      this.#writeMetadata(hashedKey(namespace, name, key), entries, version);
    }
  }

  #applyPrivate(write: PrivateWrite, { content, version }: ValidTransaction): void {
    const { namespace, collection, key, value, isMetadataOnly } = write;
    if (!isOnLedger(write, content.sets)) return;
    for (const member of this.definitions.collection(namespace, collection)?.members ?? []) {
      const stored = privateKey(member, namespace, collection, key);
      const kept = isMetadataOnly ? this.changes.entry(stored)?.value : value;
      this.#write(stored, kept, version);
      if (kept) this.#noteExpiry(stored, this.#blocksToLive(namespace, collection), version);
    }
  }

  /** A new value keeps the key's metadata; deleting drops it. */
  #write(key: Buffer, value: Uint8Array | undefined, version: Version): void {
    const metadata = this.changes.entry(key)?.metadata ?? [];
    this.changes.set(key, value && { version, metadata, value });
  }

  /** New metadata keeps the value, if there is one. */
  #writeMetadata(key: Buffer, metadata: MetadataWrite<unknown>['entries'], version: Version): void {
    const entry = this.changes.entry(key);
    if (entry) this.changes.set(key, { version, metadata, value: entry.value });
  }

  #noteExpiry(key: Buffer, blocksToLive: number, version: Version): void {
    if (blocksToLive === 0) return;
    const note = expiryKey(version.block + blocksToLive, key);
    this.changes.notes.push({ type: 'put', key: note, value: versionBytes(version) });
  }

  #blocksToLive(namespace: string, collection: string): number {
    return this.definitions.collection(namespace, collection)?.blockToLive ?? 0;
  }
}

function isOnLedger(write: PrivateWrite, sets: readonly NamespaceSet[]): boolean {
  const set = sets.find(({ name }) => name === write.namespace);
  const collection = set?.collections.find(({ name }) => name === write.collection);
  const keyHash = sha256(Buffer.from(write.key));
  if (write.isMetadataOnly) return collection?.metadataWrites.some(({ key }) => keyHash.equals(key)) ?? false;
  return (
    collection?.writes.some((hashed) => keyHash.equals(hashed.keyHash) && hasValue(hashed, write)) ?? false
  );
}

function hasValue({ isDelete, valueHash }: HashedWrite, { value }: PrivateWrite): boolean {
  return value === undefined ? isDelete : !isDelete && sha256(value).equals(valueHash);
}

/** `queryresult.KeyModification` (ledger/queryresult/kv_query_result.proto) */
function newHistoryEntry({ txId, time }: DatedTransaction, isDelete: boolean, value: Uint8Array): Buffer {
  const written = wireMessage((writer) => {
    writer.string(1, txId);
    writer.bytes(2, value);
    if (time !== undefined) writer.bytes(3, time);
    writer.bool(4, isDelete);
  });
  return Buffer.from(written.buffer, written.byteOffset, written.length);
}
