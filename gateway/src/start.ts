/** Opens everything in order and closes it in reverse. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MSP_IDS, REGULATOR } from '@yaosu/chaincode/model/organisations';
import { pino, type Logger } from 'pino';
import { ReadsAttester } from './authority/reads-attester.js';
import { TriageStore } from './alerts/triage-store.js';
import { ReadsJournal } from './authority/reads-journal.js';
import { checkpointGauges, openCheckpoints } from './checkpoints/open-checkpoints.js';
import { Closing } from './closing.js';
import { openCodes } from './codes/open-codes.js';
import { CommandDesk } from './commands/command-desk.js';
import { READS_FILE, type Config } from './config.js';
import { openConnectors } from './connectors/open-connectors.js';
import { Consequences } from './consequences/consequences.js';
import { DEMAND_SOURCES } from './consequences/sources.js';
import { loadOrMakeFile } from './data/private-file.js';
import { openConfiguredDatabase } from './db/configured-database.js';
import type { Database } from './db/open-database.js';
import { newKeyStore, type KeyStore } from './demo/key-store.js';
import { startDemo } from './demo/start-demo.js';
import { assertFree } from './http/listen.js';
import { newMetrics } from './http/metrics.js';
import { serve } from './http/serve.js';
import { openSubscriptions } from './epcis/subscriptions/open-subscriptions.js';
import { openLevelJournal } from './journal/level-journal.js';
import { openSqlJournal, type JournalTables } from './journal/sql-journal.js';
import type { Journal } from './journal/journal.js';
import { openLan, type Lan } from './lan/lan.js';
import type { Machine } from './lan/machine.js';
import type { LedgerAccess } from './ledger/ledger-access.js';
import { openLedger } from './ledger/open-ledger.js';
import { openNeighbours } from './neighbours/open-neighbours.js';
import { systemPorts, type Ports } from './ports.js';
import { genesisOf, hostOf } from './projection/directory.js';
import { Projection } from './projection/projection.js';
import { projectionGauges } from './projection/projection-gauges.js';
import { relayGauges } from './relay/relay-gauges.js';
import { Relay } from './relay/relay.js';
import type { Services } from './services.js';
import { Sessions } from './session/sessions.js';
import { openShared } from './shared/open-shared.js';
import { ServiceKeys } from './mandates/service-keys.js';
import { openTrace } from './trace/open-trace.js';
import { pickParcels } from './stock/pick-parcels.js';
import { openVault } from './vault/open-vault.js';
import type { EnterpriseSecrets } from './vault/enterprise-secrets.js';

/** How to start; only the configuration is needed. */
export interface StartOptions {
  readonly config: Config;
  readonly ports?: Ports;
  readonly log?: Logger;
  /** Is told when ledger or journal could not be written; only a new start helps then. */
  readonly onFatal?: (error: Error) => void;
  /** Another ledger than the configured one. */
  readonly openLedger?: () => Promise<LedgerAccess>;
  /** Another machine than this one. */
  readonly machine?: () => Machine;
  /** Another database than the configured one. */
  readonly openDatabase?: () => Promise<Database>;
}

/** A running gateway. */
export interface Gateway {
  readonly url: string;
  readonly services: Services;
  close(): Promise<void>;
}

interface Opened {
  readonly config: Config;
  readonly ports: Ports;
  readonly log: Logger;
  readonly access: LedgerAccess;
  readonly db: Database;
  readonly journal: Journal;
  readonly lan: Lan | undefined;
}

interface Working {
  readonly relay: Relay;
  readonly desk: CommandDesk;
  readonly projection: Projection;
  readonly secrets: EnterpriseSecrets;
  readonly hosts: KeyStore;
  readonly serviceKeys: ServiceKeys;
}

const SECRET_BYTES = 32;
const STDERR = 2;

const openLevel = async ({ config: { data }, onFatal }: StartOptions, closing: Closing): Promise<Journal> => {
  const journal = await openLevelJournal(join(data, 'journal'), onFatal);
  closing.add(() => journal.close());
  return journal;
};

/** The embedded journal comes first: its lock keeps a second process away from the whole folder. */
const openStores = async (options: StartOptions, closing: Closing): Promise<Opened> => {
  const { config, ports = systemPorts } = options;
  const log = options.log ?? pino({ level: config.logLevel }, pino.destination(STDERR));
  await mkdir(config.data, { recursive: true });
  const lan = await openLan(config, { ...options, ports, log });
  const level = config.databaseUrl === undefined ? await openLevel(options, closing) : undefined;
  const { onFatal } = options;
  const running = { peerThreads: config.peerThreads, ...(onFatal === undefined ? {} : { onFatal }) };
  const access = await (options.openLedger?.() ?? openLedger(config, ports.clock, running));
  closing.add(() => access.ledger.close());
  const db = await (options.openDatabase?.() ?? openConfiguredDatabase(config, log));
  closing.add(() => db.destroy());
  const journal = level ?? (await openSqlJournal(db.withTables<JournalTables>()));
  return { config, ports, log, access, db, journal, lan };
};

const startWork = async (opened: Opened, closing: Closing): Promise<Services> => {
  const { config, ports, log, access, db, journal } = opened;
  const kept = await openVault(config.data, ports);
  const { vault, secrets } = kept;
  const codes = await openCodes({ ...opened, secrets }, closing);
  const projection = new Projection({ ledger: access.ledger, db, originals: vault, ports, log });
  closing.add(() => projection.close());
  await projection.start();
  const trace = await openTrace(db, projection);
  const metrics = newMetrics({
    ...relayGauges(() => relay),
    ...projectionGauges(projection),
    documentsAwaited: () => fetching.exchange.pending,
    ...checkpointGauges(() => logged),
  });
  const relay = new Relay({
    ...opened,
    hostOf: (enterprise) => hostOf(db, enterprise),
    pick: (wanted) => pickParcels(db, wanted),
    sealed: (digest) => vault.sealed(digest),
    onProposal: ({ contract, name }, outcome) => metrics.proposals.inc({ contract, act: name, outcome }),
  });
  closing.add(() => relay.close());
  const desk = new CommandDesk({ journal, relay, projection, ports, deadlineMs: config.commandDeadlineMs });
  const shared = await openShared(opened);
  closing.add(() => shared.close());
  const sessions = await openSessions({ ...opened, shared });
  const hosts = newKeyStore(join(config.data, 'hosts'), ports);
  const services = newKeyStore(join(config.data, 'services'), ports);
  const serviceKeys = new ServiceKeys({ db, keys: services, ports });
  const demo = await startDemo({ ...opened, relay, desk, projection, secrets, hosts, serviceKeys });
  await startConsequences(opened, { desk, projection, hosts }, closing);
  const { neighbours, ...fetching } = openNeighbours(
    { ...opened, projection, vault, hosts, serviceKeys },
    closing,
  );
  const logged = await openCheckpoints({ ...opened, projection, hosts, neighbours }, closing);
  const notes = await openNotes(opened, closing);
  await startAttesting(opened, { desk, hosts, ...notes }, closing);
  const epcis = await openSubscriptions({ ...opened, projection }, closing);
  return {
    ...opened,
    ...logged,
    metrics,
    projection,
    ...trace,
    relay,
    desk,
    sessions,
    shared,
    demo,
    ...kept,
    ...codes,
    ...epcis,
    ...(await openConnectors({ ...opened, ...kept, projection }, closing)),
    ...notes,
    serviceKeys,
    ...fetching,
  };
};

/** What authorities have read and what people found about alerts: neither can be made again from blocks. */
const openNotes = async (
  { config, ports }: Opened,
  closing: Closing,
): Promise<Pick<Services, 'readsJournal' | 'triages'>> => {
  const readsJournal = await ReadsJournal.open(join(config.data, READS_FILE));
  closing.add(() => readsJournal.close());
  const triages = await TriageStore.open(join(config.data, 'alert-triages'), ports.newId);
  closing.add(() => triages.close());
  return { readsJournal, triages };
};

const openSessions = async (parts: Opened & Pick<Services, 'shared'>): Promise<Sessions> => {
  const secret = await loadOrMakeFile(join(parts.config.data, 'session.secret'), () =>
    Buffer.from(parts.ports.randomBytes(SECRET_BYTES)).toString('hex'),
  );
  return new Sessions({ ...parts, secret: Buffer.from(secret, 'hex') });
};

/** On a network that nobody has opened there is nothing to follow from. */
const startConsequences = async (
  { access, ports, log, db }: Opened,
  { desk, projection, hosts }: Pick<Working, 'desk' | 'projection' | 'hosts'>,
  closing: Closing,
): Promise<void> => {
  const genesis = await genesisOf(db);
  const [mspId] = MSP_IDS.filter((each) => access.identities[each] !== undefined);
  if (genesis === undefined || mspId === undefined) return;
  const host = { mspId, key: await hosts.key(mspId) };
  const parts = { db, desk, projection, ports, log, ledgerId: genesis.ledgerId, host };
  const consequences = new Consequences({ ...parts, sources: DEMAND_SOURCES });
  closing.add(() => consequences.close());
  await consequences.start();
};

/** The Regulator's gateway alone has authorities to read through it. */
const startAttesting = async (
  { access, ports, log, db }: Opened,
  {
    desk,
    hosts,
    readsJournal: journal,
  }: Pick<Working, 'desk' | 'hosts'> & { readonly readsJournal: ReadsJournal },
  closing: Closing,
): Promise<void> => {
  const genesis = await genesisOf(db);
  if (genesis === undefined || access.identities[REGULATOR] === undefined) return;
  const host = { mspId: REGULATOR, key: await hosts.key(REGULATOR) };
  const attester = new ReadsAttester({ db, desk, journal, ports, log, ledgerId: genesis.ledgerId, host });
  closing.add(() => attester.close());
  await attester.start();
};

/** Starts a gateway; when anything fails, what was opened is closed. */
export const startGateway = async (options: StartOptions): Promise<Gateway> => {
  const closing = new Closing();
  const { host, port } = options.config;
  try {
    await assertFree(host, port);
    const services = await startWork(await openStores(options, closing), closing);
    const { url, close } = await serve(services);
    closing.add(close);
    return { url, services, close: () => closing.run() };
  } catch (error) {
    await closing.run().catch(() => undefined);
    throw error;
  }
};
