import { ledger } from '@hyperledger/fabric-protos';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseReadWriteSet } from '../../blocks/read-write-set.js';
import type { MetadataEntry, Version } from '../../blocks/set-parts.js';
import { encodeReadWriteSet } from './encode-read-write-set.js';
import { ReadWriteSetBuilder, type NamespaceBuilder } from './namespace-builder.js';

const { rwset } = ledger;
const { kvrwset } = ledger.rwset;

const key = fc.string({ unit: 'binary', maxLength: 200 });
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.nat({ max: 40_000 }).map((length) => new Uint8Array(length).fill(7)),
);
const version: fc.Arbitrary<Version | undefined> = fc.option(
  fc.record({ block: fc.nat({ max: Number.MAX_SAFE_INTEGER }), tx: fc.nat({ max: 100_000 }) }),
  { nil: undefined },
);
const entries: fc.Arbitrary<readonly MetadataEntry[]> = fc.array(fc.record({ name: key, value: bytes }), {
  maxLength: 2,
});
const mapOf = <V>(value: fc.Arbitrary<V>): fc.Arbitrary<Map<string, V>> =>
  fc.array(fc.tuple(key, value), { maxLength: 6 }).map((pairs) => new Map(pairs));
const written = fc.option(
  bytes.filter(({ length }) => length > 0),
  { nil: undefined },
);
const range = fc.record({
  start: key,
  end: key,
  exhausted: fc.boolean(),
  reads: fc.array(fc.record({ key, version }), { maxLength: 4 }),
});
const collection = fc.record({
  reads: mapOf(version),
  writes: mapOf(fc.record({ value: written, isPurge: fc.boolean() })),
  metadataWrites: mapOf(entries),
});
const namespace: fc.Arbitrary<NamespaceBuilder> = fc.record({
  reads: mapOf(version),
  ranges: fc.array(
    range.map((recorded) => ({ recorded })),
    { maxLength: 3 },
  ),
  writes: mapOf(written),
  metadataWrites: mapOf(entries),
  collections: mapOf(collection),
});

const textOf = (value: Uint8Array): string => Buffer.from(value).toString('latin1');

const builderOf = (namespaces: Map<string, NamespaceBuilder>): ReadWriteSetBuilder => {
  const builder = new ReadWriteSetBuilder();
  for (const [name, each] of namespaces) builder.namespaces.set(name, each);
  return builder;
};

describe('the bytes of a read-write set', () => {
  it('are those that the protobuf library makes of the same messages', () => {
    fc.assert(
      fc.property(mapOf(namespace), (namespaces) => {
        const encoded = encodeReadWriteSet(builderOf(namespaces));
        const set = rwset.TxReadWriteSet.deserializeBinary(encoded);
        for (const each of set.getNsRwsetList()) {
          each.setRwset(kvrwset.KVRWSet.deserializeBinary(each.getRwset_asU8()).serializeBinary());
          for (const hashed of each.getCollectionHashedRwsetList()) {
            hashed.setHashedRwset(
              kvrwset.HashedRWSet.deserializeBinary(hashed.getHashedRwset_asU8()).serializeBinary(),
            );
          }
        }
        expect(Buffer.from(set.serializeBinary()).equals(encoded)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('are read back as what was gathered', () => {
    fc.assert(
      fc.property(mapOf(namespace), (namespaces) => {
        const sets = parseReadWriteSet(encodeReadWriteSet(builderOf(namespaces)));
        expect(new Set(sets.map(({ name }) => name))).toEqual(new Set(namespaces.keys()));
        for (const { name, reads, writes, metadataWrites } of sets) {
          const gathered = namespaces.get(name);
          expect(new Map(reads.map((read) => [read.key, read.version]))).toEqual(gathered?.reads);
          expect(
            new Map(writes.map((each) => [each.key, each.isDelete ? undefined : textOf(each.value)])),
          ).toEqual(new Map([...(gathered?.writes ?? [])].map(([k, v]) => [k, v && textOf(v)])));
          expect(metadataWrites.map((each) => each.key).sort()).toEqual(
            [...(gathered?.metadataWrites.keys() ?? [])].sort(),
          );
        }
      }),
    );
  });
});
