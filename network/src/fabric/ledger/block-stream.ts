/** Blocks of a channel for ever: from one peer, and from the next one while that is away. */
import { setTimeout as delay } from 'node:timers/promises';
import { decodeBlock } from '../../blocks/decode-block.js';
import type { LedgerBlock, LedgerIdentity } from '../../ledger.js';
import type { Connection } from './connection.js';

/** A peer and who asks it. */
export interface BlockSource {
  readonly connection: Connection;
  readonly identity: LedgerIdentity;
}

/** What is read. */
export interface BlockQuery {
  readonly from: bigint;
  /** Chaincode whose writes and events are wanted; without one, those of the chaincode that was called. */
  readonly chaincode?: string;
}

const PAUSE_MS = 500;

const isAborted = (signal: AbortSignal): boolean => signal.aborted;

const pause = async (signal: AbortSignal): Promise<void> => {
  try {
    await delay(PAUSE_MS, undefined, { signal });
  } catch {
    // An abort ends the pause; the loop around it sees the signal.
  }
};

async function* readFrom(
  { connection, identity }: BlockSource,
  { from, chaincode }: BlockQuery,
  signal: AbortSignal,
): AsyncGenerator<LedgerBlock, void, void> {
  const events = await connection.network(identity).getBlockEvents({ startBlock: from });
  const close = (): void => events.close();
  signal.addEventListener('abort', close);
  try {
    if (isAborted(signal)) return;
    for await (const block of events) yield decodeBlock(block.serializeBinary(), chaincode);
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

/** Every block from `from` on, without a gap, until the signal aborts. */
export async function* readBlocks(
  sources: readonly BlockSource[],
  query: BlockQuery,
  signal: AbortSignal,
): AsyncGenerator<LedgerBlock, void, void> {
  let next = query.from;
  for (let turn = 0; !isAborted(signal); turn++) {
    const source = sources[turn % sources.length];
    if (source === undefined) return;
    try {
      for await (const block of readFrom(source, { ...query, from: next }, signal)) {
        yield block;
        next = block.number + 1n;
      }
    } catch {
      // The peer is away or has shut its stream: the next one goes on from the same block.
    }
    if (!isAborted(signal)) await pause(signal);
  }
}
