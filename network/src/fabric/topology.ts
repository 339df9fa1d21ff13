/**
 * The nodes of a Fabric network and where they listen: the one table that crypto material, channel configuration, node
 * configuration and connection profiles are made from. It is made from the table of organisations.
 */
import { MSP_IDS, ORGANISATIONS, type MspId, type Organisation } from '@yaosu/chaincode/model/organisations';
import { CHANNEL } from '../channel.js';

/** Everything listens on this machine alone. */
export const HOST = '127.0.0.1';
/** Ports are counted from here unless another base is given. */
export const DEFAULT_PORT_BASE = 7050;

/** Sequences of a definition are served by turns, the odd ones in the first place: the old code serves until the new does. */
export const turnOf = (sequence: number): 0 | 1 => (sequence % 2 === 1 ? 0 : 1);

/** A process that serves an organisation's chaincode. */
export interface ChaincodeServer {
  readonly name: string;
  readonly port: number;
  readonly turn: 0 | 1;
}

/** A peer and the chaincode process beside it. */
export interface PeerNode {
  readonly mspId: MspId;
  /** Name of folder, log and pid file. */
  readonly name: string;
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
  readonly port: number;
  readonly adminPort: number;
  readonly operationsPort: number;
}

/** A network. */
export interface Topology {
  readonly channel: string;
  readonly portBase: number;
  readonly peers: readonly PeerNode[];
  readonly orderers: readonly OrdererNode[];
}

/** Organisations that order, one consenter each: a maker, a carrier and the authority. */
const ORDERING: readonly MspId[] = ['ManufacturerMSP', 'LogisticsMSP', 'RegulatorMSP'];
const STRIDE = 10;

const newServers = (
  name: string,
  base: number,
  index: number,
): readonly [ChaincodeServer, ChaincodeServer] => {
  const process = `chaincode-${name}${index === 0 ? '' : `-${String(index + 1)}`}`;
  const port = base + 4 + 2 * index;
  return [
    { name: process, port, turn: 0 },
    { name: `${process}-even`, port: port + 1, turn: 1 },
  ];
};

const newPeer = ({ mspId, name }: Organisation, base: number, processes: number): PeerNode => ({
  mspId,
  name: `peer-${name}`,
  port: base + 1,
  chaincodePort: base + 2,
  operationsPort: base + 3,
  servers: Array.from({ length: processes }, (_, index) => newServers(name, base, index)),
});

const newOrderer = ({ mspId, name }: Organisation, base: number): OrdererNode => ({
  mspId: mspId.replace(/MSP$/, 'OrdererMSP'),
  name: `orderer-${name}`,
  port: base + 1,
  adminPort: base + 2,
  operationsPort: base + 3,
});

/** The network of the table of organisations, with one chaincode process an organisation unless more are asked for. */
export const newTopology = (
  portBase = DEFAULT_PORT_BASE,
  { channel = CHANNEL, processes = 1 }: { readonly channel?: string; readonly processes?: number } = {},
): Topology => ({
  channel,
  portBase,
  peers: ORGANISATIONS.map((organisation, i) => newPeer(organisation, portBase + i * STRIDE, processes)),
  orderers: ORGANISATIONS.filter(({ mspId }) => ORDERING.includes(mspId)).map((organisation, i) =>
    newOrderer(organisation, portBase + (MSP_IDS.length + i) * STRIDE),
  ),
});

/** `host:port`. */
export const addressOf = (port: number): string => `${HOST}:${String(port)}`;

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
