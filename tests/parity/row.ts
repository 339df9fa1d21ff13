/** The words a row is written in. A row is data: what is done, in order, and what each step gave on real Fabric. */
import type { MspId } from '@yaosu/chaincode/model/organisations';
import type { Json, Op } from './json.js';

export const M: MspId = 'ManufacturerMSP';
export const C: MspId = 'CdmoMSP';
export const L: MspId = 'LogisticsMSP';
export const R: MspId = 'RegulatorMSP';

/** Tag of the twelve rows that `npm test` runs on real Fabric where it is found. */
export const SHORT = 'short';

/** Names of the chaincodes of the parity network; network.ts says what their policies are. */
export type ChaincodeName = 'probe' | 'callee' | 'weak' | 'pair' | 'private' | 'space' | 'bump' | 'nope';

/** How a call is made; what is left out is the chaincode `probe`, called by M, endorsed by M, C and L. */
export interface CallOptions {
  readonly on?: ChaincodeName;
  readonly by?: MspId;
  /** `planned` leaves the choice to the gateway's planner. */
  readonly endorsers?: readonly MspId[] | 'planned';
  readonly transient?: Readonly<Record<string, string>>;
  /** Replaces the function and its arguments. */
  readonly raw?: { readonly contract: string; readonly fn: string; readonly args: readonly string[] };
  /** Bytes of filling added to the arguments. */
  readonly pad?: number;
}

/** One step of a row. What it observes is compared with the entry of `expected` at the same place. */
export type Step =
  | { readonly do: 'hold'; readonly name: string; readonly ops: readonly Op[]; readonly options: CallOptions }
  | { readonly do: 'call'; readonly name: string; readonly ops: readonly Op[]; readonly options: CallOptions }
  | { readonly do: 'read'; readonly ops: readonly Op[]; readonly options: CallOptions }
  | { readonly do: 'submit'; readonly names: readonly string[] }
  | { readonly do: 'forge'; readonly name: string; readonly mspId: MspId }
  | { readonly do: 'endorseAgain'; readonly name: string }
  | { readonly do: 'blocks'; readonly count: number }
  | { readonly do: 'upgrade'; readonly chaincode: ChaincodeName }
  | { readonly do: 'events' }
  | { readonly do: 'chain' };

/** A row of the differential list. `~` in front of a name keeps the keys of rows apart. */
export interface Row {
  /** Number in section 14 of the ledger semantics. */
  readonly id: number;
  readonly title: string;
  readonly tags: readonly string[];
  /** One transaction that has to be VALID before the steps. */
  readonly setup: readonly Op[];
  readonly steps: readonly Step[];
  /** By hand from what real Fabric did; `…` in a text stands for any text. */
  readonly expected: readonly Json[];
  /** The same where the orderers are SmartBFT's, if they do otherwise (decision 17). */
  readonly onBft?: readonly Json[];
}

/** E: endorse and keep the envelope. Observes `held`, or the error. */
export const hold = (name: string, ops: readonly Op[], options: CallOptions = {}): Step => ({
  do: 'hold',
  name,
  ops,
  options,
});

/** Endorse and submit. Observes the code and what each stub call gave, or the error. */
export const call = (name: string, ops: readonly Op[], options: CallOptions = {}): Step => ({
  do: 'call',
  name,
  ops,
  options,
});

/** Evaluate. Observes what each stub call gave, or the error. */
export const read = (ops: readonly Op[], options: CallOptions = {}): Step => ({ do: 'read', ops, options });

/** S: submit held envelopes in one block, in this order. Observes their codes. */
export const submit = (...names: readonly string[]): Step => ({ do: 'submit', names });

/** Replace the endorsement of an organisation in a held envelope by one of its client. Observes `held`. */
export const forge = (name: string, mspId: MspId): Step => ({ do: 'forge', name, mspId });

/** Send the proposal of a held envelope, same transaction id, to the endorsers again. */
export const endorseAgain = (name: string): Step => ({ do: 'endorseAgain', name });

/** Let blocks pass that do not touch the row. Observes how many. */
export const blocks = (count: number): Step => ({ do: 'blocks', count });

/** Commit the next sequence of a chaincode's definition. Observes `upgraded`. */
export const upgrade = (chaincode: ChaincodeName): Step => ({ do: 'upgrade', chaincode });

/** Observes the events of the VALID transactions of the row so far. */
export const events: Step = { do: 'events' };

/** Recompute every header and data hash from block 0. Observes `whole`, or where it breaks. */
export const chain: Step = { do: 'chain' };

/** What a hold that went well observes. */
export const HELD = 'held';
export const VALID = 'VALID';
export const MVCC = 'MVCC_READ_CONFLICT';
export const PHANTOM = 'PHANTOM_READ_CONFLICT';
export const POLICY = 'ENDORSEMENT_POLICY_FAILURE';
export const DUPLICATE = 'DUPLICATE_TXID';

/** What `call` observes of a transaction that got into a block. */
export const done = (code: string, ...results: readonly Json[]): Json => ({ code, results });

/** What `call`, `hold` and `read` observe of a failure. */
export const failed = (phase: string, status: string, text: string): Json => ({ phase, status, text });

/** What a stub call gives that threw inside the transaction. */
export const thrown = (text: string): Json => ({ error: text });
