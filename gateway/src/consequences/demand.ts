import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import type { Database } from '../db/open-database.js';

/** A consequence that the ledger's state demands. */
export interface Demand {
  readonly act: Act;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Nothing is demanded yet, but time alone will change that. */
export interface Later {
  /** ISO 8601: when to ask again. */
  readonly nextAt: string;
}

/** What a demand may look at. */
export interface DemandView {
  readonly db: Database;
  /** ISO 8601. */
  readonly now: string;
}

/** What a subject's records demand. */
export interface DemandSource {
  /** The matter that a changed record belongs to; undefined when it demands nothing. */
  matterOf(key: string, value: Readonly<Record<string, unknown>>): string | undefined;
  /** Matters that may still demand something, for the start of a gateway. */
  openMatters(view: DemandView): Promise<readonly string[]>;
  /** The next consequence of a matter, or when there may be one; undefined when it is at rest. */
  next(view: DemandView, matter: string): Promise<Demand | Later | undefined>;
}
