import type { ChaincodeDefinition, CollectionDefinition } from './definition.js';
import { majority, newPolicyTree, type PolicyTree } from './policy/policy-tree.js';

/** A collection with its policy ready to be evaluated. */
export interface Collection extends Omit<CollectionDefinition, 'endorsementPolicy'> {
  readonly policy: PolicyTree | undefined;
}

/** A chaincode as every peer of the channel has it. */
export interface Deployed {
  readonly definition: ChaincodeDefinition;
  readonly policy: PolicyTree;
  readonly collections: ReadonlyMap<string, Collection>;
}

/** Namespace of chaincode definitions. */
export const LIFECYCLE = '_lifecycle';
const IMPLICIT = '_implicit_org_';

/** Every transaction reads this key of the chaincodes it runs, so that a new definition makes it stale. */
export function sequenceKey(chaincode: string): string {
  return `namespaces/fields/${chaincode}/Sequence`;
}

/** Chaincode definitions that are in force. */
export class Definitions {
  readonly #deployed = new Map<string, Deployed>();
  readonly #lifecyclePolicy: PolicyTree;

  constructor(readonly organisations: readonly string[]) {
    this.#lifecyclePolicy = majority(organisations);
  }

  set(definition: ChaincodeDefinition): void {
    this.#deployed.set(definition.name, {
      definition,
      policy: newPolicyTree(definition.policy, this.organisations),
      collections: new Map(
        [...definition.collections.map((each) => this.#collection(each)), ...this.#implicitCollections()].map(
          (collection) => [collection.name, collection],
        ),
      ),
    });
  }

  get(chaincode: string): Deployed | undefined {
    return this.#deployed.get(chaincode);
  }

  collection(chaincode: string, name: string): Collection | undefined {
    return this.#deployed.get(chaincode)?.collections.get(name);
  }

  /** Endorsement policy of a namespace, undefined when nothing is deployed there. */
  policy(namespace: string): PolicyTree | undefined {
    return namespace === LIFECYCLE ? this.#lifecyclePolicy : this.#deployed.get(namespace)?.policy;
  }

  #collection({ endorsementPolicy, ...rest }: CollectionDefinition): Collection {
    return { ...rest, policy: endorsementPolicy && newPolicyTree(endorsementPolicy, this.organisations) };
  }

  #implicitCollections(): Collection[] {
    return this.organisations.map((mspId) => ({
      name: IMPLICIT + mspId,
      members: [mspId],
      requiredPeerCount: 0,
      maxPeerCount: 0,
      blockToLive: 0,
      memberOnlyRead: false,
      memberOnlyWrite: false,
      policy: { mspId, role: 'peer' },
    }));
  }
}
