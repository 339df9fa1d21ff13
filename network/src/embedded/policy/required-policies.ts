import type { CollectionSet } from '../../blocks/collection-set.js';
import type { NamespaceSet } from '../../blocks/read-write-set.js';
import type { Definitions } from '../definitions.js';
import { hashedKey, publicKey } from '../store/keys.js';
import { validationParameter, type StateEntry } from '../store/state-entry.js';
import { parsePolicyTree, type PolicyTree } from './policy-tree.js';

/** The committed state that policies of keys are taken from. */
export interface CommittedState {
  entry(key: Buffer): StateEntry | undefined;
}

/** What policies are made of. */
export interface PolicySources {
  readonly definitions: Definitions;
  readonly state: CommittedState;
}

/**
 * Policies that endorsements of writes in a namespace have to satisfy: each key's own where it has one, else its
 * collection's, else the chaincode's.
 * @throws when nothing is deployed in the namespace or a key's policy cannot be read.
 */
export function requiredPolicies(set: NamespaceSet, sources: PolicySources): PolicyTree[] {
  const required = writtenKeys(set).map((written) => ownPolicy(written, set.name, sources));
  const own = required.filter((policy) => policy !== undefined);
  const isGuarded = required.length > 0 && own.length === required.length;
  return isGuarded ? own : [...own, chaincodePolicy(set.name, sources.definitions)];
}

/** Endorsement policy of a chaincode. @throws when it is not deployed. */
export function chaincodePolicy(namespace: string, definitions: Definitions): PolicyTree {
  const policy = definitions.policy(namespace);
  if (policy === undefined) throw new Error(`Nothing is deployed in the namespace ${namespace}`);
  return policy;
}

/** Store keys that a namespace's writes touch, values and metadata alike. */
export function writtenKeys(set: NamespaceSet): { readonly key: Buffer; readonly collection?: string }[] {
  return [
    ...[...set.writes, ...set.metadataWrites].map(({ key }) => ({ key: publicKey(set.name, key) })),
    ...set.collections.flatMap((collection) => hashedKeys(set.name, collection)),
  ];
}

function hashedKeys(
  namespace: string,
  { name, writes, metadataWrites }: CollectionSet,
): ReturnType<typeof writtenKeys> {
  const hashes = [...writes.map(({ keyHash }) => keyHash), ...metadataWrites.map(({ key }) => key)];
  return hashes.map((keyHash) => ({ key: hashedKey(namespace, name, keyHash), collection: name }));
}

function ownPolicy(
  { key, collection }: { readonly key: Buffer; readonly collection?: string },
  namespace: string,
  { definitions, state }: PolicySources,
): PolicyTree | undefined {
  const parameter = validationParameter(state.entry(key)?.metadata ?? []);
  if (parameter) return parsePolicyTree(parameter);
  return collection === undefined ? undefined : definitions.collection(namespace, collection)?.policy;
}
