import { checkChain as checkBlocks } from '../invariants/chain.js';
import type { ParityDriver } from './driver.js';

/** Recompute data and header hashes from block 0: `whole`, or the first block that does not fit. */
export async function checkChain(driver: ParityDriver): Promise<string> {
  const height = await driver.height();
  const blocks: Uint8Array[] = [];
  for (let number = 0n; number < height; number++) blocks.push(await driver.blockBytes(number));
  return checkBlocks(blocks);
}
