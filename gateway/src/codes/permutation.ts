/**
 * A keyed permutation of numbers of `2 × halfBits` bits: a Feistel network of ten rounds, as many as FF1
 * (NIST SP 800-38G) has, with AES-256 as the round function. Numbers are permuted many at a time, since one call of the
 * cipher for all of them is what makes ten million codes a matter of seconds.
 */
import { createCipheriv } from 'node:crypto';

const ROUNDS = 10;
const BLOCK_BYTES = 16;
const WORD_BYTES = 4;
const WORD_BITS = 32;

/** Numbers by their upper and lower halves; changed in place. */
export interface Halves {
  readonly upper: Uint32Array;
  readonly lower: Uint32Array;
}

/** Both directions; each changes its argument. */
export interface Permutation {
  forward(halves: Halves): void;
  backward(halves: Halves): void;
}

/** @param key 32 bytes @param halfBits 1 to 32 */
export const newPermutation = (key: Uint8Array, halfBits: number): Permutation => {
  const shift = WORD_BITS - halfBits;
  const xorRound = (round: number, input: Uint32Array, target: Uint32Array): void => {
    const blocks = new DataView(new ArrayBuffer(input.length * BLOCK_BYTES));
    for (const [i, half] of input.entries()) {
      blocks.setUint32(i * BLOCK_BYTES, round, true);
      blocks.setUint32(i * BLOCK_BYTES + WORD_BYTES, half, true);
    }
    // Each block is one question to a pseudorandom function, so that ECB is no encryption of anything here.
    const made = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(blocks);
    for (let i = 0; i < target.length; i += 1) {
      target[i] = ((target[i] ?? 0) ^ (made.readUInt32LE(i * BLOCK_BYTES) >>> shift)) >>> 0;
    }
  };
  const run = ({ upper, lower }: Halves, rounds: readonly number[]): void => {
    for (const round of rounds) {
      if (round % 2 === 0) xorRound(round, lower, upper);
      else xorRound(round, upper, lower);
    }
  };
  const rounds = Array.from({ length: ROUNDS }, (_, round) => round);
  return {
    forward: (halves) => run(halves, rounds),
    backward: (halves) => run(halves, rounds.toReversed()),
  };
};
