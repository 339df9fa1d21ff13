import type { Version } from '../../blocks/set-parts.js';

/**
 * Layout of the store. Keys are compared as bytes; the parts of a key are ended by a zero byte, which none but the
 * last may contain.
 */
const PREFIX = {
  block: 'b',
  expiry: 'e',
  hashed: 'h',
  private: 'p',
  public: 's',
  transaction: 't',
  transient: 'x',
  history: 'y',
} as const;

/** Key of a public state entry. */
export function publicKey(namespace: string, key: string): Buffer {
  return Buffer.from(`${PREFIX.public}${namespace}\0${key}`);
}

/** First key behind every public key of a namespace. */
export function publicEnd(namespace: string): Buffer {
  return Buffer.from(`${PREFIX.public}${namespace}\x01`);
}

/** Key of the hash of a private entry, the same for every organisation. */
export function hashedKey(namespace: string, collection: string, keyHash: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${PREFIX.hashed}${namespace}\0${collection}\0`), keyHash]);
}

/** Key of a private value in the store of one organisation's peer. */
export function privateKey(owner: string, namespace: string, collection: string, key: string): Buffer {
  return Buffer.from(`${PREFIX.private}${owner}\0${namespace}\0${collection}\0${key}`);
}

/** First key behind every private key of a collection. */
export function privateEnd(owner: string, namespace: string, collection: string): Buffer {
  return Buffer.from(`${PREFIX.private}${owner}\0${namespace}\0${collection}\x01`);
}

/** Key of a history entry; ordered by version within a key. */
export function historyKey(namespace: string, key: string, version: Version): Buffer {
  return Buffer.concat([historyPrefix(namespace, key), versionBytes(version)]);
}

/** What all history entries of a key begin with; the length keeps keys apart that begin alike. */
export function historyPrefix(namespace: string, key: string): Buffer {
  const bytes = Buffer.from(key);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([Buffer.from(`${PREFIX.history}${namespace}\0`), length, bytes]);
}

/** Key of a block's bytes. */
export function blockKey(number: number): Buffer {
  return Buffer.concat([Buffer.from(PREFIX.block), uint64(number)]);
}

/** Keys from here up to `end` are blocks. */
export const BLOCKS = { start: Buffer.from(PREFIX.block), end: Buffer.from('c') } as const;

/** Key of the place of a transaction. */
export function transactionKey(txId: string): Buffer {
  return Buffer.from(`${PREFIX.transaction}${txId}`);
}

/** Key of private writes that wait for their transaction to be committed. */
export function transientKey(txId: string): Buffer {
  return Buffer.from(`${PREFIX.transient}${txId}`);
}

/** Key of a note that an entry ends with a block. */
export function expiryKey(block: number, entryKey: Uint8Array): Buffer {
  return Buffer.concat([expiryPrefix(block), entryKey]);
}

/** What all notes of a block begin with. */
export function expiryPrefix(block: number): Buffer {
  return Buffer.concat([Buffer.from(PREFIX.expiry), uint64(block)]);
}

/** Twelve bytes that sort as versions do. */
export function versionBytes({ block, tx }: Version): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(block));
  bytes.writeUInt32BE(tx, 8);
  return bytes;
}

const STATE = new Set([PREFIX.hashed, PREFIX.private, PREFIX.public].map((prefix) => prefix.charCodeAt(0)));

/** Whether a key is one of the world state. */
export function isStateKey(key: Buffer): boolean {
  return STATE.has(key[0] ?? 0);
}

function uint64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
