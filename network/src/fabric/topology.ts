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

/** A peer and the chaincode process beside it. */
export interface PeerNode {
  readonly mspId: MspId;
  /** Name of folder, log and pid file. */
  readonly name: string;
  readonly port: number;
  /** Where chaincode would dial the peer; Fabric wants it even where the peer dials. */
  readonly chaincodePort: number;
  readonly operationsPort: number;
  /** Where the organisation's chaincode process listens. */
  readonly serverPort: number;
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

const newPeer = ({ mspId, name }: Organisation, base: number): PeerNode => ({
  mspId,
  name: `peer-${name}`,
  port: base + 1,
  chaincodePort: base + 2,
  operationsPort: base + 3,
  serverPort: base + 4,
});

const newOrderer = ({ mspId, name }: Organisation, base: number): OrdererNode => ({
  mspId: mspId.replace(/MSP$/, 'OrdererMSP'),
  name: `orderer-${name}`,
  port: base + 1,
  adminPort: base + 2,
  operationsPort: base + 3,
});

/** The network of the table of organisations. */
export const newTopology = (portBase = DEFAULT_PORT_BASE, channel = CHANNEL): Topology => ({
  channel,
  portBase,
  peers: ORGANISATIONS.map((organisation, i) => newPeer(organisation, portBase + i * STRIDE)),
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
  ...peers.flatMap(({ name, port, chaincodePort, operationsPort, serverPort }) =>
    [port, chaincodePort, operationsPort, serverPort].map((one) => [one, name] as const),
  ),
  ...orderers.flatMap(({ name, port, adminPort, operationsPort }) =>
    [port, adminPort, operationsPort].map((one) => [one, name] as const),
  ),
];
