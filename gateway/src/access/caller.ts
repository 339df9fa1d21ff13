import type { CasePurpose } from '@yaosu/chaincode/model/authority/purposes';
import type { AUTHORITY_SUBJECTS, KeyFunction } from '@yaosu/chaincode/model/enterprise/states';

/** What an authority is there for: its subject, and its area as a GB/T 2260 code. */
export interface Competence {
  readonly subject: (typeof AUTHORITY_SUBJECTS)[number];
  readonly area: string;
}

/** Who asks, as the ledger knows the key of the session. */
export interface Caller {
  readonly kid: string;
  readonly enterprise: string;
  readonly person: string | null;
  /** Functions that the key holds now. */
  readonly functions: readonly KeyFunction[];
  /** Until when the key is good. */
  readonly notAfter: string;
  /** The one record that the key is good for; null for a key without such a limit. */
  readonly onlyFor: string | null;
  /** When it asks. */
  readonly at: string;
  /** Null for everybody but authorities. */
  readonly authority: Competence | null;
  /** The purpose that an authority gives; without one it reads no more than a firm would. */
  readonly purpose: CasePurpose | null;
}

/** Who has not logged in: no enterprise has this name, so that no rule lets it pass. */
export const NOBODY: Caller = {
  kid: '',
  enterprise: '',
  person: null,
  functions: [],
  notAfter: '',
  onlyFor: null,
  at: '',
  authority: null,
  purpose: null,
};
