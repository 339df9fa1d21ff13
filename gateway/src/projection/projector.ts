import type { Database } from '../db/open-database.js';
import type { Origin } from '../db/tables.js';
import type { BlockRows } from './block-rows.js';
import type { BlockView } from './block-view.js';

/** What enterprises hosted here keep in the vault, by digest of the ciphertext. */
export interface Originals {
  /** @returns undefined when the bytes or the reader's key are not here; @throws when they were altered */
  read(reader: string, digest: string): Promise<{ readonly content: unknown } | undefined>;
}

/** A written record on its way into the tables of its subject. */
export interface Projected {
  /** Takes the rows. */
  readonly rows: BlockRows;
  /** What the read model knows as of the transaction. */
  readonly view: BlockView;
  /** For statements of its own, on tables that `rows` does not write. */
  readonly db: Database;
  readonly originals: Originals;
  /** Takes the objects that events of the block name. */
  readonly seen: Set<string>;
  readonly origin: Origin;
  readonly parts: readonly string[];
  readonly value: Readonly<Record<string, unknown>>;
}

/** Brings a written record into the tables of its subject. */
export type Projector = (projected: Projected) => void | Promise<void>;

/** For keys that the table of all records suffices for. */
export const recordOnly: Projector = () => undefined;
