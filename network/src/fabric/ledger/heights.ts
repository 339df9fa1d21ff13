/** How far peers are, and waiting for those that are behind. */
import { setTimeout as delay } from 'node:timers/promises';
import { common } from '@hyperledger/fabric-protos';
import type { BlockSource } from './block-stream.js';
import { inPhase } from './errors.js';

const POLL_MS = 20;
const DEADLINE_MS = 5000;

/** Number of blocks on the peer of a source, or on an organisation's peer as seen through it. */
export const heightOf = async ({ connection, identity }: BlockSource, of?: string): Promise<bigint> => {
  const question = { fn: 'GetChainInfo', args: [], ...(of === undefined ? {} : { of }) };
  const bytes = await inPhase('evaluate', () => connection.query(question, identity));
  return BigInt(common.BlockchainInfo.deserializeBinary(bytes).getHeight());
};

/** Settles when an organisation's peer has so many blocks, or has not got them within 5 s. */
const reaches = async (source: BlockSource, of: string, height: bigint): Promise<void> => {
  const deadline = performance.now() + DEADLINE_MS;
  while ((await heightOf(source, of)) < height && performance.now() < deadline) await delay(POLL_MS);
};

/** Settles when the peers of organisations have what the source's peer has now. @throws LedgerError when one is away */
export const awaitSameHeight = async (
  source: BlockSource,
  organisations: readonly string[],
): Promise<void> => {
  const height = await heightOf(source);
  await Promise.all(organisations.map((of) => reaches(source, of, height)));
};
