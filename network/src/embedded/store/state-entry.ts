import {
  readMetadata,
  TEXT_KEY,
  writeMetadataEntries,
  type MetadataEntry,
  type Version,
} from '../../blocks/set-parts.js';
import { WireReader } from '../../blocks/wire-reader.js';
import { wireMessage } from '../../blocks/wire-writer.js';
import { versionBytes } from './keys.js';

const VERSION_LENGTH = 12;
const HEADER_LENGTH = VERSION_LENGTH + 4;
const VALIDATION_PARAMETER = 'VALIDATION_PARAMETER';

/** A value of the world state: public, hashed or private. */
export interface StateEntry {
  readonly version: Version;
  readonly metadata: readonly MetadataEntry[];
  readonly value: Uint8Array;
}

/** Bytes of an entry as they lie in the store. */
export function encodeEntry({ version, metadata, value }: StateEntry): Buffer {
  const names = metadata.length === 0 ? new Uint8Array() : encodeMetadata(metadata);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(names.length);
  return Buffer.concat([versionBytes(version), length, names, value]);
}

/** The entry of stored bytes. */
export function decodeEntry(bytes: Buffer): StateEntry {
  const metadataEnd = HEADER_LENGTH + bytes.readUInt32BE(VERSION_LENGTH);
  return {
    version: decodeVersion(bytes),
    metadata: decodeMetadata(bytes.subarray(HEADER_LENGTH, metadataEnd)),
    value: bytes.subarray(metadataEnd),
  };
}

/** The version that stored bytes begin with. */
export function decodeVersion(bytes: Buffer): Version {
  return { block: Number(bytes.readBigUInt64BE()), tx: bytes.readUInt32BE(8) };
}

/** Whether two reads saw the same write; absent equals absent. */
export function sameVersion(one: Version | undefined, other: Version | undefined): boolean {
  return one?.block === other?.block && one?.tx === other?.tx;
}

/** The key-level endorsement policy among metadata; an empty one counts as none. */
export function validationParameter(metadata: readonly MetadataEntry[]): Uint8Array | undefined {
  const value = metadata.find((entry) => entry.name === VALIDATION_PARAMETER)?.value;
  return value?.length ? value : undefined;
}

/** `kvrwset.KVMetadataWrite` without its key */
function encodeMetadata(metadata: readonly MetadataEntry[]): Uint8Array {
  return wireMessage((writer) => {
    writeMetadataEntries(writer, metadata);
  });
}

function decodeMetadata(bytes: Uint8Array): readonly MetadataEntry[] {
  return readMetadata(new WireReader(bytes), TEXT_KEY).entries;
}
