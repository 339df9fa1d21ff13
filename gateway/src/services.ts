import type { Logger } from 'pino';
import type { TriageStore } from './alerts/triage-store.js';
import type { Bills } from './bills/open-bills.js';
import type { ReadsJournal } from './authority/reads-journal.js';
import type { Anchors } from './anchor/anchors.js';
import type { BlockLog } from './checkpoints/block-log.js';
import type { Checkpoints } from './checkpoints/checkpoints.js';
import type { CommandDesk } from './commands/command-desk.js';
import type { Downloads } from './codes/downloads/downloads.js';
import type { Issuing } from './codes/issuing.js';
import type { Config } from './config.js';
import type { Database } from './db/open-database.js';
import type { Demo } from './demo/demo.js';
import type { Metrics } from './http/metrics.js';
import type { QueryStore } from './epcis/subscriptions/query-store.js';
import type { Subscriptions } from './epcis/subscriptions/subscriptions.js';
import type { Identifiers } from './identifiers/open-identifiers.js';
import type { Journal } from './journal/journal.js';
import type { Lan } from './lan/lan.js';
import type { LedgerAccess } from './ledger/ledger-access.js';
import type { Ports } from './ports.js';
import type { Projection } from './projection/projection.js';
import type { ServiceKeys } from './mandates/service-keys.js';
import type { StatementExchange } from './neighbours/statement-exchange.js';
import type { VaultExchange } from './neighbours/vault-exchange.js';
import type { EntryStore } from './resolver/entry-store.js';
import type { Relay } from './relay/relay.js';
import type { BatchSight } from './trace/batch-sight.js';
import type { StockTotals } from './trace/stock-totals.js';
import type { TraceGraph } from './trace/trace-graph.js';
import type { Shared } from './shared/shared.js';
import type { Sessions } from './session/sessions.js';
import type { EnterpriseSecrets } from './vault/enterprise-secrets.js';
import type { LotNames } from './vault/lot-names.js';
import type { Vault } from './vault/vault.js';

/** What routes and reads work with; made once in `start.ts`. */
export interface Services {
  readonly config: Config;
  readonly ports: Ports;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly access: LedgerAccess;
  readonly db: Database;
  readonly journal: Journal;
  readonly projection: Projection;
  readonly relay: Relay;
  readonly graph: TraceGraph;
  readonly stock: StockTotals;
  readonly sight: BatchSight;
  readonly desk: CommandDesk;
  readonly sessions: Sessions;
  readonly shared: Shared;
  readonly vault: Vault;
  readonly secrets: EnterpriseSecrets;
  /** Names of lots that somebody searched for. */
  readonly lotNames: LotNames;
  readonly issuing: Issuing;
  /** Lists and labels in the making. */
  readonly downloads: Downloads;
  /** What the resolver answers with. */
  readonly entries: EntryStore;
  readonly serviceKeys: ServiceKeys;
  /** Fetches what other organisations' gateways keep for enterprises that are hosted here. */
  readonly exchange: VaultExchange;
  /** Fetches what others wrote elsewhere as evidence of records that are read here. */
  readonly statements: StatementExchange;
  /** Queries that firms have named, and who is told of their events. */
  readonly queries: QueryStore;
  readonly subscriptions: Subscriptions;
  /** What was found about alerts. */
  readonly triages: TriageStore;
  /** How far bills have come with the trace platform. */
  readonly bills: Bills;
  /** Identifiers of the industrial-internet system, and how far the secondary node knows them. */
  readonly identifiers: Identifiers;
  /** What authorities have read. */
  readonly readsJournal: ReadsJournal;
  /** Leaves of all blocks, and the checkpoints that organisations have signed of them. */
  readonly blockLog: BlockLog;
  readonly checkpoints: Checkpoints;
  /** Checkpoints on a public chain; empty where none is configured. */
  readonly anchors: Anchors;
  /** Only where neighbours are let in. */
  readonly lan: Lan | undefined;
  /** Only where the genesis says demo, and nobody comes but from this machine or the local network that was let in. */
  readonly demo: Demo | undefined;
}
