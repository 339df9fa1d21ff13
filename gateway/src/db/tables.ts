/** Tables as Kysely sees them; all but those of identifiers can be rebuilt from the ledger. */
import type { ColumnType } from 'kysely';
import type { AlertsTable } from './alert-tables.js';
import type { BillsTable } from './bill-tables.js';
import type {
  EpcisCapturesTable,
  EpcisEpcsTable,
  EpcisEventsTable,
  EpcisMasterTable,
} from './epcis-tables.js';
import type { IdentifiersTable, IdentifierTemplatesTable } from './identifier-tables.js';

/** JSON goes in as text, because drivers differ in what they make of arrays. */
export type Json<T> = ColumnType<T, string, string>;

/** Where a row comes from. */
export interface Origin {
  block: number;
  tx_id: string;
}

/** `checkpoint`: one row, the next block to project and the chain it belongs to. */
export interface CheckpointTable {
  id: number;
  channel_genesis: string;
  next_block: number;
  /** Version of the projectors that wrote the rows. */
  version: number;
}
/** `blocks` */
export interface BlocksTable {
  number: number;
  header_hash: string;
  previous_hash: string;
  data_hash: string;
  transactions: number;
  valid: number;
  /** Data of its leaf in the log of blocks, hex. */
  leaf: string;
  /** Another organisation's peer gave it, and the own one has not yet. */
  provisional: boolean;
}
/** A party of a command. */
export interface Signatory {
  role: string;
  enterprise: string;
  kid: string;
}
/** `transactions`, valid or not. */
export interface TransactionsTable extends Origin {
  index: number;
  code: number;
  creator_msp: string;
  timestamp: string;
  contract: string;
  act: string;
  cmd: string | null;
  /** Parties of the command. */
  parties: Json<Signatory[]>;
  endorsers: Json<string[]>;
  /** Written keys. */
  keys: Json<string[]>;
}
/** `records`: the present value of every key. */
export interface RecordsTable extends Origin {
  key: string;
  type: string;
  value: Json<Record<string, unknown>>;
  /** SHA-256 of the value's bytes. */
  hash: string;
  cmd: string;
}
/** `enterprises` */
export interface EnterprisesTable extends Origin {
  enterprise: string;
  host_msp: string;
}
/** `enterprise_roles` */
export interface EnterpriseRolesTable extends Origin {
  enterprise: string;
  role: string;
}
/** `sites` */
export interface SitesTable extends Origin {
  enterprise: string;
  gln: string;
  /** GB/T 2260 code. */
  area: string;
}
/** `licences` */
export interface LicencesTable extends Origin {
  enterprise: string;
  number: string;
  kind: string;
  not_after: string;
}
/** `keys` */
export interface KeysTable extends Origin {
  kid: string;
  enterprise: string;
  person: string | null;
}
/** `batches`: `block` and `tx_id` are those of the registration. */
export interface BatchesTable extends Origin {
  batch: string;
  issuer: string;
  owner: string;
  manufacturer: string;
  mah: string | null;
  kind: string;
  disposition: string;
  market: string;
  /** Identity document. */
  identity: string;
}
/**
 * `batch_readers`: who may see a batch, and why; `grant` ends with its withdrawal or its time, the others stay. Authorities
 * stand here by subject and area, `@drug@320100`.
 */
export interface BatchReadersTable {
  batch: string;
  enterprise: string;
  reason: 'party' | 'holder' | 'grant';
  /** Last instant of a grant; null when it has none. */
  until: string | null;
}
/** `record_readers`: enterprises that a record names, and authorities by subject and area. */
export interface RecordReadersTable {
  key: string;
  enterprise: string;
}
/** `edges`: `to_batch` grew from `from_batch`. */
export interface EdgesTable extends Origin {
  from_batch: string;
  to_batch: string;
  kind: string;
}
/** `stops` */
export interface StopsTable extends Origin {
  batch: string;
  investigation: string;
  provisional: boolean;
  lifted: boolean;
  placed_at: string;
}
/** `parcels`: stock as it is picked and counted. */
export interface ParcelsTable extends Origin {
  parcel: string;
  batch: string;
  owner: string;
  holder: string;
  site: string | null;
  status: string;
  /** Millionths of the unit. */
  quantity: string;
  unit: string;
  container: string | null;
  shipment: string | null;
  is_spent: boolean;
}
/** `readings`: pages of loggers as they were signed; their summaries are records. */
export interface ReadingsTable extends Origin {
  logger: string;
  sequence: number;
  shipment: string;
  from_time: string;
  interval_seconds: number;
  /** The first value, then differences, hundredths of a degree Celsius. */
  differences: Json<number[]>;
}
/** The read model. */
export interface Tables {
  checkpoint: CheckpointTable;
  blocks: BlocksTable;
  transactions: TransactionsTable;
  records: RecordsTable;
  enterprises: EnterprisesTable;
  enterprise_roles: EnterpriseRolesTable;
  sites: SitesTable;
  licences: LicencesTable;
  keys: KeysTable;
  batches: BatchesTable;
  batch_readers: BatchReadersTable;
  record_readers: RecordReadersTable;
  parcels: ParcelsTable;
  edges: EdgesTable;
  stops: StopsTable;
  readings: ReadingsTable;
  epcis_captures: EpcisCapturesTable;
  epcis_events: EpcisEventsTable;
  epcis_epcs: EpcisEpcsTable;
  epcis_master: EpcisMasterTable;
  alerts: AlertsTable;
  bills: BillsTable;
  identifier_templates: IdentifierTemplatesTable;
  identifiers: IdentifiersTable;
}
