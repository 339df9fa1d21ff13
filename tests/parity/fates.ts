import type { LedgerBlock } from '@yaosu/network';
import type { Fate, Held } from './driver.js';

/** A block that has not come by then does not come. */
const BLOCK_DEADLINE_MS = 20_000;

/** Where blocks can be read. */
export interface BlockReader {
  blocks(from: bigint, signal: AbortSignal): AsyncIterable<LedgerBlock>;
}

/** A transaction id may come twice, so the codes are read off the blocks in the order of the envelopes. */
export const readFates = async (
  ledger: BlockReader,
  held: readonly Pick<Held, 'txId'>[],
  from: bigint,
): Promise<readonly Fate[]> => {
  const fates: Fate[] = [];
  for await (const block of ledger.blocks(from, AbortSignal.timeout(BLOCK_DEADLINE_MS))) {
    for (const { txId, code } of block.transactions) {
      if (txId === held[fates.length]?.txId) fates.push({ txId, block: block.number, code });
    }
    if (fates.length === held.length) return fates;
  }
  throw new Error(
    `${String(held.length - fates.length)} of ${String(held.length)} envelopes came into no block`,
  );
};
