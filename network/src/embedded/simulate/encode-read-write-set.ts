import { sha256 } from '../../blocks/sha256.js';
import type { RangeRead } from '../../blocks/read-write-set.js';
import { writeMetadataEntries, type KeyRead, type Version } from '../../blocks/set-parts.js';
import { WireWriter } from '../../blocks/wire-writer.js';
import type { CollectionBuilder, NamespaceBuilder, ReadWriteSetBuilder } from './namespace-builder.js';

/*
 * Numbers are those of fields in Fabric's ledger/rwset/rwset.proto and ledger/rwset/kvrwset/kv_rwset.proto. Every
 * endorsement writes a set, so it is written straight to bytes.
 */

/** Serialise what a simulation gathered (`rwset.TxReadWriteSet`); every peer that saw the same makes the same bytes. */
export function encodeReadWriteSet(builder: ReadWriteSetBuilder): Uint8Array {
  const writer = new WireWriter();
  for (const [name, namespace] of sorted(builder.namespaces)) {
    writer.message(2, () => {
      writer.string(1, name);
      writer.opened(2, () => {
        writeKeys(writer, namespace);
      });
      for (const [collection, changes] of sorted(namespace.collections)) {
        writer.message(3, () => {
          writeCollection(writer, collection, changes);
        });
      }
    });
  }
  return writer.finish();
}

/** `kvrwset.KVRWSet` */
function writeKeys(writer: WireWriter, { reads, ranges, writes, metadataWrites }: NamespaceBuilder): void {
  for (const [key, version] of sorted(reads)) writeRead(writer, 1, { key, version });
  for (const range of distinct(ranges.map(({ recorded }) => recorded))) {
    writer.message(2, () => {
      writeRange(writer, range);
    });
  }
  for (const [key, value] of sorted(writes)) writeWrite(writer, 3, key, value);
  for (const [key, entries] of sorted(metadataWrites)) {
    writer.message(4, () => {
      writer.string(1, key);
      writeMetadataEntries(writer, entries);
    });
  }
}

/** `rwset.CollectionHashedReadWriteSet` */
function writeCollection(writer: WireWriter, name: string, changes: CollectionBuilder): void {
  writer.string(1, name);
  writer.opened(2, () => {
    writeHashes(writer, changes);
  });
  if (changes.writes.size > 0) writer.bytes(3, sha256(encodePrivateWrites(changes.writes)));
}

/** `kvrwset.HashedRWSet` */
function writeHashes(writer: WireWriter, { reads, writes, metadataWrites }: CollectionBuilder): void {
  for (const [keyHash, version] of byHash(reads)) {
    writer.message(1, () => {
      writer.bytes(1, keyHash);
      writeVersion(writer, 2, version);
    });
  }
  for (const [keyHash, { value, isPurge }] of byHash(writes)) {
    writer.message(2, () => {
      writer.bytes(1, keyHash);
      writer.bool(2, value === undefined);
      if (value !== undefined) writer.bytes(3, sha256(value));
      writer.bool(4, isPurge);
    });
  }
  for (const [keyHash, entries] of byHash(metadataWrites)) {
    writer.message(3, () => {
      writer.bytes(1, keyHash);
      writeMetadataEntries(writer, entries);
    });
  }
}

function encodePrivateWrites(writes: CollectionBuilder['writes']): Uint8Array {
  const writer = new WireWriter();
  for (const [key, { value }] of sorted(writes)) writeWrite(writer, 3, key, value);
  return writer.finish();
}

function writeRead(writer: WireWriter, field: number, { key, version }: KeyRead<string>): void {
  writer.message(field, () => {
    writer.string(1, key);
    writeVersion(writer, 2, version);
  });
}

function writeVersion(writer: WireWriter, field: number, version: Version | undefined): void {
  if (version === undefined) return;
  writer.message(field, () => {
    writer.uint(1, version.block);
    writer.uint(2, version.tx);
  });
}

function writeRange(writer: WireWriter, { start, end, exhausted, reads }: RangeRead): void {
  writer.string(1, start);
  writer.string(2, end);
  writer.bool(3, exhausted);
  writer.message(4, () => {
    for (const read of reads) writeRead(writer, 1, read);
  });
}

function writeWrite(writer: WireWriter, field: number, key: string, value: Uint8Array | undefined): void {
  writer.message(field, () => {
    writer.string(1, key);
    writer.bool(2, value === undefined);
    if (value !== undefined) writer.bytes(3, value);
  });
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
