import {
  HASHED_KEY,
  NOTHING,
  readKeyRead,
  readMetadata,
  type KeyRead,
  type MetadataWrite,
} from './set-parts.js';
import type { WireReader } from './wire-reader.js';

/** A write of a private key as the ledger sees it. */
export interface HashedWrite {
  readonly keyHash: Uint8Array;
  readonly isDelete: boolean;
  readonly isPurge: boolean;
  readonly valueHash: Uint8Array;
}

/** Reads and writes of one private collection, hashed. */
export interface CollectionSet {
  readonly name: string;
  readonly reads: readonly KeyRead<Uint8Array>[];
  readonly writes: readonly HashedWrite[];
  readonly metadataWrites: readonly MetadataWrite<Uint8Array>[];
}

/** `rwset.CollectionHashedReadWriteSet` */
export function readCollection(reader: WireReader): CollectionSet {
  let name = '';
  let hashes = newHashes();
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) name = reader.string();
    else if (field === 2) hashes = readHashes(reader.message());
  }
  return { name, ...hashes };
}

interface Hashes {
  readonly reads: KeyRead<Uint8Array>[];
  readonly writes: HashedWrite[];
  readonly metadataWrites: MetadataWrite<Uint8Array>[];
}

function newHashes(): Hashes {
  return { reads: [], writes: [], metadataWrites: [] };
}

/** `kvrwset.HashedRWSet` */
function readHashes(reader: WireReader): Hashes {
  const hashes = newHashes();
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) hashes.reads.push(readKeyRead(reader.message(), HASHED_KEY));
    else if (field === 2) hashes.writes.push(readHashedWrite(reader.message()));
    else if (field === 3) hashes.metadataWrites.push(readMetadata(reader.message(), HASHED_KEY));
  }
  return hashes;
}

/** `kvrwset.KVWriteHash` */
function readHashedWrite(reader: WireReader): HashedWrite {
  let keyHash = NOTHING;
  let [isDelete, isPurge] = [false, false];
  let valueHash = NOTHING;
  for (let field = reader.next(); field !== 0; field = reader.next()) {
    if (field === 1) keyHash = reader.bytes();
    else if (field === 2) isDelete = reader.bool();
    else if (field === 3) valueHash = reader.bytes();
    else if (field === 4) isPurge = reader.bool();
  }
  return { keyHash, isDelete, isPurge, valueHash };
}
