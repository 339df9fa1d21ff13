/** I3: the chain of headers, computed anew from the bytes of the blocks and by nothing that wrote them. */
import { createHash } from 'node:crypto';
import { common } from '@hyperledger/fabric-protos';

const sha256 = (bytes: Uint8Array): Buffer<ArrayBuffer> =>
  Buffer.from(createHash('sha256').update(bytes).digest());

const der = (tag: number, body: Uint8Array): Buffer => Buffer.concat([Buffer.from([tag, body.length]), body]);
const derSequence = (parts: readonly Uint8Array[]): Buffer => der(0x30, Buffer.concat(parts));
const derOctets = (bytes: Uint8Array): Buffer => der(0x04, bytes);

/** Two's complement: a leading zero byte where the first bit would be a sign. */
const derInteger = (value: bigint): Buffer => {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return der(0x02, bytes.readUInt8(0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
};

/** Recomputes numbers, previous hashes and data hashes from block 0: `whole`, or the first thing that does not fit. */
export const checkChain = (blocks: Iterable<Uint8Array>): string => {
  let previous = Buffer.alloc(0);
  let number = 0n;
  for (const bytes of blocks) {
    const block = common.Block.deserializeBinary(bytes);
    const header = block.getHeader();
    const data = sha256(Buffer.concat(block.getData()?.getDataList_asU8() ?? []));
    if (!header || BigInt(header.getNumber()) !== number) return `number of block ${String(number)}`;
    if (!previous.equals(header.getPreviousHash_asU8())) return `previous hash of block ${String(number)}`;
    if (!data.equals(header.getDataHash_asU8())) return `data hash of block ${String(number)}`;
    previous = sha256(derSequence([derInteger(number), derOctets(previous), derOctets(data)]));
    number += 1n;
  }
  return 'whole';
};
