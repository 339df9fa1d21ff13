/** The port to the journal: what has been taken over is here before anything is sent, and stays until it is final. */
import type { ErrorDetails } from '@yaosu/chaincode/model/kernel/errors';
import type { AnyErrorCode } from '../api/error-codes.js';

/** A command that stands on the ledger. */
export interface CommittedState {
  readonly name: 'committed';
  readonly txId: string;
  readonly block: number;
  /** What the contract returned; null when only another process saw it. */
  readonly result: unknown;
}
/** A command that was refused. */
export interface RefusedState {
  readonly name: 'refused';
  readonly code: AnyErrorCode;
  readonly details: ErrorDetails;
}
/** The end of a command. */
export type FinalState = CommittedState | RefusedState;

/** How far a command has come; `sent` names a transaction whose outcome is not known. */
export type EntryState =
  { readonly name: 'received' } | { readonly name: 'sent'; readonly txId: string } | FinalState;

/** Who handed a command in. */
export interface Submitter {
  readonly enterprise: string;
  readonly kid: string;
}

/** What is taken over. */
export interface NewEntry {
  readonly cmd: string;
  readonly contract: string;
  readonly act: string;
  /** Canonical text of command and signatures. */
  readonly envelope: string;
  readonly by: Submitter;
  readonly receivedAt: string;
}

/** A command in the journal. */
export interface JournalEntry extends NewEntry {
  readonly seq: number;
  readonly state: EntryState;
}

/** One line of the audit trail, written together with the change that it tells. */
export interface AuditRow {
  readonly seq: number;
  readonly at: string;
  readonly cmd: string;
  readonly contract: string;
  readonly act: string;
  readonly by: Submitter;
  readonly event: EntryState['name'];
  readonly txId: string | null;
  readonly code: AnyErrorCode | null;
}

/** Back ends: a LevelDB log, PostgreSQL. */
export interface Journal {
  /**
   * Takes a command over, durably. A known `cmd` gives the known entry back, unless that was refused and comes with
   * other signatures or after a refusal that may be tried again: then it is taken over anew.
   */
  append(entry: NewEntry): Promise<JournalEntry>;
  /** Notes a step durably; a committed entry never changes again. */
  note(cmd: string, state: EntryState, at: string): Promise<JournalEntry>;
  find(cmd: string): Promise<JournalEntry | undefined>;
  /** Entries that are not final, in the order of their arrival. */
  unfinished(): Promise<readonly JournalEntry[]>;
  /** The audit trail from a sequence number on. */
  audit(from: number, limit: number): Promise<readonly AuditRow[]>;
  close(): Promise<void>;
}
