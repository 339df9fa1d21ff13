/** Bytes and their spellings, the same in browser and peer (no Buffer). */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils';

/** SHA-256 as lower-case hex; text is hashed as UTF-8. */
export const sha256Hex = (data: Uint8Array | string): string =>
  bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));

/** One after the other. */
export const joined = concatBytes;
/** UTF-8 bytes of a text. */
export const utf8 = utf8ToBytes;
/** Lower-case hex. */
export const toHex = bytesToHex;
/** Bytes of a hex text. */
export const fromHex = hexToBytes;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const SIX_BITS = 0x3f;
const BITS = 6;
const BYTE_BITS = 8;
const BYTE = 0xff;

/** Base64url without padding (RFC 4648 section 5). */
export const toBase64url = (bytes: Uint8Array): string => {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << BYTE_BITS) | byte;
    for (bits += BYTE_BITS; bits >= BITS;) {
      bits -= BITS;
      text += ALPHABET.charAt((held >>> bits) & SIX_BITS);
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + ALPHABET.charAt((held << (BITS - bits)) & SIX_BITS);
};

/** @throws when the text is not base64url. */
export const fromBase64url = (text: string): Uint8Array => {
  const bytes = new Uint8Array(Math.floor((text.length * BITS) / BYTE_BITS));
  let held = 0;
  let bits = 0;
  let length = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0 || text.length % 4 === 1) throw new TypeError('not base64url');
    held = (held << BITS) | value;
    bits += BITS;
    if (bits < BYTE_BITS) continue;
    bits -= BYTE_BITS;
    bytes[length] = (held >>> bits) & BYTE;
    length += 1;
    held &= (1 << bits) - 1;
  }
  return bytes;
};
