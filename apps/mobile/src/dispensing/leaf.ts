/** What proves that a pack's code is on its maker's list. */
import type { ReceiverLeaves } from '@yaosu/gateway/api/leaf-file';
import { packHash } from '@yaosu/chaincode/signing/code-hash';
import { leafOfCode, rootOfProof } from '@yaosu/chaincode/signing/merkle';

/** Batch, commission and the way from the pack's leaf to the commission's root. */
export interface Leaf {
  readonly batch: string;
  readonly commission: string;
  readonly index: number;
  readonly proof: readonly string[];
}

/** A commission as far as proofs need it. */
export interface ProvenList {
  readonly root: string;
  /** Number of codes on the list. */
  readonly used: number;
}

/** Code → what proves it, for the packs of a leaf file that lead to the root on the ledger; the others are left out. */
export const leavesOf = (
  { gtin, commission, packs }: ReceiverLeaves,
  batch: string,
  { root, used }: ProvenList,
): ReadonlyMap<string, Leaf> => {
  const leaves = new Map<string, Leaf>();
  for (const { serial, index, proof } of packs) {
    const code = packHash(gtin, serial);
    const leads = rootOfProof({ leaf: leafOfCode(index, code), index, size: used, proof });
    if (leads === root) leaves.set(code, { batch, commission, index, proof });
  }
  return leaves;
};
