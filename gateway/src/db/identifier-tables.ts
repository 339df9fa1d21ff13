/** Tables of identifiers of the industrial-internet system; they do not follow from the ledger. */
import type { Generated } from 'kysely';
import type { HandleValue, SyncState, TemplateContent } from '../api/identifiers.js';
import type { Json } from './tables.js';

interface Changed {
  made_at: string;
  changed_at: string;
  /** Key of who changed it last. */
  changed_by: string;
  /** Gone; the row stays until nobody has to be told any more. */
  deleted: Generated<boolean>;
  /** Number of the last change, in one order for all. */
  change: Generated<number>;
}

/** `identifier_templates`: what values a firm's identifiers may have (数据模板, 元数据). */
export interface IdentifierTemplatesTable extends Changed {
  id: Generated<number>;
  prefix: string;
  version: string;
  enterprise: string;
  content: Json<TemplateContent>;
}

/** `identifiers`: each is its own place in the outbox: what the secondary node is told is its last change. */
export interface IdentifiersTable extends Changed {
  handle: string;
  prefix: string;
  enterprise: string;
  /** Version of the template under the same prefix. */
  template: string;
  value: Json<HandleValue[]>;
  sync: Generated<SyncState>;
  /** The change that the secondary node was last told; null before it was told any. */
  sent: number | null;
  /** Whether the secondary node has said that it has it. */
  known: Generated<boolean>;
  /** Why the secondary node has refused the last change. */
  refusal: Json<{ readonly code: string; readonly text: string }> | null;
  synced_at: string | null;
}
