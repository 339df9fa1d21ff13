import { LedgerError, type LedgerCall, type LedgerIdentity, type LedgerPhase } from '../../ledger.js';
import type { Endorsed } from '../definition.js';
import { isCurrent, isSignedBy } from '../msp/members.js';
import { newSigner, type Signer } from '../msp/signer.js';
import { transientKey } from '../store/keys.js';
import type { View } from '../store/view.js';
import type { World } from '../world.js';
import { newEnvelope } from './new-envelope.js';
import { newProposal, type Proposal } from './new-proposal.js';
import type { EndorsedRun, PeerAnswer, PeerNode } from './peer-node.js';
import { NoEndorsersError, planEndorsers } from './plan-endorsers.js';

const TIME_WINDOW_MS = 15 * 60_000;
const ERROR_THRESHOLD = 400;

/** What a client asks for. */
export interface GatewayRequest {
  readonly channel: string;
  readonly chaincode: string;
  readonly call: LedgerCall;
  readonly identity: LedgerIdentity;
}

/** The client's side of endorsing together with the gateway service of a peer. */
export class Gateway {
  readonly #signers = new WeakMap<LedgerIdentity, Signer>();

  constructor(readonly world: World) {}

  /** Make a proposal and have it endorsed. @throws LedgerError of phase `endorse`. */
  async endorse(request: GatewayRequest): Promise<Endorsed> {
    const signer = this.#signer(request.identity);
    const proposal = await this.#propose(request, 'endorse');
    const view = this.world.store.view();
    try {
      const answers = await this.#collect(proposal, request, view);
      const agreed = assertAgreed(proposal, answers);
      await this.#keepPrivate(proposal, agreed);
      const endorsements = answers.map(({ endorsed }) => endorsed.endorsement);
      const envelope = newEnvelope(
        proposal,
        { responsePayload: agreed.responsePayload, endorsements },
        signer,
      );
      const [first] = answers;
      return { txId: proposal.txId, envelope, result: first?.response.getPayload_asU8() ?? new Uint8Array() };
    } finally {
      view.release();
    }
  }

  /** Run a proposal on one peer without recording anything. @throws LedgerError of phase `evaluate`. */
  async evaluate(request: GatewayRequest): Promise<Uint8Array> {
    const proposal = await this.#propose(request, 'evaluate');
    const view = this.world.store.view();
    try {
      const [endorser = request.identity.mspId] = request.call.endorsers;
      const peer = this.#peer(endorser, proposal, 'evaluate');
      const response = await peer.query(proposal, { creatorMsp: request.identity.mspId, view });
      if (response.getStatus() < ERROR_THRESHOLD) return response.getPayload_asU8();
      const text = `chaincode response ${String(response.getStatus())}, ${response.getMessage()}`;
      throw new LedgerError('evaluate', response.getMessage(), {
        txId: proposal.txId,
        chaincode: true,
        status: 'UNKNOWN',
        messages: [`evaluate call to endorser returned error: ${text}`],
      });
    } finally {
      view.release();
    }
  }

  async #collect(proposal: Proposal, request: GatewayRequest, view: View): Promise<EndorsedAnswer[]> {
    const ask = (mspId: string) => this.#ask(mspId, { proposal, request, view });
    const endorsers = [...new Set(request.call.endorsers)];
    if (endorsers.length > 0) return assertEndorsed(proposal, await Promise.all(endorsers.map(ask)));
    const local = request.identity.mspId;
    const answered = assertEndorsed(proposal, [await ask(local)]);
    const chosen = this.#plan({ proposal, request, view }, answered);
    const others = await Promise.all(chosen.filter((mspId) => mspId !== local).map(ask));
    return [...(chosen.includes(local) ? answered : []), ...assertEndorsed(proposal, others)];
  }

  #plan({ proposal, request, view }: Asked, [first]: readonly EndorsedAnswer[]): readonly string[] {
    if (first === undefined) return [];
    try {
      return planEndorsers({
        local: request.identity.mspId,
        first: first.endorsed,
        hasTransient: Object.keys(proposal.transient).length > 0,
        definitions: this.world.definitions,
        state: view,
      });
    } catch (error) {
      if (!(error instanceof NoEndorsersError)) throw error;
      throw new LedgerError('endorse', error.message, { txId: proposal.txId, status: 'FAILED_PRECONDITION' });
    }
  }

  async #ask(mspId: string, { proposal, request, view }: Asked): Promise<PeerAnswer> {
    const peer = this.#peer(mspId, proposal, 'endorse');
    try {
      return await peer.endorse(proposal, { creatorMsp: request.identity.mspId, view });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new LedgerError('endorse', reason, {
        txId: proposal.txId,
        status: 'ABORTED',
        messages: [`${mspId}: ${reason}`],
      });
    }
  }

  async #propose(
    { channel, chaincode, call, identity }: GatewayRequest,
    phase: LedgerPhase,
  ): Promise<Proposal> {
    this.#assertDeployed(channel, chaincode, phase);
    const name = call.contract === '' ? call.fn : `${call.contract}:${call.fn}`;
    const args = [name, ...call.args].map((arg) => Buffer.from(arg));
    const timestamp = this.world.options.now();
    const request = { channel, chaincode, args, transient: call.transient ?? {}, timestamp };
    const proposal = newProposal(request, this.#signer(identity));
    await this.#assertAcceptable(proposal, identity.mspId, phase);
    return proposal;
  }

  #assertDeployed(channel: string, chaincode: string, phase: LedgerPhase): void {
    if (channel !== this.world.options.channel) {
      throw new LedgerError(phase, `failed to get config for channel [${channel}]`, {
        status: 'UNAVAILABLE',
      });
    }
    if (this.world.definitions.get(chaincode)) return;
    const reason =
      phase === 'evaluate'
        ? `no peers available to evaluate chaincode ${chaincode} in channel ${channel}`
        : 'no combination of peers can be derived which satisfy the endorsement policy';
    throw new LedgerError(phase, reason, { status: 'FAILED_PRECONDITION' });
  }

  async #assertAcceptable(proposal: Proposal, mspId: string, phase: LedgerPhase): Promise<void> {
    const { members, options } = this.world;
    const creator = members.find(proposal.creator);
    const { signed, txId } = proposal;
    const isCreator =
      creator !== undefined &&
      isCurrent(creator, options.now()) &&
      (await isSignedBy(creator, signed.getProposalBytes_asU8(), signed.getSignature_asU8()));
    if (!isCreator) {
      const reason = `access denied: channel [${proposal.channel}] creator org [${mspId}]`;
      throw new LedgerError(phase, reason, { txId, status: 'PERMISSION_DENIED' });
    }
    if (options.timeWindowCheck && Math.abs(options.now() - proposal.timestamp) > TIME_WINDOW_MS) {
      throw new LedgerError(phase, 'the proposal timestamp is outside the time window', {
        txId,
        status: 'UNKNOWN',
      });
    }
  }

  #peer(mspId: string, { txId }: Proposal, phase: LedgerPhase): PeerNode {
    const peer = this.world.peers.get(mspId);
    if (peer) return peer;
    throw new LedgerError(phase, `no peers available of organisation ${mspId}`, {
      txId,
      status: 'UNAVAILABLE',
    });
  }

  /** Private values wait here for their transaction, as in the transient store of a peer. */
  async #keepPrivate(proposal: Proposal, { privateSet }: EndorsedRun): Promise<void> {
    if (privateSet) await this.world.store.keep(transientKey(proposal.txId), Buffer.from(privateSet));
  }

  #signer(identity: LedgerIdentity): Signer {
    const known = this.#signers.get(identity);
    if (known) return known;
    const signer = newSigner(identity);
    this.#signers.set(identity, signer);
    return signer;
  }
}

interface Asked {
  readonly proposal: Proposal;
  readonly request: GatewayRequest;
  readonly view: View;
}

interface EndorsedAnswer extends PeerAnswer {
  readonly endorsed: EndorsedRun;
}

function assertEndorsed({ txId }: Proposal, answers: readonly PeerAnswer[]): EndorsedAnswer[] {
  const refusals = answers.filter(({ endorsed }) => endorsed === undefined);
  const [first] = refusals;
  if (first === undefined)
    return answers.filter((answer): answer is EndorsedAnswer => answer.endorsed !== undefined);
  throw new LedgerError('endorse', first.response.getMessage(), {
    txId,
    chaincode: true,
    status: 'ABORTED',
    messages: refusals.map(
      ({ mspId, response }) =>
        `${mspId}: chaincode response ${String(response.getStatus())}, ${response.getMessage()}`,
    ),
  });
}

function assertAgreed({ txId }: Proposal, answers: readonly EndorsedAnswer[]): EndorsedRun {
  const [first, ...others] = answers.map(({ endorsed }) => endorsed);
  if (first === undefined) throw new LedgerError('endorse', 'no endorsements were collected', { txId });
  const isSame = others.every((other) => Buffer.compare(other.responsePayload, first.responsePayload) === 0);
  if (isSame) return first;
  throw new LedgerError('endorse', 'ProposalResponsePayloads do not match', {
    txId,
    status: 'ABORTED',
    messages: ['failed to collect enough transaction endorsements', 'ProposalResponsePayloads do not match'],
  });
}
