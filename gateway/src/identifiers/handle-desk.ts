/** Registers, changes and removes identifiers for the firms that own their prefixes; a batch is judged item by item. */
import type { Transaction } from 'kysely';
import type { Caller } from '../access/caller.js';
import type { Database } from '../db/open-database.js';
import type { Tables } from '../db/tables.js';
import type { NoteChange } from './change-log.js';
import { checkValues } from './check-values.js';
import { addHandles, changeHandles, dropHandles, type Author, type HandleRow } from './handle-rows.js';
import { prefixOf, readRegistration, type Registration } from './input.js';
import { ownerOf, type Prefixes } from './readable-values.js';
import { HandleRefusal, refuse } from './refusals.js';
import { templateOf, type Templates } from './templates.js';

/** What became of an item. */
export interface Outcome {
  /** As it was handed in; empty when there was none. */
  readonly handle: string;
  readonly refusal: HandleRefusal | undefined;
}

/** What the desk works with. */
export interface HandleDeskParts {
  readonly db: Database;
  readonly prefixes: Prefixes;
  readonly templates: Templates;
  readonly note: NoteChange;
  /** Is told that a firm has something for the secondary node. */
  readonly onChange: (enterprise: string) => void;
}

interface Judged {
  readonly handle: string;
  readonly registration: Registration | undefined;
  readonly refusal: HandleRefusal | undefined;
}

type Write = (
  db: Transaction<Tables>,
  wanted: readonly Registration[],
  author: Author,
) => Promise<readonly HandleRow[]>;

const nameIn = (item: unknown): string => {
  const { handle } = (item ?? {}) as { readonly handle?: unknown };
  return typeof handle === 'string' ? handle : '';
};

const authorOf = ({ enterprise, kid, at }: Caller): Author => ({ enterprise, kid, at });

/** Every change of identifiers goes through here. */
export class HandleDesk {
  readonly #parts: HandleDeskParts;

  constructor(parts: HandleDeskParts) {
    this.#parts = parts;
  }

  /** Adds identifiers; of one that stands twice in a batch the first is added. */
  register(caller: Caller, items: readonly unknown[]): Promise<readonly Outcome[]> {
    return this.#writeAll(caller, items, addHandles, { isLastOf: false, lacking: 'exists' });
  }

  /** Puts values in the place of former ones; of one that stands twice in a batch the last counts. */
  change(caller: Caller, items: readonly unknown[]): Promise<readonly Outcome[]> {
    return this.#writeAll(caller, items, changeHandles, { isLastOf: true, lacking: 'missing' });
  }

  /** Removes identifiers. */
  async remove(caller: Caller, handles: readonly string[]): Promise<readonly Outcome[]> {
    const isForeign = (handle: string): boolean => this.#isForeign(caller, handle);
    const wanted = [...new Set(handles.filter((handle) => !isForeign(handle)))];
    const rows = await this.#write(caller, (db) => dropHandles(db, wanted, authorOf(caller)));
    const gone = new Set(rows.map(({ handle }) => handle));
    return handles.map((handle) => {
      if (isForeign(handle)) return { handle, refusal: new HandleRefusal('foreign') };
      return { handle, refusal: gone.delete(handle) ? undefined : new HandleRefusal('missing') };
    });
  }

  /** @throws HandleRefusal when a prefix is not the caller's */
  assertOwn(caller: Caller, prefix: string, kind: 'foreign' | 'templateForeign' = 'foreign'): void {
    if (ownerOf(this.#parts.prefixes, prefix) !== caller.enterprise) refuse(kind);
  }

  /** A name that is no identifier belongs to nobody, and is not there. */
  #isForeign({ enterprise }: Caller, handle: string): boolean {
    const prefix = prefixOf(handle);
    return prefix !== undefined && ownerOf(this.#parts.prefixes, prefix) !== enterprise;
  }

  async #writeAll(
    caller: Caller,
    items: readonly unknown[],
    write: Write,
    { isLastOf, lacking }: { readonly isLastOf: boolean; readonly lacking: 'exists' | 'missing' },
  ): Promise<readonly Outcome[]> {
    const judged = await this.#judgeAll(caller, items);
    const wanted = new Map<string, Registration>();
    for (const { handle, registration } of judged)
      if (registration !== undefined && (isLastOf || !wanted.has(handle))) wanted.set(handle, registration);
    const rows = await this.#write(caller, (db) => write(db, [...wanted.values()], authorOf(caller)));
    const written = new Set(rows.map(({ handle }) => handle));
    return judged.map(({ handle, refusal }) => {
      const isDone = isLastOf ? written.has(handle) : refusal === undefined && written.delete(handle);
      return { handle, refusal: refusal ?? (isDone ? undefined : new HandleRefusal(lacking)) };
    });
  }

  async #judgeAll(caller: Caller, items: readonly unknown[]): Promise<readonly Judged[]> {
    const templates = new Map<string, ReturnType<typeof templateOf>>();
    const judged: Judged[] = [];
    for (const item of items) {
      const handle = nameIn(item);
      try {
        judged.push({ handle, registration: await this.#judge(caller, item, templates), refusal: undefined });
      } catch (error) {
        if (!(error instanceof HandleRefusal)) throw error;
        judged.push({ handle, registration: undefined, refusal: error });
      }
    }
    return judged;
  }

  async #judge(
    caller: Caller,
    item: unknown,
    templates: Map<string, ReturnType<typeof templateOf>>,
  ): Promise<Registration> {
    const registration = readRegistration(item);
    const { prefix, template: version, value } = registration;
    this.assertOwn(caller, prefix);
    const name = JSON.stringify([prefix, version]);
    const found = templates.get(name) ?? templateOf(this.#parts.db, prefix, version);
    templates.set(name, found);
    const template = await found;
    if (template === undefined) return refuse('templateMissing');
    checkValues(value, template.content.items);
    return registration;
  }

  /** The file has a change before the database has: whoever hears of it can rely on it. */
  async #write(
    { enterprise }: Caller,
    write: (db: Transaction<Tables>) => Promise<readonly HandleRow[]>,
  ): Promise<readonly HandleRow[]> {
    const { db, note, onChange } = this.#parts;
    const rows = await db.transaction().execute(async (transaction) => {
      const written = await write(transaction);
      if (written.length > 0) await note({ handles: written });
      return written;
    });
    if (rows.length > 0) onChange(enterprise);
    return rows;
  }
}
