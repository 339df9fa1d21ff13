/** Tables of events, and of what is said of places and classes. */
import type { Generated } from 'kysely';
import type { Json, Origin } from './tables.js';

/** `epcis_captures`: documents of events, by the attestation of their root (the digest of their ciphertext). */
export interface EpcisCapturesTable extends Origin {
  capture: string;
  /** The command that attested it, by which its sender asks for it. */
  job: string;
  enterprise: string;
  /** `pending`: its bytes are not here; `altered`: they are not those that were attested. */
  state: 'captured' | 'pending' | 'altered';
  received_at: string;
  behaviour: string;
  events: number;
  /** Events that were here already. */
  duplicates: number;
  errors: Json<readonly { at: number; problems: readonly string[] }[]>;
}
/** What queries ask of an event beside its columns and identifiers, by the names of query parameters. */
export interface EventFacts {
  readonly is: Readonly<Record<string, readonly string[]>>;
  readonly number: Readonly<Record<string, readonly number[]>>;
  readonly time: Readonly<Record<string, readonly string[]>>;
  readonly has: readonly string[];
}
/**
 * `epcis_events`: each once for an enterprise, by its hash and id; a declaration that it was wrong stands beside it. What acts
 * of the ledger are stands there under no enterprise.
 */
export interface EpcisEventsTable extends Origin {
  enterprise: string;
  hash: string;
  /** Time of the declaration of error; empty for the event itself. */
  declared: string;
  event_id: string;
  type: string;
  event_time: string;
  record_time: string;
  action: string | null;
  biz_step: string | null;
  disposition: string | null;
  /** Attestation of its document, or the transaction that it is. */
  capture: string;
  /** Place in its document. */
  position: number;
  /** JSON of the prefixes that it needs; null when it needs none. */
  context: string | null;
  /** JSON. */
  event: string;
  facts: Json<EventFacts>;
  /** An event of the ledger is seen by who sees one of these lots. */
  batches: Generated<string[]>;
  /** Or by who sees every one of these records. */
  records: Generated<string[]>;
}
/** `epcis_master`: what firms say of places, steps and classes; the last word of a document counts. */
export interface EpcisMasterTable {
  enterprise: string;
  type: string;
  /** In its one spelling. */
  id: string;
  attributes: Json<Readonly<Record<string, readonly string[]>>>;
  children: Json<readonly string[]>;
}
/** `epcis_epcs`: identifiers that an event names, in their one spelling. */
export interface EpcisEpcsTable {
  enterprise: string;
  epc: string;
  /** `code`: what the ledger calls one of them; `stock` and `taken`: parcels, by which a single pack is followed. */
  part:
    | 'epc'
    | 'parent'
    | 'input'
    | 'output'
    | 'epcClass'
    | 'inputClass'
    | 'outputClass'
    | 'code'
    | 'stock'
    | 'taken';
  hash: string;
  declared: string;
}
