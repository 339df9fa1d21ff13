import { peer } from '@hyperledger/fabric-protos';
import type { Definitions } from '../definitions.js';
import { parsePrivateSet, type PrivateWrite } from '../simulate/private-set.js';
import { transactionKey } from '../store/keys.js';
import type { View } from '../store/view.js';
import { TransactionApplier } from './apply-transaction.js';
import { BlockChanges } from './block-changes.js';
import { EndorsementCheck } from './check-endorsements.js';
import { checkReads } from './check-reads.js';
import type { Candidate, CandidateContent } from './open-candidate.js';

const { DUPLICATE_TXID, VALID } = peer.TxValidationCode;

/** What a block is validated against. */
export interface ValidationContext {
  /** Judges an envelope by itself; it may have begun before there was a block. */
  readonly open: (envelope: Uint8Array) => Promise<Candidate>;
  readonly definitions: Definitions;
  readonly committed: View;
  /** Private writes that endorsers kept for a transaction, as `parsePrivateSet` reads them. */
  readonly privateSet: (txId: string) => Uint8Array | undefined;
}

/** A block's envelopes, its number. */
export interface UnvalidatedBlock {
  readonly number: number;
  readonly envelopes: readonly Uint8Array[];
}

/** What became of each transaction, and the state that the valid ones lead to. */
export interface ValidatedBlock {
  readonly transactions: readonly JudgedTransaction[];
  readonly changes: BlockChanges;
}

/** A transaction with its code. */
export interface JudgedTransaction {
  readonly txId: string;
  readonly code: number;
  readonly content: CandidateContent | undefined;
}

/** Validate the transactions of a block in Fabric's order: form, duplicates, endorsements, then reads one by one. */
export async function validateBlock(
  block: UnvalidatedBlock,
  context: ValidationContext,
): Promise<ValidatedBlock> {
  const changes = new BlockChanges(context.committed);
  const applier = new TransactionApplier(changes, context.definitions);
  const transactions: JudgedTransaction[] = [];
  if (block.number === 0) return { transactions: block.envelopes.map(newGenesisTransaction), changes };
  for (const [index, { txId, code, content }] of (await judgeAlone(block, context)).entries()) {
    const judged = code ?? (content && (await checkReads(content.sets, changes))) ?? VALID;
    transactions.push({ txId, code: judged, content });
    if (judged !== VALID || content === undefined) continue;
    const version = { block: block.number, tx: index };
    applier.apply({ txId, content, version, privateWrites: privateWritesOf(txId, content, context) });
  }
  return { transactions, changes };
}

/** The first block is the channel's configuration, which nothing older could judge. */
function newGenesisTransaction(): JudgedTransaction {
  return { txId: '', code: VALID, content: undefined };
}

/** Everything that does not depend on the writes of the same block. */
async function judgeAlone(block: UnvalidatedBlock, context: ValidationContext): Promise<Candidate[]> {
  const { open, definitions, committed } = context;
  const endorsements = new EndorsementCheck(definitions, committed);
  const seen = new Set<string>();
  const candidates = await Promise.all(block.envelopes.map(open));
  return candidates.map((candidate) => {
    const { txId, content } = candidate;
    if (content === undefined) return candidate;
    if (committed.bytes(transactionKey(txId))) return { ...candidate, code: DUPLICATE_TXID };
    const code = endorsements.code(content);
    if (code !== undefined) return { ...candidate, code };
    if (seen.has(txId)) return { ...candidate, code: DUPLICATE_TXID };
    seen.add(txId);
    return candidate;
  });
}

function privateWritesOf(
  txId: string,
  { sets }: CandidateContent,
  { privateSet }: ValidationContext,
): PrivateWrite[] {
  if (!sets.some(({ collections }) => collections.length > 0)) return [];
  const kept = privateSet(txId);
  return kept ? parsePrivateSet(kept) : [];
}
