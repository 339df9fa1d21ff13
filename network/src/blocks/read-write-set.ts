import { ledger } from '@hyperledger/fabric-protos';

const { rwset } = ledger;
const { kvrwset } = ledger.rwset;

/** Where a value was written: the block and the position in it. */
export interface Version {
  readonly block: number;
  readonly tx: number;
}

/** A read of a key; `version` undefined means absent. */
export interface KeyRead<Key> {
  readonly key: Key;
  readonly version: Version | undefined;
}

/** A range that was read, up to `end` or, when not exhausted, up to and with the last key consumed. */
export interface RangeRead {
  readonly start: string;
  readonly end: string;
  readonly exhausted: boolean;
  readonly reads: readonly KeyRead<string>[];
}

/** A write of a public key. */
export interface KeyWrite {
  readonly key: string;
  readonly isDelete: boolean;
  readonly value: Uint8Array;
}

/** A write of a private key as the ledger sees it. */
export interface HashedWrite {
  readonly keyHash: Uint8Array;
  readonly isDelete: boolean;
  readonly isPurge: boolean;
  readonly valueHash: Uint8Array;
}

/** Metadata entries that replace those of a key. */
export interface MetadataWrite<Key> {
  readonly key: Key;
  readonly entries: readonly MetadataEntry[];
}

/** A named piece of a key's metadata; Fabric knows one name, VALIDATION_PARAMETER. */
export interface MetadataEntry {
  readonly name: string;
  readonly value: Uint8Array;
}

/** Reads and writes of one private collection, hashed. */
export interface CollectionSet {
  readonly name: string;
  readonly reads: readonly KeyRead<Uint8Array>[];
  readonly writes: readonly HashedWrite[];
  readonly metadataWrites: readonly MetadataWrite<Uint8Array>[];
}

/** Reads and writes of one namespace. */
export interface NamespaceSet {
  readonly name: string;
  readonly reads: readonly KeyRead<string>[];
  readonly ranges: readonly RangeRead[];
  readonly writes: readonly KeyWrite[];
  readonly metadataWrites: readonly MetadataWrite<string>[];
  readonly collections: readonly CollectionSet[];
}

/** Parse the results of a chaincode action. @throws when the bytes are not a read-write set. */
export function parseReadWriteSet(results: Uint8Array): NamespaceSet[] {
  return rwset.TxReadWriteSet.deserializeBinary(results).getNsRwsetList().map(parseNamespace);
}

function parseNamespace(set: InstanceType<typeof rwset.NsReadWriteSet>): NamespaceSet {
  const keys = kvrwset.KVRWSet.deserializeBinary(set.getRwset_asU8());
  return {
    name: set.getNamespace(),
    reads: keys.getReadsList().map(parseRead),
    ranges: keys.getRangeQueriesInfoList().map((range) => ({
      start: range.getStartKey(),
      end: range.getEndKey(),
      exhausted: range.getItrExhausted(),
      reads: (range.getRawReads()?.getKvReadsList() ?? []).map(parseRead),
    })),
    writes: keys.getWritesList().map((write) => ({
      key: write.getKey(),
      isDelete: write.getIsDelete(),
      value: write.getValue_asU8(),
    })),
    metadataWrites: keys.getMetadataWritesList().map((write) => ({
      key: write.getKey(),
      entries: write.getEntriesList().map(parseEntry),
    })),
    collections: set.getCollectionHashedRwsetList().map(parseCollection),
  };
}

function parseCollection(set: InstanceType<typeof rwset.CollectionHashedReadWriteSet>): CollectionSet {
  const hashed = kvrwset.HashedRWSet.deserializeBinary(set.getHashedRwset_asU8());
  return {
    name: set.getCollectionName(),
    reads: hashed.getHashedReadsList().map((read) => ({
      key: read.getKeyHash_asU8(),
      version: parseVersion(read.getVersion()),
    })),
    writes: hashed.getHashedWritesList().map((write) => ({
      keyHash: write.getKeyHash_asU8(),
      isDelete: write.getIsDelete(),
      isPurge: write.getIsPurge(),
      valueHash: write.getValueHash_asU8(),
    })),
    metadataWrites: hashed.getMetadataWritesList().map((write) => ({
      key: write.getKeyHash_asU8(),
      entries: write.getEntriesList().map(parseEntry),
    })),
  };
}

function parseRead(read: InstanceType<typeof kvrwset.KVRead>): KeyRead<string> {
  return { key: read.getKey(), version: parseVersion(read.getVersion()) };
}

function parseVersion(version: InstanceType<typeof kvrwset.Version> | undefined): Version | undefined {
  return version && { block: version.getBlockNum(), tx: version.getTxNum() };
}

function parseEntry(entry: InstanceType<typeof kvrwset.KVMetadataEntry>): MetadataEntry {
  return { name: entry.getName(), value: entry.getValue_asU8() };
}
