import type { common } from '@hyperledger/fabric-protos';
import { sha256 } from './sha256.js';

const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const SEQUENCE = 0x30;

/** DER of a block header: SEQUENCE { INTEGER number, OCTET STRING previous hash, OCTET STRING data hash }. */
export function headerBytes(header: common.BlockHeader): Buffer {
  return tagged(
    SEQUENCE,
    Buffer.concat([
      tagged(INTEGER, integerBytes(BigInt(header.getNumber()))),
      tagged(OCTET_STRING, header.getPreviousHash_asU8()),
      tagged(OCTET_STRING, header.getDataHash_asU8()),
    ]),
  );
}

/** What the next block calls its previous hash. */
export function headerHash(header: common.BlockHeader): Buffer {
  return sha256(headerBytes(header));
}

/** SHA-256 of the envelopes' bytes one after the other. */
export function dataHash(envelopes: readonly Uint8Array[]): Buffer {
  return sha256(...envelopes);
}

function integerBytes(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  const looksNegative = bytes.readUInt8(0) >= 0x80;
  return looksNegative ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
}

function tagged(tag: number, content: Uint8Array): Buffer {
  if (content.length >= 0x80) throw new RangeError('A block header is shorter than 128 bytes');
  return Buffer.concat([Buffer.of(tag, content.length), content]);
}
