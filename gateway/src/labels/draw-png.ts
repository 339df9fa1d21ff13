/** A symbol as PNG: grey of one bit, a scan line a row of pixels. */
import { crc32, deflateSync } from 'node:zlib';
import type { Modules } from './modules.js';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const WORD = 4;

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(WORD), Buffer.alloc(WORD)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** Rows of pixels, eight a byte from the left; a set bit is dark. */
export const packed = ({ width, rows }: Modules, scale: number): readonly Uint8Array[] =>
  rows.flatMap((row) => {
    const bytes = new Uint8Array(Math.ceil((width * scale) / 8));
    for (let x = 0; x < width * scale; x += 1) {
      if (row[Math.floor(x / scale)] === 1) bytes[x >> 3] = (bytes[x >> 3] ?? 0) | (0x80 >> (x & 7));
    }
    return Array.from({ length: scale }, () => bytes);
  });

/** The picture, so many pixels a module. */
export const pngOf = (modules: Modules, scale: number): Buffer => {
  const lines = packed(modules, scale);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(modules.width * scale, 0);
  header.writeUInt32BE(lines.length, WORD);
  header.set([1, 0, 0, 0, 0], 2 * WORD);
  // In PNG a set bit is white.
  const data = Buffer.concat(lines.map((line) => Buffer.from([0, ...line.map((byte) => ~byte & 0xff)])));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(data)),
    chunk('IEND', new Uint8Array()),
  ]);
};
