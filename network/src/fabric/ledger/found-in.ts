import { decodeBlock, resultAt } from '../../blocks/decode-block.js';
import type { Found } from '../../ledger.js';

/** What became of a transaction in the block (bytes of `common.Block`) that holds it. */
export const foundIn = (block: Uint8Array, txId: string): Found | undefined => {
  const { number, transactions } = decodeBlock(block);
  const found = transactions.find((transaction) => transaction.txId === txId);
  return found && { block: number, code: found.code, result: resultAt(block, found.index) };
};
