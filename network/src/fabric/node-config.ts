/** Configuration files of peers and orderers: only what a node needs, the rest is Fabric's default. JSON is YAML. */
import { consensusRule, type Consensus } from './consensus.js';
import type { Places } from './places.js';
import { addressOf, listensOn, type OrdererNode, type PeerNode } from './topology.js';

/** Name of the external builder in the peers' configuration. */
const BUILDER = 'yaosu';
const MAX_MESSAGE_BYTES = 100 * 1024 * 1024;

const KEEPALIVE = {
  interval: '7200s',
  timeout: '20s',
  minInterval: '10s',
  client: { interval: '60s', timeout: '20s' },
  deliveryClient: { interval: '60s', timeout: '20s' },
};

const tls = (
  { certificate, privateKey }: { certificate: string; privateKey: string },
  root: string,
): object => ({
  enabled: true,
  cert: { file: certificate },
  key: { file: privateKey },
  rootcert: { file: root },
});

const gossip = (address: string): object => ({
  bootstrap: address,
  externalEndpoint: address,
  // Peers that were not there yet are dialled again soon: the network is up when they know each other.
  reconnectInterval: '2s',
  useLeaderElection: false,
  orgLeader: true,
  pvtData: {
    // Commits stand still while a peer looks for private values that nobody has: briefly, and never for what is invalid
    // anyway. What is late comes by reconciliation.
    pullRetryThreshold: '2s',
    skipPullingInvalidTransactionsDuringCommit: true,
    transientstoreMaxBlockRetention: 20_000,
    pushAckTimeout: '3s',
    btlPullMargin: 10,
    reconcileBatchSize: 10,
    reconcileSleepInterval: '10s',
    reconciliationEnabled: true,
    implicitCollectionDisseminationPolicy: { requiredPeerCount: 0, maxPeerCount: 1 },
  },
  state: { enabled: false },
});

const peerSection = (node: PeerNode, places: Places, consensus: Consensus): object => {
  const own = places.organisation(node.mspId);
  const address = addressOf(node.port, node.host);
  const on = listensOn(node.host);
  return {
    id: node.name,
    networkId: 'yaosu',
    listenAddress: addressOf(node.port, on),
    address,
    chaincodeListenAddress: addressOf(node.chaincodePort, on),
    gateway: { enabled: true, endorsementTimeout: '30s', broadcastTimeout: '30s', dialTimeout: '30s' },
    keepalive: KEEPALIVE,
    gossip: gossip(address),
    tls: tls(own.nodeTls, own.tlsRoot),
    authentication: { timewindow: '15m' },
    fileSystemPath: places.data(node.name),
    BCCSP: { Default: 'SW', SW: { Hash: 'SHA2', Security: 256 } },
    mspConfigPath: own.nodeMsp,
    localMspId: node.mspId,
    localMspType: 'bccsp',
    client: { connTimeout: '10s' },
    deliveryclient: {
      blockGossipEnabled: false,
      reconnectTotalTimeThreshold: '3600s',
      connTimeout: '3s',
      reConnectBackoffThreshold: '5s',
    },
    handlers: {
      authFilters: consensusRule(consensus).authFilters.map((name) => ({ name })),
      decorators: [{ name: 'DefaultDecorator' }],
      endorsers: { escc: { name: 'DefaultEndorsement' } },
      validators: { vscc: { name: 'DefaultValidation' } },
    },
    discovery: {
      enabled: true,
      authCacheEnabled: true,
      authCacheMaxSize: 1000,
      authCachePurgeRetentionRatio: 0.75,
    },
    limits: { concurrency: { endorserService: 2500, deliverService: 2500, gatewayService: 500 } },
    maxRecvMsgSize: MAX_MESSAGE_BYTES,
    maxSendMsgSize: MAX_MESSAGE_BYTES,
  };
};

/** The content of a peer's core.yaml. */
export const newPeerConfig = (node: PeerNode, places: Places, consensus: Consensus): object => ({
  peer: peerSection(node, places, consensus),
  // Without a Docker endpoint the peer does not look for one.
  vm: { endpoint: '' },
  chaincode: {
    externalBuilders: [{ name: BUILDER, path: places.builder, propagateEnvironment: [] }],
    installTimeout: '60s',
    startuptimeout: '60s',
    executetimeout: '30s',
    mode: 'net',
    system: { _lifecycle: 'enable', cscc: 'enable', lscc: 'enable', qscc: 'enable' },
    logging: { level: 'warning', shim: 'warning' },
  },
  ledger: {
    state: { stateDatabase: 'goleveldb', totalQueryLimit: 100_000 },
    history: { enableHistoryDatabase: true },
    pvtdataStore: {
      collElgProcMaxDbBatchSize: 5000,
      collElgProcDbBatchesInterval: 1000,
      deprioritizedDataReconcilerInterval: '60m',
      purgeInterval: 100,
      purgedKeyAuditLogging: true,
    },
    snapshots: { rootDir: `${places.data(node.name)}/snapshots` },
  },
  operations: {
    listenAddress: addressOf(node.operationsPort, listensOn(node.host)),
    tls: { enabled: false },
  },
  metrics: { provider: 'prometheus' },
});

/** The content of an orderer's orderer.yaml. */
export const newOrdererConfig = (node: OrdererNode, places: Places, consensus: Consensus): object => {
  const own = places.organisation(node.mspId);
  const data = places.data(node.name);
  const { certificate: Certificate, privateKey: PrivateKey } = own.nodeTls;
  const on = listensOn(node.host);
  const served = { Enabled: true, PrivateKey, Certificate };
  return {
    General: {
      ListenAddress: on,
      ListenPort: node.port,
      TLS: { ...served, RootCAs: [own.tlsRoot] },
      ...consensusRule(consensus).ordererGeneral,
      LocalMSPDir: own.nodeMsp,
      LocalMSPID: node.mspId,
      MaxRecvMsgSize: MAX_MESSAGE_BYTES,
      MaxSendMsgSize: MAX_MESSAGE_BYTES,
      BCCSP: { Default: 'SW', SW: { Hash: 'SHA2', Security: 256 } },
      Authentication: { TimeWindow: '15m' },
    },
    FileLedger: { Location: `${data}/ledger` },
    Operations: { ListenAddress: addressOf(node.operationsPort, on), TLS: { Enabled: false } },
    Metrics: { Provider: 'prometheus' },
    Admin: {
      ListenAddress: addressOf(node.adminPort, on),
      TLS: { ...served, ClientAuthRequired: true, ClientRootCAs: [own.tlsRoot] },
    },
    ChannelParticipation: { Enabled: true, MaxRequestBodySize: '1 MB' },
    Consensus: { WALDir: `${data}/wal`, SnapDir: `${data}/snapshots` },
  };
};
