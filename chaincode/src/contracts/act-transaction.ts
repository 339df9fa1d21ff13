/** What a handler is given once the common checks have passed. */
import type { PrivateState } from '../ledger/private-state.js';
import type { WorldState } from '../ledger/world-state.js';
import type { KeyRecord, ProposedKey } from '../model/enterprise/schemas.js';
import type { SignedBy } from '../model/enterprise/signed-by.js';
import type { Command } from '../model/kernel/command.js';
import { YaosuError } from '../model/kernel/errors.js';
import type { ChangedContract } from '../model/network/behaviours.js';
import type { MspId } from '../model/organisations.js';
import type { Judgement } from './judgement.js';

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
  /** The time that rules are judged at: transaction time of a permission, time of capture of a fact. */
  readonly at: string;
  readonly state: WorldState;
  /** Where a confidential act writes; undefined for every other one. */
  readonly confidence: PrivateState | undefined;
  /** What the act carries, by name: undefined when the gateway brought nothing; not yet compared with its digest. */
  readonly carried: (name: string) => Uint8Array | undefined;
  /** The behaviour of a contract that all organisations have adopted. */
  readonly behaviour: (contract: ChangedContract) => number;
  /** What becomes of a broken rule: a permission is refused, a fact is recorded with it. */
  readonly judgement: Judgement;
  /** Hints from the transient map, unsigned: parcels that the gateway proposes, in its order of preference. */
  readonly picks: readonly string[];
  /** Names what happened; believed only where the keys are in the same transaction's writes. */
  emit(event: string, keys: readonly string[]): void;
}

/** The signer in a role. @throws when the act has no such role, which is a fault of the table. */
export const signer = (transaction: ActTransaction, role: string): Signer => {
  const found = transaction.signers[role];
  if (found === undefined) throw new Error(`no signer ${role} in ${transaction.command.act}`);
  return found;
};

/** The signer in a role as records keep it. */
export const signedByOf = (transaction: ActTransaction, role: string): SignedBy => {
  const { enterprise, kid, key } = signer(transaction, role);
  return { enterprise, kid, person: key.person };
};

/** Nobody acts for another enterprise. @throws ENTERPRISE_FOREIGN */
export const assertOwn = (transaction: ActTransaction, role: string, enterprise: string): void => {
  if (signer(transaction, role).enterprise !== enterprise) {
    throw new YaosuError('ENTERPRISE_FOREIGN', { enterprise });
  }
};

/** The signer's enterprise is one of those that the record concerns. @throws PARTY_NOT_CONCERNED */
export const assertConcerned = (
  transaction: ActTransaction,
  role: string,
  enterprises: readonly (string | null)[],
): void => {
  const { enterprise } = signer(transaction, role);
  if (!enterprises.includes(enterprise)) throw new YaosuError('PARTY_NOT_CONCERNED', { enterprise });
};
