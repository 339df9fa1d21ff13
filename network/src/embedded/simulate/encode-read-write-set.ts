import { ledger } from '@hyperledger/fabric-protos';
import type { MetadataEntry, RangeRead, Version } from '../../blocks/read-write-set.js';
import { sha256 } from '../../blocks/sha256.js';
import type {
  CollectionBuilder,
  NamespaceBuilder,
  PrivateChange,
  ReadWriteSetBuilder,
} from './namespace-builder.js';

const { rwset } = ledger;
const { kvrwset } = ledger.rwset;

/** Serialise what a simulation gathered; every peer that saw the same makes the same bytes. */
export function encodeReadWriteSet(builder: ReadWriteSetBuilder): Uint8Array {
  const set = new rwset.TxReadWriteSet();
  set.setDataModel(rwset.TxReadWriteSet.DataModel.KV);
  set.setNsRwsetList(sorted(builder.namespaces).map(([name, namespace]) => encodeNamespace(name, namespace)));
  return set.serializeBinary();
}

function encodeNamespace(
  name: string,
  namespace: NamespaceBuilder,
): InstanceType<typeof rwset.NsReadWriteSet> {
  const keys = new kvrwset.KVRWSet();
  keys.setReadsList(sorted(namespace.reads).map(([key, version]) => encodeRead(key, version)));
  keys.setRangeQueriesInfoList(distinct(namespace.ranges.map((range) => range.recorded)).map(encodeRange));
  keys.setWritesList(sorted(namespace.writes).map(([key, value]) => encodeWrite(key, value)));
  keys.setMetadataWritesList(
    sorted(namespace.metadataWrites).map(([key, entries]) => {
      const write = new kvrwset.KVMetadataWrite();
      write.setKey(key);
      write.setEntriesList(entries.map(encodeEntry));
      return write;
    }),
  );
  const set = new rwset.NsReadWriteSet();
  set.setNamespace(name);
  set.setRwset(keys.serializeBinary());
  set.setCollectionHashedRwsetList(
    sorted(namespace.collections).map(([collection, changes]) => encodeCollection(collection, changes)),
  );
  return set;
}

function encodeCollection(
  name: string,
  { reads, writes, metadataWrites }: CollectionBuilder,
): InstanceType<typeof rwset.CollectionHashedReadWriteSet> {
  const hashed = new kvrwset.HashedRWSet();
  hashed.setHashedReadsList(byHash(reads).map(([keyHash, version]) => encodeHashedRead(keyHash, version)));
  hashed.setHashedWritesList(byHash(writes).map(([keyHash, change]) => encodeHashedWrite(keyHash, change)));
  hashed.setMetadataWritesList(
    byHash(metadataWrites).map(([keyHash, entries]) => {
      const write = new kvrwset.KVMetadataWriteHash();
      write.setKeyHash(keyHash);
      write.setEntriesList(entries.map(encodeEntry));
      return write;
    }),
  );
  const set = new rwset.CollectionHashedReadWriteSet();
  set.setCollectionName(name);
  set.setHashedRwset(hashed.serializeBinary());
  if (writes.size > 0) set.setPvtRwsetHash(sha256(encodePrivateWrites(writes)));
  return set;
}

function encodePrivateWrites(writes: CollectionBuilder['writes']): Uint8Array {
  const keys = new kvrwset.KVRWSet();
  keys.setWritesList(sorted(writes).map(([key, change]) => encodeWrite(key, change.value)));
  return keys.serializeBinary();
}

function encodeRead(key: string, version: Version | undefined): InstanceType<typeof kvrwset.KVRead> {
  const read = new kvrwset.KVRead();
  read.setKey(key);
  read.setVersion(encodeVersion(version));
  return read;
}

function encodeHashedRead(
  keyHash: Uint8Array,
  version: Version | undefined,
): InstanceType<typeof kvrwset.KVReadHash> {
  const read = new kvrwset.KVReadHash();
  read.setKeyHash(keyHash);
  read.setVersion(encodeVersion(version));
  return read;
}

function encodeRange({
  start,
  end,
  exhausted,
  reads,
}: RangeRead): InstanceType<typeof kvrwset.RangeQueryInfo> {
  const range = new kvrwset.RangeQueryInfo();
  range.setStartKey(start);
  range.setEndKey(end);
  range.setItrExhausted(exhausted);
  const raw = new kvrwset.QueryReads();
  raw.setKvReadsList(reads.map(({ key, version }) => encodeRead(key, version)));
  range.setRawReads(raw);
  return range;
}

function encodeWrite(key: string, value: Uint8Array | undefined): InstanceType<typeof kvrwset.KVWrite> {
  const write = new kvrwset.KVWrite();
  write.setKey(key);
  write.setIsDelete(value === undefined);
  if (value !== undefined) write.setValue(value);
  return write;
}

function encodeHashedWrite(
  keyHash: Uint8Array,
  { value, isPurge }: PrivateChange,
): InstanceType<typeof kvrwset.KVWriteHash> {
  const write = new kvrwset.KVWriteHash();
  write.setKeyHash(keyHash);
  write.setIsDelete(value === undefined);
  write.setIsPurge(isPurge);
  if (value !== undefined) write.setValueHash(sha256(value));
  return write;
}

function encodeEntry({ name, value }: MetadataEntry): InstanceType<typeof kvrwset.KVMetadataEntry> {
  const entry = new kvrwset.KVMetadataEntry();
  entry.setName(name);
  entry.setValue(value);
  return entry;
}

function encodeVersion(version: Version | undefined): InstanceType<typeof kvrwset.Version> | undefined {
  if (version === undefined) return undefined;
  const encoded = new kvrwset.Version();
  encoded.setBlockNum(version.block);
  encoded.setTxNum(version.tx);
  return encoded;
}

/** The same range read twice with the same end is recorded once. */
function distinct(ranges: readonly RangeRead[]): RangeRead[] {
  const byBounds = new Map<string, RangeRead>();
  for (const range of ranges) {
    const bounds = JSON.stringify([range.start, range.end, range.exhausted]);
    if (!byBounds.has(bounds)) byBounds.set(bounds, range);
  }
  return [...byBounds.values()];
}

/** In the order of the keys' bytes, which is not that of JavaScript's strings. */
function sorted<V>(map: ReadonlyMap<string, V>): [string, V][] {
  if (map.size < 2) return [...map];
  return [...map]
    .map(([key, value]) => ({ bytes: Buffer.from(key), pair: [key, value] as [string, V] }))
    .sort((one, other) => Buffer.compare(one.bytes, other.bytes))
    .map(({ pair }) => pair);
}

function byHash<V>(map: ReadonlyMap<string, V>): [Buffer, V][] {
  return [...map]
    .map(([key, value]): [Buffer, V] => [sha256(Buffer.from(key)), value])
    .sort(([one], [other]) => Buffer.compare(one, other));
}
