/** Where a transaction stands and what became of it. */
export interface TransactionPlace {
  readonly block: number;
  readonly index: number;
  readonly code: number;
}

/** Bytes of a place as the index keeps them. */
export function encodePlace({ block, index, code }: TransactionPlace): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeBigUInt64BE(BigInt(block));
  bytes.writeUInt32BE(index, 8);
  bytes.writeUInt8(code, 12);
  return bytes;
}

/** The place of index bytes. */
export function decodePlace(bytes: Buffer): TransactionPlace {
  return { block: Number(bytes.readBigUInt64BE()), index: bytes.readUInt32BE(8), code: bytes.readUInt8(12) };
}
