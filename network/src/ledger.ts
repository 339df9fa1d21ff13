/**
 * The port to the ledger. Two ledgers stand behind it, the embedded one and Fabric, and nothing above
 * this file may know which.
 */
import type { MspId } from '@yaosu/chaincode/model/organisations';

/** An X.509 identity that signs proposals and envelopes: the relay certificate of a gateway. */
export interface LedgerIdentity {
  readonly mspId: MspId;
  /** PEM certificate. */
  readonly certificate: string;
  /** PEM private key (PKCS #8, P-256). */
  readonly privateKey: string;
}

/** One call of a contract function. */
export interface LedgerCall {
  readonly contract: string;
  readonly fn: string;
  readonly args: readonly string[];
  /** Never lies on the ledger; the rules hash what they need of it. */
  readonly transient?: Readonly<Record<string, Uint8Array>>;
  /** Organisations that have to endorse, in the order of the acts table. Empty: the creator's own peer decides. */
  readonly endorsers: readonly MspId[];
}

/** Where a valid transaction stands. */
export interface Committed {
  readonly txId: string;
  readonly block: bigint;
  readonly result: Uint8Array;
}

/** What became of a transaction. */
export interface Found {
  readonly block: bigint;
  /** Fabric's validation code; 0 is VALID. */
  readonly code: number;
  /** What the chaincode returned, whether the transaction was valid or not. */
  readonly result: Uint8Array;
}

/** A decoded transaction of a block, the same on both ledgers. */
export interface LedgerTransaction {
  readonly txId: string;
  /** Position in the block. */
  readonly index: number;
  /** Fabric's validation code; 0 is VALID. */
  readonly code: number;
  readonly creatorMsp: string;
  /** Client's transaction time, ISO 8601 UTC with milliseconds. */
  readonly timestamp: string;
  readonly fn: string;
  readonly args: readonly string[];
  /** Public writes of the product's namespace, in key order. */
  readonly writes: readonly LedgerWrite[];
  readonly event?: { readonly name: string; readonly payload: Uint8Array };
  /** Organisations whose endorsements the envelope carries. */
  readonly endorsers: readonly string[];
}

/** A public write: `value` undefined means deleted. */
export interface LedgerWrite {
  readonly key: string;
  readonly value?: Uint8Array;
}

/** A decoded block. */
export interface LedgerBlock {
  readonly number: bigint;
  /** SHA-256 of the DER header, hex. */
  readonly headerHash: string;
  readonly previousHash: string;
  readonly dataHash: string;
  /** Data of the block's leaf in the log ({@link blockLeaf}), hex. */
  readonly leaf: string;
  readonly transactions: readonly LedgerTransaction[];
  /** Another organisation's peer gave it while the own one was away or behind: nobody here has seen it yet. */
  readonly provisional?: true;
}

/** What a ledger can do for a gateway. */
export interface Ledger {
  /** Identifies the chain: two ledgers never share it. */
  readonly channelGenesis: string;
  /**
   * Endorse, order and wait until the transaction is committed VALID.
   * @throws LedgerError with `phase` and, where the chaincode refused, its own message.
   */
  submit(call: LedgerCall, identity: LedgerIdentity): Promise<Committed>;
  /** Run a function against one peer and throw its writes away. */
  evaluate(call: LedgerCall, identity: LedgerIdentity): Promise<Uint8Array>;
  /**
   * Every block from `from` on, for ever, until the signal aborts. A provisional one is given again without its mark when
   * the own peer has it.
   */
  blocks(from: bigint, signal: AbortSignal): AsyncIterable<LedgerBlock>;
  /** Bytes of a `common.Block`. @throws RangeError when there is no such block */
  blockBytes(number: bigint): Promise<Uint8Array>;
  /** Number of blocks. */
  height(): Promise<bigint>;
  /** What became of a transaction, undefined when no block holds it. */
  find(txId: string): Promise<Found | undefined>;
  close(): Promise<void>;
}

/** How far a call got before it failed. */
export type LedgerPhase = 'endorse' | 'submit' | 'commit' | 'evaluate';

/**
 * A call that did not succeed. `code` is Fabric's validation code for phase `commit`; `message` is the chaincode's
 * own text for phases `endorse` and `evaluate` when `chaincode` is true.
 */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
  constructor(
    readonly phase: LedgerPhase,
    message: string,
    readonly details: {
      readonly txId?: string;
      readonly code?: number;
      readonly chaincode?: boolean;
      /** gRPC status name as the gateway of a peer would give it. */
      readonly status?: string;
      readonly messages?: readonly string[];
      /** Organisations whose peers did not answer; others may do in their place. */
      readonly away?: readonly string[];
      /** No orderer took the envelope, though each was asked. */
      readonly unordered?: true;
    } = {},
  ) {
    super(message);
  }
}
