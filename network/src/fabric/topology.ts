/**
 * The nodes of a Fabric network and where they listen: the one table that crypto material, channel configuration, node
 * configuration and connection profiles are made from. It is made from the table of organisations.
 */
import { MSP_IDS, ORGANISATIONS, type MspId, type Organisation } from '@yaosu/chaincode/model/organisations';
import { CHANNEL } from '../channel.js';
import { consensusRule, DEFAULT_CONSENSUS, type Consensus } from './consensus.js';

/** Everything listens on this machine alone, unless its nodes have hosts of their own. */
export const HOST = '127.0.0.1';
const EVERY_ADDRESS = '0.0.0.0';
/** Ports are counted from here unless another base is given. */
export const DEFAULT_PORT_BASE = 7050;

/** Sequences of a definition are served by turns, the odd ones in the first place: the old code serves until the new does. */
export const turnOf = (sequence: number): 0 | 1 => (sequence % 2 === 1 ? 0 : 1);

/** A process that serves an organisation's chaincode. */
export interface ChaincodeServer {
  readonly name: string;
  /** Where the organisation's own peer reaches it. */
  readonly host: string;
  readonly port: number;
  readonly turn: 0 | 1;
}

/** A peer and the chaincode process beside it. */
export interface PeerNode {
  readonly mspId: MspId;
  /** Name of folder, log and pid file. */
  readonly name: string;
  /** Where others reach it. */
  readonly host: string;
  readonly port: number;
  /** Where chaincode would dial the peer; Fabric wants it even where the peer dials. */
  readonly chaincodePort: number;
  readonly operationsPort: number;
  /** The organisation's chaincode processes, each with a place for either turn; the product has one. */
  readonly servers: readonly (readonly [ChaincodeServer, ChaincodeServer])[];
}

/** A consenter; its organisation orders under an MSP of its own. */
export interface OrdererNode {
  readonly mspId: string;
  readonly name: string;
  /** Where others reach it. */
  readonly host: string;
  readonly port: number;
  readonly adminPort: number;
  readonly operationsPort: number;
}

/** A network. */
export interface Topology {
  readonly channel: string;
  readonly portBase: number;
  readonly consensus: Consensus;
  readonly peers: readonly PeerNode[];
  readonly orderers: readonly OrdererNode[];
}

const STRIDE = 10;

/** Where nodes are: natively all on this machine; otherwise each by a name below the network's domain. */
export interface Hosting {
  /** How others reach a peer or an orderer. */
  readonly node: (name: string) => string;
  /** How an organisation's peer reaches its chaincode. */
  readonly server: (name: string) => string;
}

const NATIVE: Hosting = { node: () => HOST, server: () => HOST };

const newServers = (
  name: string,
  base: number,
  hosting: Hosting,
): readonly [ChaincodeServer, ChaincodeServer] => {
  const even = `${name}-even`;
  return [
    { name, host: hosting.server(name), port: base, turn: 0 },
    { name: even, host: hosting.server(even), port: base + 1, turn: 1 },
  ];
};

/** What a topology may differ in. */
export interface TopologyOptions {
  readonly channel?: string;
  readonly consensus?: Consensus;
  /** Chaincode processes an organisation. */
  readonly processes?: number;
  readonly hosting?: Hosting;
}

const serverName = (name: string, index: number): string =>
  `chaincode-${name}${index === 0 ? '' : `-${String(index + 1)}`}`;

const newPeer = (
  { mspId, name }: Organisation,
  base: number,
  { processes = 1, hosting = NATIVE }: TopologyOptions,
): PeerNode => ({
  mspId,
  name: `peer-${name}`,
  host: hosting.node(`peer-${name}`),
  port: base + 1,
  chaincodePort: base + 2,
  operationsPort: base + 3,
  servers: Array.from({ length: processes }, (_, index) =>
    newServers(serverName(name, index), base + 4 + 2 * index, hosting),
  ),
});

const newOrderer = ({ mspId, name }: Organisation, base: number, hosting = NATIVE): OrdererNode => ({
  mspId: mspId.replace(/MSP$/, 'OrdererMSP'),
  name: `orderer-${name}`,
  host: hosting.node(`orderer-${name}`),
  port: base + 1,
  adminPort: base + 2,
  operationsPort: base + 3,
});

/** The network of the table of organisations, with one chaincode process an organisation unless more are asked for. */
export const newTopology = (portBase = DEFAULT_PORT_BASE, options: TopologyOptions = {}): Topology => {
  const { channel = CHANNEL, consensus = DEFAULT_CONSENSUS, hosting } = options;
  const { ordering } = consensusRule(consensus);
  return {
    channel,
    portBase,
    consensus,
    peers: ORGANISATIONS.map((organisation, i) => newPeer(organisation, portBase + i * STRIDE, options)),
    orderers: ORGANISATIONS.filter(({ mspId }) => ordering.includes(mspId)).map((organisation, i) =>
      newOrderer(organisation, portBase + (MSP_IDS.length + i) * STRIDE, hosting),
    ),
  };
};

/** `host:port`. */
export const addressOf = (port: number, host = HOST): string => `${host}:${String(port)}`;

/** What a node with this host listens on: nobody listens by a name. */
export const listensOn = (host: string): string => (host === HOST ? HOST : EVERY_ADDRESS);

/** Every port of a network with the node that listens there. */
export const portsOf = ({
  peers,
  orderers,
}: Topology): readonly (readonly [port: number, node: string])[] => [
  ...peers.flatMap(({ name, port, chaincodePort, operationsPort, servers }) =>
    [port, chaincodePort, operationsPort, ...servers.flat().map((server) => server.port)].map(
      (one) => [one, name] as const,
    ),
  ),
  ...orderers.flatMap(({ name, port, adminPort, operationsPort }) =>
    [port, adminPort, operationsPort].map((one) => [one, name] as const),
  ),
];
