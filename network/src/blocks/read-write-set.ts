import { readCollection, type CollectionSet } from './collection-set.js';
import {
  NOTHING,
  readKeyRead,
  readMetadata,
  TEXT_KEY,
  type KeyRead,
  type MetadataWrite,
} from './set-parts.js';
import { WireReader } from './wire-reader.js';

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

/** Reads and writes of one namespace. */
export interface NamespaceSet {
  readonly name: string;
  readonly reads: readonly KeyRead<string>[];
  readonly ranges: readonly RangeRead[];
  readonly writes: readonly KeyWrite[];
  readonly metadataWrites: readonly MetadataWrite<string>[];
  readonly collections: readonly CollectionSet[];
}

/*
 * Numbers are those of fields in Fabric's ledger/rwset/rwset.proto and ledger/rwset/kvrwset/kv_rwset.proto. Every set is
 * read by validation and by the projection, so it is read straight from its bytes.
 */

/** Parse the results of a chaincode action (`rwset.TxReadWriteSet`). @throws when the bytes are not a read-write set. */
export function parseReadWriteSet(results: Uint8Array): NamespaceSet[] {
  const sets: NamespaceSet[] = [];
  const reader = new WireReader(results);
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 2) sets.push(readNamespace(reader.message()));
  }
  return sets;
}

/** `rwset.NsReadWriteSet` */
function readNamespace(reader: WireReader): NamespaceSet {
  let name = '';
  let keys = newKeys();
  const collections: CollectionSet[] = [];
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) name = reader.string();
    else if (field === 2) keys = readKeys(reader.message());
    else if (field === 3) collections.push(readCollection(reader.message()));
  }
  return { name, ...keys, collections };
}

interface Keys {
  readonly reads: KeyRead<string>[];
  readonly ranges: RangeRead[];
  readonly writes: KeyWrite[];
  readonly metadataWrites: MetadataWrite<string>[];
}

function newKeys(): Keys {
  return { reads: [], ranges: [], writes: [], metadataWrites: [] };
}

/** `kvrwset.KVRWSet` */
function readKeys(reader: WireReader): Keys {
  const keys = newKeys();
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) keys.reads.push(readKeyRead(reader.message(), TEXT_KEY));
    else if (field === 2) keys.ranges.push(readRange(reader.message()));
    else if (field === 3) keys.writes.push(readWrite(reader.message()));
    else if (field === 4) keys.metadataWrites.push(readMetadata(reader.message(), TEXT_KEY));
  }
  return keys;
}

/** `kvrwset.RangeQueryInfo` */
function readRange(reader: WireReader): RangeRead {
  let [start, end] = ['', ''];
  let exhausted = false;
  let reads: KeyRead<string>[] = [];
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) start = reader.string();
    else if (field === 2) end = reader.string();
    else if (field === 3) exhausted = reader.bool();
    else if (field === 4) reads = readReads(reader.message());
  }
  return { start, end, exhausted, reads };
}

/** `kvrwset.QueryReads` */
function readReads(reader: WireReader): KeyRead<string>[] {
  const reads: KeyRead<string>[] = [];
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) reads.push(readKeyRead(reader.message(), TEXT_KEY));
  }
  return reads;
}

/** `kvrwset.KVWrite` */
function readWrite(reader: WireReader): KeyWrite {
  let key = '';
  let isDelete = false;
  let value = NOTHING;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) key = reader.string();
    else if (field === 2) isDelete = reader.bool();
    else if (field === 3) value = reader.bytes();
  }
  return { key, isDelete, value };
}
