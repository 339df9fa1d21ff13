import type { WireReader } from './wire-reader.js';

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

const NOTHING: Uint8Array = new Uint8Array();

/** `kvrwset.Version` */
export function readVersion(reader: WireReader): Version {
  let block = 0;
  let tx = 0;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) block = reader.uint();
    else if (field === 2) tx = reader.uint();
  }
  return { block, tx };
}

/** `kvrwset.KVMetadataWrite`, or `KVMetadataWriteHash` where the key is bytes */
export function readMetadata<Key>(
  reader: WireReader,
  keyOf: (reader: WireReader) => Key,
  none: Key,
): MetadataWrite<Key> {
  let key = none;
  const entries: MetadataEntry[] = [];
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) key = keyOf(reader);
    else if (field === 2) entries.push(readMetadataEntry(reader.message()));
  }
  return { key, entries };
}

/** `kvrwset.KVMetadataEntry` */
export function readMetadataEntry(reader: WireReader): MetadataEntry {
  let name = '';
  let value = NOTHING;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) name = reader.string();
    else if (field === 2) value = reader.bytes();
  }
  return { name, value };
}
