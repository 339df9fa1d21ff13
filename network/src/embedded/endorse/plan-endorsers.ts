import { resultsOf } from '../../blocks/open-transaction.js';
import { parseReadWriteSet, type NamespaceSet } from '../../blocks/read-write-set.js';
import type { Definitions } from '../definitions.js';
import { LIFECYCLE } from '../definitions.js';
import { chooseEndorsers } from '../policy/choose-endorsers.js';
import { requiredPolicies, type PolicySources } from '../policy/required-policies.js';
import type { CollectionName } from '../simulate/private-simulation.js';
import type { EndorsedRun } from '../peers/peer.js';

/** No set of peers can endorse what the first peer simulated. */
export class NoEndorsersError extends Error {
  override readonly name = 'NoEndorsersError';
}

/** What the planner has to go by. */
export interface PlanInput extends PolicySources {
  readonly local: string;
  readonly first: EndorsedRun;
  readonly hasTransient: boolean;
}

/**
 * Who has to endorse, as the gateway service of a peer plans it: from the namespaces that the first simulation
 * touched, which need not include the chaincode that was invoked. Private values are shown to members only.
 * @throws NoEndorsersError when no set of organisations will do.
 */
export function planEndorsers(input: PlanInput): readonly string[] {
  const sets = parseReadWriteSet(resultsOf(input.first.responsePayload)).filter(
    (set) => set.name !== LIFECYCLE,
  );
  const policies = sets.flatMap((set) => requiredPolicies(set, input));
  const written = input.hasTransient ? writtenCollections(sets) : [];
  const collections = [...input.first.privateReads, ...written];
  const candidates = preferred(input).filter((mspId) => isMemberOfAll(mspId, collections, input.definitions));
  const chosen = chooseEndorsers({ candidates, policies });
  if (chosen === undefined) throw new NoEndorsersError(refusal(written));
  return chosen;
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

function refusal(written: readonly CollectionName[]): string {
  if (written.length === 0) {
    return (
      'no combination of peers can be derived which satisfy the endorsement policy: ' +
      'no peer combination can satisfy the endorsement policy'
    );
  }
  const names = [...new Set(written.map(({ collection }) => collection))].join(' ');
  return (
    'requires endorsement from organisation(s) that are not in the distribution policy of the private data ' +
    `collection(s): [${names}]; retry specifying trusted endorsing organizations to protect transient data`
  );
}
