/** The chaincode: packaged, served by a process an organisation, installed, approved, committed. */
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../../package/make-package.js';
import { addressOf, turnOf, type ChaincodeServer, type PeerNode } from '../topology.js';
import { newChaincodePackage, type ChaincodePackage, type Served } from './chaincode-package.js';
import { approve, commit, committedSequence, install, writeCollections } from './lifecycle.js';
import { startNode } from './node-process.js';
import type { FabricDefinition, NetworkPlan } from './plan.js';

/** Packages of the workspace serve here as those that the peers' Node image would install. */
const MODULES = join(repositoryRoot, 'node_modules');

const serve = async (
  { places }: NetworkPlan,
  { node: { mspId }, server: { name, port, turn } }: Served,
  { id }: ChaincodePackage,
): Promise<void> => {
  const { chaincodeServer, tlsRoot } = places.organisation(mspId);
  await startNode(places, {
    name,
    command: process.execPath,
    args: [
      join(MODULES, 'fabric-shim', 'cli.js'),
      'server',
      ...['--chaincode-address', addressOf(port), '--chaincode-id', id],
      ...['--chaincode-tls-cert-file', chaincodeServer.certificate],
      ...['--chaincode-tls-key-file', chaincodeServer.privateKey],
      ...['--chaincode-tls-client-cacert-file', tlsRoot],
    ],
    env: { CORE_PEER_LOCALMSPID: mspId, CORE_CHAINCODE_LOGGING_LEVEL: 'warning' },
    cwd: places.chaincode(turn),
  });
};

/** The process that serves a sequence of a definition. */
export const serverOf = (
  node: PeerNode,
  { name, process: index = 0, sequence }: FabricDefinition,
): ChaincodeServer => {
  const server = node.servers[index]?.[turnOf(sequence)];
  if (server === undefined) throw new Error(`no process serves ${name}`);
  return server;
};

/** Serve, install and approve the code of a definition for an organisation. */
export const prepare = async (
  plan: NetworkPlan,
  node: PeerNode,
  definition: FabricDefinition,
): Promise<void> => {
  const served = { node, server: serverOf(node, definition) };
  const made = await newChaincodePackage(served, plan.places);
  await serve(plan, served, made);
  await install(plan, node, { ...made, file: plan.places.package(served.server.name) });
  await approve(plan, node, { definition, packageId: made.id });
};

const prepareAll = async (
  plan: NetworkPlan,
  node: PeerNode,
  definitions: readonly FabricDefinition[],
): Promise<void> => {
  for (const definition of definitions) await prepare(plan, node, definition);
};

/** Write the package's files for a turn anew. */
export const makeChaincode = async (
  { places, makeChaincode: make }: NetworkPlan,
  turn: 0 | 1,
): Promise<void> => {
  const folder = places.chaincode(turn);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await make(folder);
  await symlink(MODULES, join(folder, 'node_modules'));
};

/** Definitions at the sequence that is in force, at their own where none is. */
const definitionsNow = (plan: NetworkPlan): Promise<readonly FabricDefinition[]> =>
  Promise.all(
    plan.definitions.map(async (definition) => {
      const committed = await committedSequence(plan, definition.name);
      return { ...definition, sequence: Math.max(committed, definition.sequence) };
    }),
  );

/** Bring every definition into force, served by every organisation. */
export const bringUpChaincode = async (plan: NetworkPlan): Promise<void> => {
  await writeCollections(plan);
  const definitions = await definitionsNow(plan);
  for (const turn of new Set(definitions.map(({ sequence }) => turnOf(sequence))))
    await makeChaincode(plan, turn);
  await Promise.all(plan.topology.peers.map((node) => prepareAll(plan, node, definitions)));
  for (const definition of definitions) await commit(plan, definition);
};

/** Bring the next sequence of a definition into force with the code that its first sequence is served with. */
export const raiseSequence = async (plan: NetworkPlan, definition: FabricDefinition): Promise<void> => {
  await Promise.all(
    plan.topology.peers.map(async (node) => {
      const server = serverOf(node, { ...definition, sequence: 1 });
      const { id: packageId } = await newChaincodePackage({ node, server }, plan.places);
      await approve(plan, node, { definition, packageId });
    }),
  );
  await commit(plan, definition);
};
