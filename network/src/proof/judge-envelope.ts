/** What an envelope proves by itself, offline: who sent it, who endorsed it, what it says and writes. */
import { peer } from '@hyperledger/fabric-protos';
import { parseReadWriteSet } from '../blocks/read-write-set.js';
import { CHAINCODE, CHAINCODE_POLICY, CHANNEL } from '../channel.js';
import { poolCurve } from '../embedded/msp/curve.js';
import { Members } from '../embedded/msp/members.js';
import { newPolicyTree } from '../embedded/policy/policy-tree.js';
import { satisfies } from '../embedded/policy/satisfies.js';
import { openCandidate } from '../embedded/validate/open-candidate.js';

/** An envelope that its creator signed, and whose signatures of endorsers hold. */
export interface JudgedEnvelope {
  readonly txId: string;
  /** Organisations whose peers endorsed it. */
  readonly endorsers: readonly string[];
  /** Whether they satisfy the network's own policy. */
  readonly satisfiesNetwork: boolean;
  readonly fn: string;
  readonly args: readonly string[];
  /** Public writes of the product; deletes have no value. */
  readonly writes: readonly { readonly key: string; readonly value?: Uint8Array }[];
}

/** An organisation and the certificate that issues its identities. */
export interface TrustedRoot {
  readonly mspId: string;
  readonly rootCertificate: string;
}

/** Checks envelopes against the organisations' roots. */
export class EnvelopeJudge {
  readonly #members: Members;
  readonly #organisations: readonly string[];

  /** @throws when a certificate cannot be read */
  constructor(roots: readonly TrustedRoot[]) {
    this.#members = new Members(roots, poolCurve);
    this.#organisations = roots.map(({ mspId }) => mspId);
  }

  /** @returns Fabric's code of what is wrong with its form, its creator or its ids instead, when something is */
  async judge(envelope: Uint8Array): Promise<JudgedEnvelope | { readonly wrong: string }> {
    const { txId, code, content } = await openCandidate(envelope, CHANNEL, this.#members);
    if (content === undefined) return { wrong: nameOf(code) };
    const { transaction, signatories } = content;
    if (transaction.chaincode !== CHAINCODE) return { wrong: 'INVALID_CHAINCODE' };
    const policy = newPolicyTree(CHAINCODE_POLICY, this.#organisations);
    const [fn = '', ...args] = transaction.args.map((arg) => Buffer.from(arg).toString('utf8'));
    const own = parseReadWriteSet(transaction.results).find(({ name }) => name === CHAINCODE);
    const peers = signatories.filter(({ role }) => role === 'peer').map(({ mspId }) => mspId);
    return {
      txId,
      endorsers: [...new Set(peers)].sort(),
      satisfiesNetwork: satisfies(policy, signatories),
      fn,
      args,
      writes: (own?.writes ?? []).map(({ key, value, isDelete }) => (isDelete ? { key } : { key, value })),
    };
  }
}

/** The name of a validation code. */
export function nameOf(code: number | undefined): string {
  const named = Object.entries(peer.TxValidationCode).find(([, value]) => value === code);
  return named?.[0] ?? `code ${String(code)}`;
}
