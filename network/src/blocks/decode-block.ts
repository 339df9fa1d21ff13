import { common, peer } from '@hyperledger/fabric-protos';
import type { LedgerBlock, LedgerTransaction } from '../ledger.js';
import { headerHash } from './block-hashes.js';
import { mspIdOf, openEnvelope, type OpenEnvelope } from './open-envelope.js';
import { openTransaction, type OpenTransaction } from './open-transaction.js';
import { parseReadWriteSet } from './read-write-set.js';

const TRANSACTIONS_FILTER = common.BlockMetadataIndex.TRANSACTIONS_FILTER;

type Envelope = Pick<LedgerTransaction, 'txId' | 'index' | 'code' | 'creatorMsp' | 'timestamp'>;

/**
 * Decode the bytes of a `common.Block`, whichever peer or ledger they come from. An envelope that cannot be parsed
 * stays as a transaction with its code and empty fields.
 * @throws when the bytes are not a block.
 */
export function decodeBlock(bytes: Uint8Array): LedgerBlock {
  const block = common.Block.deserializeBinary(bytes);
  const header = block.getHeader();
  if (header === undefined) throw new Error('The block has no header');
  const codes = block.getMetadata()?.getMetadataList_asU8()[TRANSACTIONS_FILTER] ?? new Uint8Array();
  const envelopes = block.getData()?.getDataList_asU8() ?? [];
  return {
    number: BigInt(header.getNumber()),
    headerHash: headerHash(header).toString('hex'),
    previousHash: Buffer.from(header.getPreviousHash_asU8()).toString('hex'),
    dataHash: Buffer.from(header.getDataHash_asU8()).toString('hex'),
    transactions: envelopes.map((envelope, index) =>
      decodeTransaction(envelope, index, codes[index] ?? peer.TxValidationCode.NOT_VALIDATED),
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

function decodeTransaction(bytes: Uint8Array, index: number, code: number): LedgerTransaction {
  const envelope = attempt(() => openEnvelope(bytes));
  const isAction = envelope?.channelHeader.getType() === common.HeaderType.ENDORSER_TRANSACTION;
  const transaction = isAction ? attempt(() => openTransaction(envelope.data)) : undefined;
  const base = describeEnvelope(envelope, index, code);
  if (transaction === undefined) return { ...base, fn: '', args: [], writes: [], endorsers: [] };
  return { ...base, ...describeAction(transaction) };
}

function describeEnvelope(envelope: OpenEnvelope | undefined, index: number, code: number): Envelope {
  const time = envelope?.channelHeader.getTimestamp();
  return {
    index,
    code,
    txId: envelope?.channelHeader.getTxId() ?? '',
    creatorMsp: (envelope && attempt(() => mspIdOf(envelope.creator))) ?? '',
    timestamp: time === undefined ? '' : new Date(milliseconds(time)).toISOString(),
  };
}

function describeAction(transaction: OpenTransaction): Omit<LedgerTransaction, keyof Envelope> {
  const [fn = '', ...args] = transaction.args.map((arg) => Buffer.from(arg).toString('utf8'));
  const event = attempt(() => peer.ChaincodeEvent.deserializeBinary(transaction.events));
  return {
    fn,
    args,
    writes: decodeWrites(transaction),
    ...(event?.getEventName() && { event: { name: event.getEventName(), payload: event.getPayload_asU8() } }),
    endorsers: transaction.endorsements.map(({ endorser }) => attempt(() => mspIdOf(endorser)) ?? ''),
  };
}

function decodeWrites(transaction: OpenTransaction): LedgerTransaction['writes'] {
  const sets = attempt(() => parseReadWriteSet(transaction.results)) ?? [];
  const own = sets.find((set) => set.name === transaction.chaincode);
  return (own?.writes ?? []).map(({ key, value, isDelete }) => (isDelete ? { key } : { key, value }));
}

function milliseconds(time: { getSeconds(): number; getNanos(): number }): number {
  return time.getSeconds() * 1000 + Math.floor(time.getNanos() / 1_000_000);
}

/** Invalid transactions stay in blocks for ever, unparsable ones too. */
function attempt<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
