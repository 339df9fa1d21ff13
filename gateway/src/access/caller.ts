import type { KeyFunction } from '@yaosu/chaincode/model/enterprise/states';

/** Who asks, as the ledger knows the key of the session. */
export interface Caller {
  readonly kid: string;
  readonly enterprise: string;
  readonly person: string | null;
  /** Functions that the key holds now. */
  readonly functions: readonly KeyFunction[];
}

/** Who has not logged in: no enterprise has this name, so that no rule lets it pass. */
export const NOBODY: Caller = { kid: '', enterprise: '', person: null, functions: [] };
