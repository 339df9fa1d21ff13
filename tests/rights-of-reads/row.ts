/** Shape of the tables: which callers are answered what they ask for, by hand; everybody else is refused. */
import type { KeyType } from '@yaosu/chaincode/model/kernel/keys';
import type { CallerName } from './callers.js';
import type { IdName } from './ids.js';

/** Callers of a cell; `everybody`: who has a session. */
export type Readers = readonly CallerName[] | 'everybody';

/** Names an operation of the OpenAPI document. */
export type ReadId = string;

/** One thing that is asked for, `{}` in its path, beside names of other things; who may not is answered as if it were not there. */
export interface ObjectRow {
  readonly read: ReadId;
  readonly what: IdName;
  readonly path: string;
  readonly readers: readonly CallerName[];
  /** Answers of the readers that hold more than a record: those whom the bytes are opened to. */
  readonly opened?: readonly CallerName[];
  /** Authorities without a purpose are told to give one, whatever they ask for. */
  readonly guarded: boolean;
}

/** A list, and what of the known things stands in it for whom. */
export interface ListRow {
  readonly read: ReadId;
  readonly path: string;
  readonly guarded: boolean;
  readonly shows: readonly { readonly what: IdName; readonly to: Readers }[];
}

/** What everybody with a session may ask, and everybody else may not. */
export interface OpenRow {
  readonly read: ReadId;
  readonly path: string;
  /** The same of something that is not there; null when there is no such thing. */
  readonly none: string | null;
}

/** Who may see the record, and whose own the key would be, so that its holder is told that it is free. */
export interface RecordRow {
  readonly type: KeyType;
  /** Null: nothing in the network writes such a record, or the story has none. */
  readonly what: IdName | null;
  readonly readers: Readers;
  /** Batch by which a list of the type is asked. */
  readonly batch?: IdName;
}
