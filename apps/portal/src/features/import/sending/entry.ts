/** An import as it is kept on this device, and where each of its rows stands. */
import type { Command } from '@yaosu/chaincode/model/kernel/command';
import type { Row } from '../column.js';

/**
 * - `waiting`: has no command yet; - `made`: its command is kept, and may have been sent; - `received`: the gateway has it;
 * - `committed`: on the ledger; - `refused`: is not, and will not be.
 */
export type EntryState = 'waiting' | 'made' | 'received' | 'committed' | 'refused';

/** A row of an import. */
export interface Entry {
  readonly id: string;
  readonly index: number;
  /** Row of the file. */
  readonly line: number;
  /** As they stood in the file. */
  readonly cells: Readonly<Record<string, string>>;
  readonly row: Row;
  readonly state: EntryState;
  /** Made once; made anew with the same content only when the ledger has refused it for its age. */
  readonly command: Command | null;
  readonly txId: string | null;
  /** Code of the refusal or of the last failure. */
  readonly problem: string | null;
}

/** What an import is about. */
export interface ImportHead {
  readonly id: string;
  readonly ledgerId: string;
  readonly kid: string;
  /** Name of the act, e.g. `Batch.register`. */
  readonly act: string;
  /** Name of the file; empty for pasted rows. */
  readonly file: string;
  readonly startedAt: string;
}

/** Where imports are kept. */
export interface ImportStore {
  heads(): Promise<readonly ImportHead[]>;
  /** In the order of the file. */
  entries(id: string): Promise<readonly Entry[]>;
  /** Keeps an import and all of its rows, or nothing. */
  add(head: ImportHead, entries: readonly Entry[]): Promise<void>;
  /** Reads and writes one row in one step, so that no tab writes over another. @returns what is kept now */
  update(entry: Pick<Entry, 'id' | 'index'>, change: (kept: Entry) => Entry): Promise<Entry>;
  remove(id: string): Promise<void>;
}

/** Whether a row has not ended. */
export const isOpen = ({ state }: Entry): boolean => state !== 'committed' && state !== 'refused';
