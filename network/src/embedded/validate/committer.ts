import { common, peer } from '@hyperledger/fabric-protos';
import { headerHash } from '../../blocks/block-hashes.js';
import { sha256 } from '../../blocks/sha256.js';
import type { Signer } from '../msp/signer.js';
import { commitHashOf, newBlock, setVerdict } from '../order/new-block.js';
import { blockKey, transactionKey, transientKey } from '../store/keys.js';
import type { Change } from '../store/store.js';
import type { World } from '../world.js';
import { expire } from './expire.js';
import { openCandidate, type Candidate } from './open-candidate.js';
import { encodePlace } from './transaction-place.js';
import { validateBlock, type JudgedTransaction } from './validate-block.js';

/** A block that is on the disk. */
export interface CommittedBlock {
  readonly number: number;
  readonly transactions: readonly JudgedTransaction[];
}

interface Tip {
  readonly height: number;
  readonly headerHash: Uint8Array;
  readonly commitHash: Uint8Array;
}

const EMPTY: Tip = { height: 0, headerHash: new Uint8Array(), commitHash: new Uint8Array() };

/** Appends blocks: header chain, validation, and one synced batch with everything a block changes. */
export class Committer {
  #tip: Tip = EMPTY;
  /** Envelopes that came before their block. */
  readonly #opened = new WeakMap<Uint8Array, Promise<Candidate>>();

  constructor(
    readonly world: World,
    readonly orderer: Signer,
  ) {}

  /** Number of blocks on the disk. */
  get height(): number {
    return this.#tip.height;
  }

  /** Go on after the last block of the store. */
  async resume(): Promise<void> {
    const bytes = await this.world.store.lastBlock();
    if (bytes === undefined) return;
    const block = common.Block.deserializeBinary(bytes);
    this.#tip = newTip(block, commitHashOf(block));
  }

  /** Begin with what does not depend on the state, while an earlier block is still being committed. */
  expect(envelope: Uint8Array): void {
    const opening = this.#open(envelope);
    // Whoever validates the block is told.
    opening.catch(() => undefined);
    this.#opened.set(envelope, opening);
  }

  /** Cut, validate and store the next block. @throws when it could not be stored. */
  async append(envelopes: readonly Uint8Array[]): Promise<CommittedBlock> {
    const { store, definitions } = this.world;
    const number = this.#tip.height;
    const block = await newBlock({ number, previousHash: this.#tip.headerHash, envelopes }, this.orderer);
    const committed = store.view();
    try {
      const privateSet = (txId: string) => store.get(transientKey(txId));
      const open = (envelope: Uint8Array) => this.#opened.get(envelope) ?? this.#open(envelope);
      const context = { open, definitions, committed, privateSet };
      const { transactions, changes } = await validateBlock({ number, envelopes }, context);
      await expire(number, changes);
      const state = changes.stateChanges();
      const codes = Uint8Array.from(transactions, ({ code }) => code);
      const commitHash = newCommitHash(codes, state, this.#tip.commitHash);
      setVerdict(block, { codes, commitHash });
      const index = indexOf(number, transactions);
      const bytes = Buffer.from(block.serializeBinary());
      await store.commit([
        ...state,
        ...changes.notes,
        ...index,
        { type: 'put', key: blockKey(number), value: bytes },
      ]);
      this.#tip = newTip(block, commitHash);
      return { number, transactions };
    } finally {
      committed.release();
    }
  }

  #open(envelope: Uint8Array): Promise<Candidate> {
    return openCandidate(envelope, this.world.options.channel, this.world.members);
  }
}

function newTip(block: common.Block, commitHash: Uint8Array): Tip {
  const header = block.getHeader();
  if (header === undefined) throw new Error('The block has no header');
  return { height: header.getNumber() + 1, headerHash: headerHash(header), commitHash };
}

/** The first transaction of an id keeps it; a repetition changes nothing. */
function indexOf(block: number, transactions: readonly JudgedTransaction[]): Change[] {
  const places = new Map<string, Change>();
  transactions.forEach(({ txId, code }, index) => {
    const isFirst = code !== peer.TxValidationCode.DUPLICATE_TXID && !places.has(txId);
    const value = encodePlace({ block, index, code });
    if (txId !== '' && isFirst) places.set(txId, { type: 'put', key: transactionKey(txId), value });
  });
  const kept = transactions.filter(mayHavePrivateWrites);
  return [...places.values(), ...kept.map(({ txId }): Change => ({ type: 'del', key: transientKey(txId) }))];
}

/** Of a transaction that was not opened nobody knows. */
function mayHavePrivateWrites({ content }: JudgedTransaction): boolean {
  return content === undefined || content.sets.some(({ collections }) => collections.length > 0);
}

/** Chains verdicts and state as the header chains contents. */
function newCommitHash(codes: Uint8Array, state: readonly Change[], previous: Uint8Array): Uint8Array {
  const updates = state.flatMap((change) => {
    const value = change.type === 'put' ? change.value : Buffer.alloc(0);
    return [lengthOf(change.key), change.key, lengthOf(value), value];
  });
  return sha256(varint(codes.length), codes, ...updates, previous);
}

function lengthOf(bytes: Uint8Array): Buffer {
  return varint(bytes.length);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return Buffer.of(...bytes, rest);
}
