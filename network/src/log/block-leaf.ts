import { sha256 } from '../blocks/sha256.js';
import { MerkleLog } from './merkle-log.js';
import { bytesOfHash, type Hash } from './tree-hash.js';

/** What a block's leaf in the log is made of. */
export interface LeafParts {
  /** Hash of the header. */
  readonly headerHash: Uint8Array;
  /** Validation codes, one byte a transaction: they lie outside the chain of headers. */
  readonly flags: Uint8Array;
  /** Root over the block's envelopes ({@link contentsOf}). */
  readonly contents: Hash;
}

/** The log over the envelopes of a block: it proves one of them without showing the others, which may be others' business. */
export function contentsOf(envelopes: readonly Uint8Array[]): MerkleLog {
  return MerkleLog.of(envelopes.map((envelope) => sha256(envelope)));
}

/** Data of a block's leaf: SHA-256 of header hash, flags and the root over the envelopes. */
export function blockLeaf({ headerHash, flags, contents }: LeafParts): Buffer {
  return sha256(headerHash, flags, bytesOfHash(contents));
}
