/** Tables of alerts. */
import type { AlertCause, AlertClass, SightingStep } from '@yaosu/chaincode/model/alert/states';
import type { Json } from './tables.js';

/** A sighting as an alert keeps it; `event` and `captor` lead to the event that it was made of. */
export interface StoredSighting {
  readonly at: string;
  readonly recordedAt: string;
  readonly step: SightingStep;
  readonly holder: string;
  readonly place: string | null;
  readonly parent: string | null;
  readonly source: 'judged' | 'reported';
  readonly event: string;
  /** Enterprise that captured it; empty for an act of the ledger. */
  readonly captor: string;
  readonly txId: string;
}

/** `alerts`: sightings that do not go together; what a later sighting explains stays, as settled. */
export interface AlertsTable {
  id: string;
  /** The ledger's name of the object. */
  epc: string;
  class: AlertClass;
  cause: AlertCause;
  /** Enterprise that has to look. */
  whose: string;
  /** Lots that the ledger knows the object to be of. */
  batches: string[];
  sighting: Json<StoredSighting>;
  other: Json<StoredSighting | null>;
  block: number;
  settled_block: number | null;
}
