/** Everything that an organisation of a topology runs. */
import { BATCH, newConfigtx } from '../configtx.js';
import type { Consensus } from '../consensus.js';
import { newTopology, type Hosting, type OrdererNode, type PeerNode, type Topology } from '../topology.js';
import { CHAINCODE } from '../../channel.js';
import { COLLECTIONS } from '@yaosu/chaincode/model/collections';
import { chaincodeUnits, CONTAINER, ordererFile, ordererUnit, peerFile, peerUnit } from './fabric-units.js';
import { gatewayProfile, gatewayUnits, shortName } from './gateway-units.js';
import type { OrganisationUnits, PublicFiles } from './unit.js';

const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Nodes by name below a domain; chaincode by the name that its own organisation knows. */
const hostingIn = (domain: string): Hosting => ({
  node: (name) => `${name}.${domain}`,
  server: (name) => name,
});

/** The topology of a network whose nodes have names below a domain. */
export const topologyIn = (domain: string, portBase?: number, consensus?: Consensus): Topology =>
  newTopology(portBase, { hosting: hostingIn(domain), ...(consensus === undefined ? {} : { consensus }) });

/** Each organisation with its units and their public files. */
export const unitsOf = (topology: Topology, domain: string): readonly OrganisationUnits[] =>
  topology.peers.map((peer) => {
    const name = shortName(peer);
    const orderers = topology.orderers.filter((orderer) => orderer.name === `orderer-${name}`);
    return {
      name,
      mspId: peer.mspId,
      units: [
        peerUnit(peer, topology),
        ...chaincodeUnits(peer),
        ...orderers.map((orderer) => ordererUnit(orderer, topology)),
        ...gatewayUnits(peer, topology, domain),
      ],
      files: filesOf(topology, peer, orderers),
    };
  });

const filesOf = (topology: Topology, peer: PeerNode, orderers: readonly OrdererNode[]): PublicFiles => ({
  ...Object.fromEntries(
    orderers.map((node) => [node.name, { 'orderer.yaml': text(ordererFile(node, topology)) }]),
  ),
  [peer.name]: { 'core.yaml': text(peerFile(peer, topology)) },
  [`gateway-${shortName(peer)}`]: { 'profile.json': text(gatewayProfile(peer, topology)) },
});

/** What the firms agree on together: the channel's first configuration and the private collections. */
export const channelFiles = (topology: Topology): Readonly<Record<string, string>> => ({
  'configtx.yaml': text(newConfigtx(topology, CONTAINER, BATCH)),
  [`${CHAINCODE}-collections.json`]: text(COLLECTIONS),
});
