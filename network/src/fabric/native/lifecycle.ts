/** The life of chaincode definitions: installed, approved by every organisation, committed. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { addressOf, type PeerNode } from '../topology.js';
import { signaturePolicy } from '../policy-words.js';
import { writeJson, writeText } from '../write-file.js';
import type { ChaincodePackage } from './chaincode-package.js';
import { NetworkError } from './network-error.js';
import { asAdmin, ordererArgs, tryAsAdmin } from './peer-command.js';
import type { FabricDefinition, NetworkPlan } from './plan.js';

interface Installed {
  readonly installed_chaincodes?: readonly { readonly package_id: string }[];
}

interface Approved {
  readonly source?: { readonly Type?: { readonly LocalPackage?: { readonly package_id?: string } } };
}

const parse = (text: string): unknown => JSON.parse(text);

/** Ids of the packages on a peer. */
export const installedPackages = async (
  plan: Pick<NetworkPlan, 'commands' | 'places'>,
  node: PeerNode,
): Promise<readonly string[]> => {
  const text = await asAdmin(plan, node, ['lifecycle', 'chaincode', 'queryinstalled', '-O', 'json']);
  return ((parse(text) as Installed).installed_chaincodes ?? []).map(({ package_id }) => package_id);
};

type LifecyclePlan = Pick<NetworkPlan, 'commands' | 'places' | 'topology'>;

const sequenceOn = async (plan: LifecyclePlan, node: PeerNode, name: string): Promise<number> => {
  const what = ['-C', plan.topology.channel, '-n', name, '-O', 'json'];
  const { status, output } = await tryAsAdmin(plan, node, [
    'lifecycle',
    'chaincode',
    'querycommitted',
    ...what,
  ]);
  return status === 0 ? (parse(output) as { readonly sequence: number }).sequence : 0;
};

/** Sequence of the committed definition, 0 when there is none; the highest that any peer has, because some may be behind. */
export const committedSequence = async (plan: LifecyclePlan, name: string): Promise<number> =>
  Math.max(0, ...(await Promise.all(plan.topology.peers.map((node) => sequenceOn(plan, node, name)))));

/** Install a package unless the peer has it. */
export const install = async (
  plan: NetworkPlan,
  node: PeerNode,
  { id, bytes, file }: ChaincodePackage & { readonly file: string },
): Promise<void> => {
  if ((await installedPackages(plan, node)).includes(id)) return;
  await writeText(file, bytes);
  await asAdmin(plan, node, ['lifecycle', 'chaincode', 'install', file]);
};

const definitionArgs = (
  { topology, places }: NetworkPlan,
  definition: FabricDefinition,
): readonly string[] => {
  const { name, version, sequence, policy, collections } = definition;
  return [
    ...['-C', topology.channel, '-n', name, '-v', version, '--sequence', String(sequence)],
    ...(policy === 'MAJORITY' ? [] : ['--signature-policy', signaturePolicy(policy)]),
    ...(collections.length === 0 ? [] : ['--collections-config', places.collections(name)]),
  ];
};

/** Package that an organisation has approved for a sequence, undefined when it has approved none. */
export const approvedPackage = async (
  plan: NetworkPlan,
  node: PeerNode,
  { name, sequence }: FabricDefinition,
): Promise<string | undefined> => {
  const what = ['-C', plan.topology.channel, '-n', name, '--sequence', String(sequence), '-O', 'json'];
  const { status, output } = await tryAsAdmin(plan, node, [
    'lifecycle',
    'chaincode',
    'queryapproved',
    ...what,
  ]);
  return status === 0 ? (parse(output) as Approved).source?.Type?.LocalPackage?.package_id : undefined;
};

/** An organisation's approval of a definition with its package; a package that changed is approved for the same sequence. */
export const approve = async (
  plan: NetworkPlan,
  node: PeerNode,
  what: { readonly definition: FabricDefinition; readonly packageId: string },
): Promise<void> => {
  const isApproved = async (): Promise<boolean> =>
    (await approvedPackage(plan, node, what.definition)) === what.packageId;
  if (await isApproved()) return;
  const { status, errors } = await tryAsAdmin(plan, node, [
    ...['lifecycle', 'chaincode', 'approveformyorg', ...ordererArgs(plan)],
    ...['--package-id', what.packageId, ...definitionArgs(plan, what.definition)],
  ]);
  // The command gives up waiting where the ledger may still take the approval: what counts is what stands there.
  if (status !== 0 && !(await isApproved()))
    throw new NetworkError(`${node.name} could not approve ${what.definition.name}: ${errors.trim()}`);
};

const textOf = (definition: FabricDefinition): string => JSON.stringify(definition);

/** Whether a definition, with its sequence, is what was committed last. */
export const isInForce = async ({ places }: NetworkPlan, definition: FabricDefinition): Promise<boolean> => {
  const file = places.definition(definition.name);
  return existsSync(file) && (await readFile(file, 'utf8')) === textOf(definition);
};

/** Commit a definition that all have approved, unless it is committed. */
export const commit = async (plan: NetworkPlan, definition: FabricDefinition): Promise<void> => {
  if ((await committedSequence(plan, definition.name)) >= definition.sequence) return;
  const { peers } = plan.topology;
  const [first] = peers;
  if (first === undefined) return;
  const endorsers = peers.flatMap(({ mspId, port }) => [
    ...['--peerAddresses', addressOf(port), '--tlsRootCertFiles', plan.places.organisation(mspId).tlsRoot],
  ]);
  const args = [...ordererArgs(plan), ...definitionArgs(plan, definition), ...endorsers];
  // Before, not after: where the commit does not come, the sequence that is told here is not the one in force.
  await writeText(plan.places.definition(definition.name), textOf(definition));
  await asAdmin(plan, first, ['lifecycle', 'chaincode', 'commit', ...args]);
};

/** Write the collections where the commands read them. */
export const writeCollections = async ({ places, definitions }: NetworkPlan): Promise<void> => {
  for (const { name, collections } of definitions) await writeJson(places.collections(name), collections);
};
