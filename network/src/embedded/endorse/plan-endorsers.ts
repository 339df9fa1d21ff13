import { resultsOf } from '../../blocks/open-transaction.js';
import { parseReadWriteSet, type NamespaceSet } from '../../blocks/read-write-set.js';
import type { Definitions } from '../definitions.js';
import { LIFECYCLE } from '../definitions.js';
import { chooseEndorsers } from '../policy/choose-endorsers.js';
import type { PolicyTree } from '../policy/policy-tree.js';
import { chaincodePolicy, requiredPolicies, type PolicySources } from '../policy/required-policies.js';
import type { CollectionName } from '../simulate/private-simulation.js';
import type { EndorsedRun } from '../peers/peer.js';

/** No set of peers can endorse what the first peer simulated. */
export class NoEndorsersError extends Error {
  override readonly name = 'NoEndorsersError';
}

/** What the planner has to go by. */
export interface PlanInput extends PolicySources {
  readonly local: string;
  /** The chaincode that was invoked. */
  readonly chaincode: string;
  readonly first: EndorsedRun;
  readonly hasTransient: boolean;
}

/**
 * Who has to endorse, as the gateway service of a peer plans it: from the namespaces that the first simulation
 * touched, which need not include the chaincode that was invoked; where it touched none, by that chaincode's policy.
 * Private values are shown to members only.
 * @throws NoEndorsersError when no set of organisations will do.
 */
export function planEndorsers(input: PlanInput): readonly string[] {
  const sets = parseReadWriteSet(resultsOf(input.first.responsePayload)).filter(
    (set) => set.name !== LIFECYCLE,
  );
  const policies = policiesOf(sets, input);
  const choose = (collections: readonly CollectionName[]): readonly string[] | undefined => {
    const candidates = preferred(input).filter((mspId) =>
      isMemberOfAll(mspId, collections, input.definitions),
    );
    return chooseEndorsers({ candidates, policies });
  };
  const { privateReads } = input.first;
  const written = input.hasTransient ? writtenCollections(sets) : [];
  const chosen = choose([...privateReads, ...written]);
  if (chosen !== undefined) return chosen;
  throw new NoEndorsersError(choose(privateReads) === undefined ? NO_COMBINATION : exposes(written));
}

const NO_COMBINATION =
  'no combination of peers can be derived which satisfy the endorsement policy: ' +
  'no peer combination can satisfy the endorsement policy';

/** Of what was written, and of collections that were read: a planner wants their policies as well. */
function policiesOf(sets: readonly NamespaceSet[], input: PlanInput): PolicyTree[] {
  if (sets.length === 0) return [chaincodePolicy(input.chaincode, input.definitions)];
  const ofReads = input.first.privateReads.map(
    ({ namespace, collection }) =>
      input.definitions.collection(namespace, collection)?.policy ??
      chaincodePolicy(namespace, input.definitions),
  );
  return [...sets.flatMap((set) => requiredPolicies(set, input)), ...ofReads];
}

function preferred({ local, definitions }: PlanInput): string[] {
  return [local, ...definitions.organisations.filter((mspId) => mspId !== local)];
}

function writtenCollections(sets: readonly NamespaceSet[]): CollectionName[] {
  return sets.flatMap((set) =>
    set.collections
      .filter(({ writes }) => writes.length > 0)
      .map(({ name }) => ({ namespace: set.name, collection: name })),
  );
}

function isMemberOfAll(
  mspId: string,
  collections: readonly CollectionName[],
  definitions: Definitions,
): boolean {
  return collections.every(
    ({ namespace, collection }) =>
      definitions.collection(namespace, collection)?.members.includes(mspId) ?? false,
  );
}

function exposes(written: readonly CollectionName[]): string {
  const names = [...new Set(written.map(({ collection }) => collection))].join(' ');
  return (
    'requires endorsement from organisation(s) that are not in the distribution policy of the private data ' +
    `collection(s): [${names}]; retry specifying trusted endorsing organizations to protect transient data`
  );
}
