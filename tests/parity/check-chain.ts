import { createHash } from 'node:crypto';
import { common } from '@hyperledger/fabric-protos';
import type { ParityDriver } from './driver.js';

/** Recompute data and header hashes from block 0: `whole`, or the first block that does not fit. */
export async function checkChain(driver: ParityDriver): Promise<string> {
  const height = await driver.height();
  let previous = Buffer.alloc(0);
  for (let number = 0n; number < height; number++) {
    const block = common.Block.deserializeBinary(await driver.blockBytes(number));
    const header = block.getHeader();
    const data = sha256(Buffer.concat(block.getData()?.getDataList_asU8() ?? []));
    if (!header || BigInt(header.getNumber()) !== number) return `number of block ${String(number)}`;
    if (!previous.equals(header.getPreviousHash_asU8())) return `previous hash of block ${String(number)}`;
    if (!data.equals(header.getDataHash_asU8())) return `data hash of block ${String(number)}`;
    previous = sha256(derSequence([derInteger(number), derOctets(previous), derOctets(data)]));
  }
  return 'whole';
}

function sha256(bytes: Uint8Array): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(bytes).digest());
}

function der(tag: number, body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([tag, body.length]), body]);
}

const derSequence = (parts: readonly Uint8Array[]): Buffer => der(0x30, Buffer.concat(parts));
const derOctets = (bytes: Uint8Array): Buffer => der(0x04, bytes);

/** Two's complement: a leading zero byte where the first bit would be a sign. */
function derInteger(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return der(0x02, bytes.readUInt8(0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}
