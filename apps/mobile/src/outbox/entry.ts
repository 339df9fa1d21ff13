/** What waits on the phone, and what became of it. */
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';

/**
 * - `onDevice`: only here; - `received`: the gateway has it; - `onLedger`: a receipt of the gateway was checked;
 * - `refused`: stays until a person has seen it and decided.
 */
export type EntryState = 'onDevice' | 'received' | 'onLedger' | 'refused';

/** A document whose digest a command signs, e.g. a photo: brought to the vault of the own firm before the command. */
export interface Evidence {
  readonly salt: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** A signed command of this phone; nothing expires, nothing is dropped. */
export interface Entry {
  readonly cmd: string;
  /** Order of sending. */
  readonly sequence: number;
  /** What it is about, for people: a note number, a code. */
  readonly title: string;
  readonly envelope: Envelope;
  /** Kept until the command stands on the ledger. */
  readonly evidence?: Evidence;
  readonly state: EntryState;
  readonly tries: number;
  /** Code of the last refusal or failure; null when there was none. */
  readonly problem: string | null;
  readonly receipt: {
    readonly txId: string;
    readonly block: number;
    readonly outcome: string | null;
    /** Rules that a recorded fact broke. */
    readonly deviations?: readonly string[];
  } | null;
  /** Somebody has seen that it deviates from the ledger or contradicts it. */
  readonly isSeen?: true;
  readonly savedAt: string;
}
