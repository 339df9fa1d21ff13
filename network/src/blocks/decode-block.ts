import { common, peer } from '@hyperledger/fabric-protos';
import type { LedgerBlock, LedgerTransaction } from '../ledger.js';
import { blockLeaf, contentsOf } from '../log/block-leaf.js';
import { blockParts, hashOfHeader } from './block-parts.js';
import { mspIdOf, openEnvelope, type OpenEnvelope } from './open-envelope.js';
import { openTransaction, type OpenTransaction } from './open-transaction.js';
import { parseReadWriteSet } from './read-write-set.js';
import { millisecondsOf } from './timestamp.js';

type Envelope = Pick<LedgerTransaction, 'txId' | 'index' | 'code' | 'creatorMsp' | 'timestamp'>;

/**
 * Decode the bytes of a `common.Block`, whichever peer or ledger they come from. An envelope that cannot be parsed
 * stays as a transaction with its code and empty fields.
 * @param namespace chaincode whose writes and events are wanted; without one, those of the chaincode that was called
 * @throws when the bytes are not a block.
 */
export function decodeBlock(bytes: Uint8Array, namespace?: string): LedgerBlock {
  const parts = blockParts(bytes);
  const { flags, envelopes } = parts;
  const headerHash = hashOfHeader(parts);
  return {
    number: BigInt(parts.number),
    headerHash: headerHash.toString('hex'),
    previousHash: Buffer.from(parts.previousHash).toString('hex'),
    dataHash: Buffer.from(parts.dataHash).toString('hex'),
    leaf: blockLeaf({ headerHash, flags, contents: contentsOf(envelopes).root() }).toString('hex'),
    transactions: envelopes.map((envelope, index) =>
      decodeTransaction(envelope, {
        index,
        code: flags[index] ?? peer.TxValidationCode.NOT_VALIDATED,
        namespace,
      }),
    ),
  };
}

/**
 * What the chaincode returned in the transaction at a position of a `common.Block`.
 * @throws when there is no transaction of a chaincode.
 */
export function resultAt(bytes: Uint8Array, index: number): Uint8Array {
  const envelope = common.Block.deserializeBinary(bytes).getData()?.getDataList_asU8()[index];
  if (envelope === undefined) throw new RangeError(`The block has no transaction ${String(index)}`);
  return openTransaction(openEnvelope(envelope).data).response?.getPayload_asU8() ?? new Uint8Array();
}

interface Position {
  readonly index: number;
  readonly code: number;
  readonly namespace: string | undefined;
}

function decodeTransaction(bytes: Uint8Array, position: Position): LedgerTransaction {
  const envelope = attempt(() => openEnvelope(bytes));
  const isAction = envelope?.channelHeader.getType() === common.HeaderType.ENDORSER_TRANSACTION;
  const transaction = isAction ? attempt(() => openTransaction(envelope.data)) : undefined;
  const base = describeEnvelope(envelope, position);
  if (transaction === undefined) return { ...base, fn: '', args: [], writes: [], endorsers: [] };
  return { ...base, ...describeAction(transaction, position.namespace ?? transaction.chaincode) };
}

function describeEnvelope(envelope: OpenEnvelope | undefined, { index, code }: Position): Envelope {
  const time = envelope?.channelHeader.getTimestamp();
  return {
    index,
    code,
    txId: envelope?.channelHeader.getTxId() ?? '',
    creatorMsp: (envelope && attempt(() => mspIdOf(envelope.creator))) ?? '',
    timestamp: time === undefined ? '' : new Date(millisecondsOf(time)).toISOString(),
  };
}

/** An event is of the chaincode that was called, whatever else it wrote to. */
function describeAction(
  transaction: OpenTransaction,
  namespace: string,
): Omit<LedgerTransaction, keyof Envelope> {
  const [fn = '', ...args] = transaction.args.map((arg) => Buffer.from(arg).toString('utf8'));
  const isOwn = transaction.chaincode === namespace;
  const event = isOwn ? attempt(() => peer.ChaincodeEvent.deserializeBinary(transaction.events)) : undefined;
  return {
    fn,
    args,
    writes: decodeWrites(transaction, namespace),
    ...(event?.getEventName() && { event: { name: event.getEventName(), payload: event.getPayload_asU8() } }),
    endorsers: transaction.endorsements.map(({ endorser }) => attempt(() => mspIdOf(endorser)) ?? ''),
  };
}

function decodeWrites(transaction: OpenTransaction, namespace: string): LedgerTransaction['writes'] {
  const sets = attempt(() => parseReadWriteSet(transaction.results)) ?? [];
  const own = sets.find((set) => set.name === namespace);
  return (own?.writes ?? []).map(({ key, value, isDelete }) => (isDelete ? { key } : { key, value }));
}

/** Invalid transactions stay in blocks for ever, unparsable ones too. */
function attempt<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
