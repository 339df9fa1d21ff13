/** What a ledger has to offer to be driven by the rows. One implementation drives the embedded ledger, one Fabric. */
import type { LedgerCall } from '@yaosu/network';
import type { MspId } from '@yaosu/chaincode/model/organisations';
import type { ChaincodeName } from './row.js';

/** A call with everything a proposal needs. */
export interface ProbeCall extends LedgerCall {
  readonly chaincode: ChaincodeName;
  /** Organisation whose client signs. */
  readonly by: MspId;
}

/** An endorsed envelope that the client keeps. */
export interface Held {
  readonly txId: string;
  readonly envelope: Uint8Array;
  readonly result: Uint8Array;
  readonly by: MspId;
}

/** What became of an envelope. */
export interface Fate {
  readonly txId: string;
  readonly block: bigint;
  /** Fabric's validation code. */
  readonly code: number;
}

/** An event as a listener gets it. */
export interface SeenEvent {
  readonly txId: string;
  readonly name: string;
  readonly payload: Uint8Array;
}

/** A network of four organisations with the probe installed under the names of `ChaincodeName`. */
export interface ParityDriver {
  readonly name: string;
  /** Number of blocks. */
  height(): Promise<bigint>;
  /** @throws LedgerError with phase `endorse`. */
  endorse(call: ProbeCall): Promise<Held>;
  /**
   * Order these envelopes in one block and wait for their codes, in the same order.
   * @throws LedgerError with phase `submit` when the orderer refuses.
   */
  submit(held: readonly Held[]): Promise<readonly Fate[]>;
  /** @throws LedgerError with phase `evaluate`. */
  evaluate(call: ProbeCall): Promise<Uint8Array>;
  /** The same envelope, with the endorsement of an organisation made by its client instead of its peer. */
  forge(held: Held, mspId: MspId): Held;
  /** Endorse the proposal of an envelope again, under its transaction id. @throws LedgerError with phase `endorse`. */
  endorseAgain(held: Held): Promise<Held>;
  /** Commit the next sequence of a definition. */
  upgrade(chaincode: ChaincodeName): Promise<void>;
  /** Events of VALID transactions in the blocks from `from` on. */
  events(from: bigint): Promise<readonly SeenEvent[]>;
  /** Bytes of `common.Block`. */
  blockBytes(number: bigint): Promise<Uint8Array>;
  close(): Promise<void>;
}
