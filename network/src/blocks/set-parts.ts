import type { WireReader } from './wire-reader.js';
import type { WireWriter } from './wire-writer.js';

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

/** Bytes that are not there. */
export const NOTHING: Uint8Array = new Uint8Array();

/** How a set names keys: public ones by their text, private ones by their hash. */
export interface KeyForm<Key> {
  readonly none: Key;
  readonly read: (reader: WireReader) => Key;
}

export const TEXT_KEY: KeyForm<string> = { none: '', read: (reader) => reader.string() };
export const HASHED_KEY: KeyForm<Uint8Array> = { none: NOTHING, read: (reader) => reader.bytes() };

/** `kvrwset.KVRead`, or `KVReadHash` where the key is hashed */
export function readKeyRead<Key>(reader: WireReader, form: KeyForm<Key>): KeyRead<Key> {
  let key = form.none;
  let version: Version | undefined;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) key = form.read(reader);
    else if (field === 2) version = readVersion(reader.message());
  }
  return { key, version };
}

/** `kvrwset.Version` */
function readVersion(reader: WireReader): Version {
  let block = 0;
  let tx = 0;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) block = reader.uint();
    else if (field === 2) tx = reader.uint();
  }
  return { block, tx };
}

/** `kvrwset.KVMetadataWrite`, or `KVMetadataWriteHash` where the key is hashed */
export function readMetadata<Key>(reader: WireReader, form: KeyForm<Key>): MetadataWrite<Key> {
  let key = form.none;
  const entries: MetadataEntry[] = [];
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) key = form.read(reader);
    else if (field === 2) entries.push(readMetadataEntry(reader.message()));
  }
  return { key, entries };
}

/** `kvrwset.KVMetadataEntry` */
function readMetadataEntry(reader: WireReader): MetadataEntry {
  let name = '';
  let value = NOTHING;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) name = reader.string();
    else if (field === 2) value = reader.bytes();
  }
  return { name, value };
}

/** The entries of a `kvrwset.KVMetadataWrite`, or of a `KVMetadataWriteHash`. */
export function writeMetadataEntries(writer: WireWriter, entries: readonly MetadataEntry[]): void {
  for (const { name, value } of entries) {
    writer.message(2, () => {
      writer.string(1, name);
      writer.bytes(2, value);
    });
  }
}
