/** Serials of a commission, proved here. */
import { packHash } from '@yaosu/chaincode/signing/code-hash';
import { inclusionProof, leafOfCode, merkleRoot } from '@yaosu/chaincode/signing/merkle';
import type { ReceiverLeaves } from '@yaosu/gateway/api/leaf-file';

/** The serials of a commission in the order of its list. */
export interface IssuedList {
  readonly gtin: string;
  readonly serials: readonly string[];
}

const leavesOf = (gtin: string, serials: readonly string[]): readonly string[] =>
  serials.map((serial, index) => leafOfCode(index, packHash(gtin, serial)));

/** Root of a list, by which its commission is known. */
export const rootOf = ({ gtin, serials }: IssuedList): string => merkleRoot(leavesOf(gtin, serials));

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
