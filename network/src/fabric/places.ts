/** Where everything of a native network lies below its folder. */
import { join } from 'node:path';

/** Certificate and key of one identity. */
export interface KeyPlace {
  readonly certificate: string;
  readonly privateKey: string;
}

/** Paths below the folder of a network. */
export interface Places {
  readonly root: string;
  /** Crypto material of an MSP. */
  readonly organisation: (mspId: string) => OrganisationPlaces;
  readonly genesis: string;
  readonly configtx: string;
  readonly collections: (chaincode: string) => string;
  /** The definition of a chaincode as it was committed last. */
  readonly definition: (chaincode: string) => string;
  /** Configuration of a node or of a command that acts for one. */
  readonly config: (node: string) => string;
  /** What a node keeps. */
  readonly data: (node: string) => string;
  readonly log: (node: string) => string;
  readonly pid: (node: string) => string;
  /** What the processes of a turn run. */
  readonly chaincode: (turn: 0 | 1) => string;
  readonly package: (name: string) => string;
  readonly builder: string;
  readonly profile: (name: string) => string;
  readonly settings: string;
}

/** Paths of one organisation's crypto material. */
export interface OrganisationPlaces {
  readonly root: string;
  /** The MSP as the channel knows it. */
  readonly msp: string;
  readonly tlsRoot: string;
  /** MSP folder of the node (peer or orderer) and its TLS certificate. */
  readonly nodeMsp: string;
  /** Certificate that the node signs with. */
  readonly nodeCertificate: string;
  readonly nodeTls: KeyPlace;
  readonly adminMsp: string;
  /** Client certificate that the orderer's admin port asks for. */
  readonly adminTls: KeyPlace;
  readonly relay: KeyPlace;
  /** Mutual TLS between peer and chaincode process. */
  readonly chaincodeServer: KeyPlace;
  readonly chaincodeClient: KeyPlace;
}

const keyPlace = (folder: string): KeyPlace => ({
  certificate: join(folder, 'cert.pem'),
  privateKey: join(folder, 'key.pem'),
});

const organisationPlaces = (root: string): OrganisationPlaces => ({
  root,
  msp: join(root, 'msp'),
  tlsRoot: join(root, 'msp', 'tlscacerts', 'tlsca.pem'),
  nodeMsp: join(root, 'node', 'msp'),
  nodeCertificate: join(root, 'node', 'msp', 'signcerts', 'cert.pem'),
  nodeTls: keyPlace(join(root, 'node', 'tls')),
  adminMsp: join(root, 'admin', 'msp'),
  adminTls: keyPlace(join(root, 'admin', 'tls')),
  relay: keyPlace(join(root, 'relay')),
  chaincodeServer: keyPlace(join(root, 'chaincode', 'server')),
  chaincodeClient: keyPlace(join(root, 'chaincode', 'client')),
});

/** Folder of the network that `npm run network` brings up where nobody names another one. */
export const NETWORK_FOLDER = './data-network';

/** The places of a network's folder, which must be absolute. */
export const placesOf = (root: string): Places => ({
  root,
  organisation: (mspId) => organisationPlaces(join(root, 'crypto', mspId)),
  genesis: join(root, 'channel', 'genesis.block'),
  configtx: join(root, 'channel', 'configtx.yaml'),
  collections: (chaincode) => join(root, 'channel', `${chaincode}-collections.json`),
  definition: (chaincode) => join(root, 'channel', `${chaincode}-definition.json`),
  config: (node) => join(root, 'config', node),
  data: (node) => join(root, 'nodes', node),
  log: (node) => join(root, 'logs', `${node}.log`),
  pid: (node) => join(root, 'run', `${node}.json`),
  chaincode: (turn) => join(root, turn === 0 ? 'chaincode' : 'chaincode-even'),
  package: (name) => join(root, 'packages', `${name}.tgz`),
  builder: join(root, 'builder'),
  profile: (name) => join(root, 'profiles', `${name}.json`),
  settings: join(root, 'network.json'),
});
