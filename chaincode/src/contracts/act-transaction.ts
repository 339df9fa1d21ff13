/** What a handler is given once the common checks have passed. */
import type { WorldState } from '../ledger/world-state.js';
import type { KeyRecord, ProposedKey } from '../model/enterprise/schemas.js';
import type { Command } from '../model/kernel/command.js';
import type { MspId } from '../model/organisations.js';

/** A party whose key, signature, functions and role have been checked. */
export interface Signer {
  readonly role: string;
  readonly enterprise: string;
  readonly kid: string;
  readonly key: KeyRecord | ProposedKey;
}

/** A transaction of one act. */
export interface ActTransaction<P = unknown> {
  readonly command: Command;
  readonly payload: P;
  /** Signers by their role in the act. */
  readonly signers: Readonly<Record<string, Signer>>;
  readonly creatorMsp: MspId;
  readonly txId: string;
  /** Transaction time. */
  readonly now: string;
  readonly state: WorldState;
  /** Names what happened; believed only where the keys are in the same transaction's writes. */
  emit(event: string, keys: readonly string[]): void;
}

/** The signer in a role. @throws when the act has no such role, which is a fault of the table. */
export const signer = (transaction: ActTransaction, role: string): Signer => {
  const found = transaction.signers[role];
  if (found === undefined) throw new Error(`no signer ${role} in ${transaction.command.act}`);
  return found;
};
