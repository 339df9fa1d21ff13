/** Serials of a commission: made here, proved here. */
import { packHash } from '@yaosu/chaincode/signing/code-hash';
import { inclusionProof, leafOfCode, merkleRoot } from '@yaosu/chaincode/signing/merkle';
import type { IssuedList, ReceiverLeaves } from '@yaosu/gateway/api/leaf-file';

/** 32 characters, so that a byte chooses evenly; without I, O, 0 and 1, which people take for one another. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const SERIAL_LENGTH = 12;
const MOST_BYTES = 65_536;

const randomBytes = (count: number): Uint8Array => {
  const bytes = new Uint8Array(count);
  for (let from = 0; from < count; from += MOST_BYTES) {
    crypto.getRandomValues(bytes.subarray(from, from + MOST_BYTES));
  }
  return bytes;
};

const leavesOf = (gtin: string, serials: readonly string[]): readonly string[] =>
  serials.map((serial, index) => leafOfCode(index, packHash(gtin, serial)));

/** Serials that nobody can guess, 60 random bits each, and the root of their list. */
export const newList = (gtin: string, count: number): IssuedList => {
  const bytes = randomBytes(count * SERIAL_LENGTH);
  const serials = Array.from({ length: count }, (_, i) =>
    Array.from(
      bytes.subarray(i * SERIAL_LENGTH, (i + 1) * SERIAL_LENGTH),
      (byte) => ALPHABET[byte % ALPHABET.length],
    ).join(''),
  );
  return { gtin, root: merkleRoot(leavesOf(gtin, serials)), serials };
};

/** What proves `count` packs of a list from an index on, for who receives them: never the whole list. */
export const receiverLeavesOf = (
  { gtin, serials }: IssuedList,
  commission: string,
  first: number,
  count: number,
): ReceiverLeaves => {
  const leaves = leavesOf(gtin, serials);
  const packs = serials.slice(first, first + count).map((serial, i) => ({
    ...{ serial, index: first + i },
    proof: [...inclusionProof(leaves, first + i)],
  }));
  return { gtin, commission, sscc: null, packs };
};

/** What is printed on packs of a batch beside the serial. */
export interface Print {
  readonly lot: string;
  /** Calendar day. */
  readonly expiry: string;
}

/** GS1 element string of a pack with the AIs in brackets. */
export const codeOf = (gtin: string, serial: string, { lot, expiry }: Print): string =>
  `(01)${gtin}(17)${expiry.replaceAll('-', '').slice(2)}(10)${lot}(21)${serial}`;

const BLOCK = 1_000;

/** The lowest run of free blocks that holds so many serials; undefined when there is none. */
export const freeRun = (
  free: readonly number[],
  count: number,
): { readonly firstBlock: number; readonly blocks: number } | undefined => {
  const blocks = Math.ceil(count / BLOCK);
  const known = new Set(free);
  const isFree = (first: number): boolean =>
    Array.from({ length: blocks }, (_, i) => first + i).every((block) => known.has(block));
  const firstBlock = [...known].sort((a, b) => a - b).find(isFree);
  return firstBlock === undefined ? undefined : { firstBlock, blocks };
};
