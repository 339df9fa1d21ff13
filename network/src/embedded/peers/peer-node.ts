import { ChaincodeProcess } from '../chaincode/chaincode-process.js';
import { isRefusal, type ChaincodeResponse } from '../chaincode/response.js';
import type { ChaincodeDefinition, EmbeddedOrganisation } from '../definition.js';
import type { Definitions } from '../definitions.js';
import type { Curve } from '../msp/curve.js';
import { newSigner, type Signer } from '../msp/signer.js';
import { encodePrivateSet } from '../simulate/private-set.js';
import { encodeReadWriteSet } from '../simulate/encode-read-write-set.js';
import { newEndorsement, newResponsePayload } from './endorsement.js';
import type { PeerAnswer, PeerProposal, ProposalContext } from './peer.js';
import { TransactionRun } from './transaction-run.js';

/** What the peers of a process share. */
export interface PeerParts {
  readonly definitions: Definitions;
  readonly curve: Curve;
}

/** The peer of one organisation: its chaincode processes and the key it endorses with. */
export class PeerNode {
  readonly mspId: string;
  readonly definitions: Definitions;
  readonly #signer: Signer;
  readonly #processes = new Map<string, ChaincodeProcess>();

  constructor({ mspId, peer: identity }: EmbeddedOrganisation, { definitions, curve }: PeerParts) {
    this.mspId = mspId;
    this.definitions = definitions;
    this.#signer = newSigner({ mspId, ...identity }, curve);
  }

  /** Start a chaincode, or replace it by its next version. */
  install(definition: ChaincodeDefinition): void {
    this.#processes.set(definition.name, new ChaincodeProcess(definition));
  }

  /** Run a proposal and throw away what it wrote. @throws when the chaincode is not there. */
  async query(proposal: PeerProposal, context: ProposalContext): Promise<ChaincodeResponse> {
    const run = this.#newRun(proposal, context);
    return (await run.call(proposal.chaincode, proposal.args)).response;
  }

  /**
   * Run a proposal and sign what it leads to.
   * @throws when the chaincode is not there or private data could not be given to enough members.
   */
  async endorse(proposal: PeerProposal, context: ProposalContext): Promise<PeerAnswer> {
    const run = this.#newRun(proposal, context);
    const { response, event } = await run.call(proposal.chaincode, proposal.args);
    const { mspId } = this;
    const { isPublic } = run;
    if (isRefusal(response)) return { mspId, response, isPublic, endorsed: undefined };
    this.#assertDisseminated(run);
    event?.setChaincodeId(proposal.chaincode);
    event?.setTxId(proposal.txId);
    const results = encodeReadWriteSet(run.simulation.sets);
    const version = this.definitions.get(proposal.chaincode)?.definition.version ?? '';
    const chaincode = { name: proposal.chaincode, version };
    const responsePayload = newResponsePayload(proposal.hash, { chaincode, response, event, results });
    return {
      mspId,
      response,
      isPublic,
      endorsed: {
        responsePayload,
        endorsement: await newEndorsement(responsePayload, this.#signer),
        privateSet: encodePrivateSet(run.simulation.sets),
        privateReads: run.privateData.valuesRead,
      },
    };
  }

  /** Another peer's answer under this one's signature; both run the same contracts on the same state. */
  async countersign({ response, endorsed, isPublic }: PeerAnswer): Promise<PeerAnswer> {
    const { mspId } = this;
    if (endorsed === undefined) return { mspId, response, isPublic, endorsed };
    const endorsement = await newEndorsement(endorsed.responsePayload, this.#signer);
    return { mspId, response, isPublic, endorsed: { ...endorsed, endorsement } };
  }

  #newRun(proposal: PeerProposal, { creatorMsp, view }: ProposalContext): TransactionRun {
    const { mspId: peerMsp, definitions } = this;
    return new TransactionRun(
      { peerMsp, creatorMsp, view, definitions, processes: this.#processes },
      proposal,
    );
  }

  #assertDisseminated(run: TransactionRun): void {
    for (const [namespace, { collections }] of run.simulation.sets.namespaces) {
      for (const [name, { writes }] of collections) {
        if (writes.size > 0) this.#assertEnoughMembers(namespace, name);
      }
    }
  }

  #assertEnoughMembers(namespace: string, name: string): void {
    const { requiredPeerCount = 0, members = [] } = this.definitions.collection(namespace, name) ?? {};
    const others = members.filter(
      (mspId) => mspId !== this.mspId && this.definitions.organisations.includes(mspId),
    );
    if (others.length >= requiredPeerCount) return;
    throw new Error(
      `error in endorsement: failed to distribute private collection ${name}: required to disseminate to at least ` +
        `${String(requiredPeerCount)} peers, but know of only ${String(others.length)} eligible peers`,
    );
  }
}
