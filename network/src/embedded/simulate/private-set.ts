import { ledger } from '@hyperledger/fabric-protos';
import type { ReadWriteSetBuilder } from './namespace-builder.js';

const { rwset } = ledger;
const { kvrwset } = ledger.rwset;

/** A private write in plain, as members' peers keep it until its transaction is committed. */
export interface PrivateWrite {
  readonly namespace: string;
  readonly collection: string;
  readonly key: string;
  /** `undefined` with `isMetadataOnly`: the value stays; otherwise it is deleted. */
  readonly value: Uint8Array | undefined;
  readonly isMetadataOnly: boolean;
}

/** Serialise the private writes of a simulation, undefined when there are none. */
export function encodePrivateSet(builder: ReadWriteSetBuilder): Uint8Array | undefined {
  if ([...builder.namespaces.values()].every(({ collections }) => collections.size === 0)) return undefined;
  const set = new rwset.TxPvtReadWriteSet();
  for (const [namespace, { collections }] of builder.namespaces) {
    const encoded = new rwset.NsPvtReadWriteSet();
    encoded.setNamespace(namespace);
    for (const [name, changes] of collections) {
      if (changes.writes.size + changes.metadataWrites.size === 0) continue;
      const collection = new rwset.CollectionPvtReadWriteSet();
      collection.setCollectionName(name);
      collection.setRwset(encodeWrites(changes));
      encoded.addCollectionPvtRwset(collection);
    }
    if (encoded.getCollectionPvtRwsetList().length > 0) set.addNsPvtRwset(encoded);
  }
  return set.getNsPvtRwsetList().length === 0 ? undefined : set.serializeBinary();
}

/** The writes of a serialised private set. */
export function parsePrivateSet(bytes: Uint8Array): PrivateWrite[] {
  return rwset.TxPvtReadWriteSet.deserializeBinary(bytes)
    .getNsPvtRwsetList()
    .flatMap((namespace) =>
      namespace
        .getCollectionPvtRwsetList()
        .flatMap((collection) =>
          parseWrites(namespace.getNamespace(), collection.getCollectionName(), collection.getRwset_asU8()),
        ),
    );
}

type Changes = ReturnType<ReadWriteSetBuilder['collection']>;

function encodeWrites({ writes, metadataWrites }: Changes): Uint8Array {
  const keys = new kvrwset.KVRWSet();
  for (const [key, { value }] of writes) {
    const write = new kvrwset.KVWrite();
    write.setKey(key);
    write.setIsDelete(value === undefined);
    if (value !== undefined) write.setValue(value);
    keys.addWrites(write);
  }
  for (const key of metadataWrites.keys()) {
    const write = new kvrwset.KVMetadataWrite();
    write.setKey(key);
    keys.addMetadataWrites(write);
  }
  return keys.serializeBinary();
}

function parseWrites(namespace: string, collection: string, bytes: Uint8Array): PrivateWrite[] {
  const keys = kvrwset.KVRWSet.deserializeBinary(bytes);
  const written = new Set(keys.getWritesList().map((write) => write.getKey()));
  const name = { namespace, collection };
  return [
    ...keys.getWritesList().map((write) => ({
      ...name,
      key: write.getKey(),
      value: write.getIsDelete() ? undefined : write.getValue_asU8(),
      isMetadataOnly: false,
    })),
    ...keys
      .getMetadataWritesList()
      .filter((write) => !written.has(write.getKey()))
      .map((write) => ({ ...name, key: write.getKey(), value: undefined, isMetadataOnly: true })),
  ];
}
