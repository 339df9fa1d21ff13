import { peer } from '@hyperledger/fabric-protos';
import type { NamespaceSet } from '../../blocks/read-write-set.js';
import type { Definitions } from '../definitions.js';
import {
  chaincodePolicy,
  requiredPolicies,
  writtenKeys,
  type CommittedState,
} from '../policy/required-policies.js';
import { satisfies, type Signatory } from '../policy/satisfies.js';
import { hashedKey, publicKey } from '../store/keys.js';
import type { CandidateContent } from './open-candidate.js';

const { TxValidationCode } = peer;

/** Checks the endorsements of a block's transactions one after the other. */
export class EndorsementCheck {
  /** Keys whose policy an earlier transaction of the block changes: nobody can know yet which policy is in force. */
  readonly #unsettled = new Set<string>();

  constructor(
    readonly definitions: Definitions,
    readonly state: CommittedState,
  ) {}

  /** The code that the endorsements lead to, undefined when they suffice. */
  code({ transaction, sets, signatories }: CandidateContent): number | undefined {
    if (this.definitions.policy(transaction.chaincode) === undefined)
      return TxValidationCode.INVALID_CHAINCODE;
    const written = sets.filter((set) => writtenKeys(set).length > 0);
    if (written.some((set) => this.#isUnsettled(set))) return TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
    if (!this.#isEndorsed(transaction.chaincode, written, signatories))
      return TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
    for (const set of written) for (const key of metadataKeys(set)) this.#unsettled.add(key);
    return undefined;
  }

  #isUnsettled(set: NamespaceSet): boolean {
    return writtenKeys(set).some(({ key }) => this.#unsettled.has(key.toString('latin1')));
  }

  #isEndorsed(
    chaincode: string,
    written: readonly NamespaceSet[],
    signatories: readonly Signatory[],
  ): boolean {
    try {
      const ownWrites = written.some((set) => set.name === chaincode);
      const required = written.flatMap((set) => requiredPolicies(set, this));
      if (!ownWrites) required.push(chaincodePolicy(chaincode, this.definitions));
      return required.every((policy) => satisfies(policy, signatories));
    } catch {
      // A policy that cannot be read cannot be satisfied.
      return false;
    }
  }
}

function metadataKeys(set: NamespaceSet): string[] {
  const keys = [
    ...set.metadataWrites.map(({ key }) => publicKey(set.name, key)),
    ...set.collections.flatMap(({ name, metadataWrites }) =>
      metadataWrites.map(({ key }) => hashedKey(set.name, name, key)),
    ),
  ];
  return keys.map((key) => key.toString('latin1'));
}
