/** The chaincode: packaged, served by a process an organisation, installed, approved, committed. */
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../../package/make-package.js';
import { addressOf, type PeerNode } from '../topology.js';
import { newChaincodePackage, type ChaincodePackage, type Served } from './chaincode-package.js';
import { approve, commit, install, writeCollections } from './lifecycle.js';
import { startNode } from './node-process.js';
import type { FabricDefinition, NetworkPlan } from './plan.js';

/** Packages of the workspace serve here as those that the peers' Node image would install. */
const MODULES = join(repositoryRoot, 'node_modules');

const serve = async (
  { places }: NetworkPlan,
  { node: { mspId }, server }: Served,
  { id }: ChaincodePackage,
): Promise<void> => {
  const { chaincodeServer, tlsRoot } = places.organisation(mspId);
  await startNode(places, {
    name: server.name,
    command: process.execPath,
    args: [
      join(MODULES, 'fabric-shim', 'cli.js'),
      'server',
      ...['--chaincode-address', addressOf(server.port), '--chaincode-id', id],
      ...['--chaincode-tls-cert-file', chaincodeServer.certificate],
      ...['--chaincode-tls-key-file', chaincodeServer.privateKey],
      ...['--chaincode-tls-client-cacert-file', tlsRoot],
    ],
    env: { CORE_PEER_LOCALMSPID: mspId, CORE_CHAINCODE_LOGGING_LEVEL: 'warning' },
    cwd: places.chaincode,
  });
};

const prepare = async (plan: NetworkPlan, served: Served, index: number): Promise<void> => {
  const { node, server } = served;
  const made = await newChaincodePackage(served, plan.places);
  await serve(plan, served, made);
  await install(plan, node, { ...made, file: plan.places.package(server.name) });
  for (const definition of plan.definitions) {
    if ((definition.process ?? 0) === index) await approve(plan, node, { definition, packageId: made.id });
  }
};

const prepareAll = async (plan: NetworkPlan, node: PeerNode): Promise<void> => {
  for (const [index, server] of node.servers.entries()) await prepare(plan, { node, server }, index);
};

/** Write the package's files anew. */
export const makeChaincode = async ({ places, makeChaincode: make }: NetworkPlan): Promise<void> => {
  await rm(places.chaincode, { recursive: true, force: true });
  await mkdir(places.chaincode, { recursive: true });
  await make(places.chaincode);
  await symlink(MODULES, join(places.chaincode, 'node_modules'));
};

/** Bring every definition into force, served by every organisation. */
export const bringUpChaincode = async (plan: NetworkPlan): Promise<void> => {
  await writeCollections(plan);
  await Promise.all(plan.topology.peers.map((node) => prepareAll(plan, node)));
  for (const definition of plan.definitions) await commit(plan, definition);
};

/** Bring the next sequence of a definition into force with the code that is served. */
export const upgradeDefinition = async (plan: NetworkPlan, definition: FabricDefinition): Promise<void> => {
  await Promise.all(
    plan.topology.peers.map(async (node) => {
      const server = node.servers[definition.process ?? 0];
      if (server === undefined) throw new Error(`no process serves ${definition.name}`);
      const { id: packageId } = await newChaincodePackage({ node, server }, plan.places);
      await approve(plan, node, { definition, packageId });
    }),
  );
  await commit(plan, definition);
};
