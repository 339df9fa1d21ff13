import type { Database } from '../db/open-database.js';
import type { Origin } from '../db/tables.js';

/** A written record on its way into the tables of its subject. */
export interface Projected {
  readonly db: Database;
  readonly origin: Origin;
  readonly parts: readonly string[];
  readonly value: Readonly<Record<string, unknown>>;
}

/** Brings a written record into the tables of its subject. */
export type Projector = (projected: Projected) => Promise<void>;

/** For keys that the table of all records suffices for. */
export const recordOnly: Projector = () => Promise.resolve();
