/** Blocks of a channel for ever: from one peer, and from the next one while that is away. */
import { decodeBlock } from '../../blocks/decode-block.js';
import type { LedgerBlock, LedgerIdentity } from '../../ledger.js';
import type { Connection } from './connection.js';
import { ledgerErrorOf } from './errors.js';

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

const isAborted = (signal: AbortSignal): boolean => signal.aborted;

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

/**
 * Every block from `from` on, without a gap, until the signal aborts.
 * @throws LedgerError when no source has given the next block
 */
export async function* readBlocks(
  sources: readonly BlockSource[],
  query: BlockQuery,
  signal: AbortSignal,
): AsyncGenerator<LedgerBlock, void, void> {
  let next = query.from;
  for (let failures = 0, turn = 0; !isAborted(signal); turn++) {
    const source = sources[turn % sources.length];
    if (source === undefined) return;
    let failure: unknown = new Error('the peer has ended its stream of blocks');
    try {
      for await (const block of readFrom(source, { ...query, from: next }, signal)) {
        yield block;
        next = block.number + 1n;
        failures = 0;
      }
    } catch (error) {
      failure = error;
    }
    // The peer is away, has shut its stream or sent what is no block: the next one goes on from the same block.
    failures += 1;
    if (failures >= sources.length && !isAborted(signal)) throw ledgerErrorOf('evaluate', failure);
  }
}
