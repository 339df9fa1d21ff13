/** Peers, chaincode processes and orderers as units. */
import { newOrdererConfig, newPeerConfig } from '../node-config.js';
import { placesOf, type Places } from '../places.js';
import { turnOf, type OrdererNode, type PeerNode, type Topology } from '../topology.js';
import { fabricImage, IMAGES } from './images.js';
import type { Mount, Resources, Unit } from './unit.js';

/** User of Fabric's processes and of the product's own. */
export const UID = 10_001;
const BUILDER_IN_IMAGE = '/opt/hyperledger/ccaas_builder';
/** Where the product's image has the chaincode's package (network/deploy/Dockerfile). */
const PACKAGE_IN_IMAGE = '/opt/yaosu/package';
const ROOT = '/var/yaosu';
const FIRST_SEQUENCE = 1;

/** Where everything lies within a container; the peer's image brings the builder for chaincode as a service. */
export const CONTAINER: Places = { ...placesOf(ROOT), builder: BUILDER_IN_IMAGE };

const SMALL: Resources = { requests: { cpu: 100, memory: 256 }, limits: { cpu: 1_000, memory: 1_024 } };
const LARGE: Resources = { requests: { cpu: 500, memory: 1_024 }, limits: { cpu: 2_000, memory: 4_096 } };
const PEER_GIB = 100;
const ORDERER_GIB = 50;

const PAIR = { 'cert.pem': 'cert.pem', 'key.pem': 'key.pem' };
const MSP_ITEMS = {
  'config.yaml': 'config.yaml',
  'cacerts/ca.pem': 'ca.pem',
  'tlscacerts/tlsca.pem': 'tlsca.pem',
  'signcerts/cert.pem': 'cert.pem',
  'keystore/key.pem': 'key.pem',
};

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** The root of an organisation's TLS certificates. */
export const tlsRootMount = (mspId: string): Mount => ({
  from: 'secret',
  name: `${mspId.toLowerCase()}-tls-root`,
  at: folderOf(CONTAINER.organisation(mspId).tlsRoot),
  items: { 'tlsca.pem': 'tlsca.pem' },
});

/** Certificate and key at a place. */
export const pairMount = (name: string, certificate: string): Mount => ({
  from: 'secret',
  name,
  at: folderOf(certificate),
  items: PAIR,
});

const nodeMounts = ({ mspId, name }: PeerNode | OrdererNode, file: string): readonly Mount[] => {
  const own = CONTAINER.organisation(mspId);
  return [
    { from: 'config', name, at: CONTAINER.config(name), items: { [file]: file } },
    { from: 'secret', name: `${name}-msp`, at: own.nodeMsp, items: MSP_ITEMS },
    pairMount(`${name}-tls`, own.nodeTls.certificate),
    tlsRootMount(mspId),
  ];
};

const healthOf = (port: number): Unit['probe'] => ({ kind: 'http', path: '/healthz', port });

const common = { secretEnv: {}, scratch: ['/tmp'], uid: UID } as const;

/** A peer; its files beside it. */
export const peerUnit = (node: PeerNode, { peers, orderers, consensus }: Topology): Unit => ({
  ...common,
  name: node.name,
  host: node.host,
  image: fabricImage('peer', consensus),
  command: ['peer', 'node', 'start'],
  env: { FABRIC_CFG_PATH: CONTAINER.config(node.name), FABRIC_LOGGING_SPEC: 'warn' },
  mounts: nodeMounts(node, 'core.yaml'),
  data: { at: CONTAINER.data(node.name), gibibytes: PEER_GIB },
  ports: [
    { name: 'grpc', port: node.port, isPublic: true },
    { name: 'operations', port: node.operationsPort, isPublic: false },
  ],
  probe: healthOf(node.operationsPort),
  resources: LARGE,
  calls: node.servers.flat().map(({ name, port }) => ({ unit: name, port })),
  callsOutside: [...peers, ...orderers].filter(({ name }) => name !== node.name).map(({ port }) => port),
});

/** The file of a peer. */
export const peerFile = (node: PeerNode, { consensus }: Topology): object =>
  newPeerConfig(node, CONTAINER, consensus);

/**
 * The processes of an organisation's chaincode that are there from the beginning; an upgrade adds those of the other turn.
 * `CHAINCODE_ID` is the package's id, which is known once it is installed.
 */
export const chaincodeUnits = (node: PeerNode): readonly Unit[] => {
  const { chaincodeServer, tlsRoot } = CONTAINER.organisation(node.mspId);
  return node.servers.map((turns): Unit => {
    const { name, port } = turns[turnOf(FIRST_SEQUENCE)];
    return {
      ...common,
      name,
      image: IMAGES.product,
      command: [
        'sh',
        '-c',
        [
          `cd ${PACKAGE_IN_IMAGE} && exec node ../node_modules/fabric-shim/cli.js server`,
          `--chaincode-address 0.0.0.0:${String(port)} --chaincode-id "$CHAINCODE_ID"`,
          `--chaincode-tls-cert-file ${chaincodeServer.certificate}`,
          `--chaincode-tls-key-file ${chaincodeServer.privateKey}`,
          `--chaincode-tls-client-cacert-file ${tlsRoot}`,
        ].join(' '),
      ],
      env: { CORE_PEER_LOCALMSPID: node.mspId, CORE_CHAINCODE_LOGGING_LEVEL: 'warning' },
      secretEnv: { CHAINCODE_ID: { secret: `${name}-package`, key: 'id' } },
      mounts: [pairMount(`${name}-tls`, chaincodeServer.certificate), tlsRootMount(node.mspId)],
      ports: [{ name: 'grpc', port, isPublic: false }],
      probe: { kind: 'tcp', port },
      resources: SMALL,
      calls: [],
      callsOutside: [],
    };
  });
};

/** A consenter; its administration port is for the organisation's own administrators. */
export const ordererUnit = (node: OrdererNode, { orderers, consensus }: Topology): Unit => ({
  ...common,
  name: node.name,
  host: node.host,
  image: fabricImage('orderer', consensus),
  command: ['orderer'],
  env: { FABRIC_CFG_PATH: CONTAINER.config(node.name), FABRIC_LOGGING_SPEC: 'warn' },
  mounts: nodeMounts(node, 'orderer.yaml'),
  data: { at: CONTAINER.data(node.name), gibibytes: ORDERER_GIB },
  ports: [
    { name: 'grpc', port: node.port, isPublic: true },
    { name: 'admin', port: node.adminPort, isPublic: false },
    { name: 'operations', port: node.operationsPort, isPublic: false },
  ],
  probe: healthOf(node.operationsPort),
  resources: SMALL,
  calls: [],
  callsOutside: orderers.filter(({ name }) => name !== node.name).map(({ port }) => port),
});

/** The file of an orderer. */
export const ordererFile = (node: OrdererNode, { consensus }: Topology): object =>
  newOrdererConfig(node, CONTAINER, consensus);
