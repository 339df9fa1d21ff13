import { LedgerError, type LedgerPhase } from '../../ledger.js';
import type { Endorsed } from '../definition.js';
import { isRefusal } from '../chaincode/response.js';
import { PeerError, type EndorsedRun, type PeerAnswer } from '../peers/peer.js';
import { transientKey } from '../store/keys.js';
import type { View } from '../store/view.js';
import type { World } from '../world.js';
import { assertAgreed, assertEndorsed, describeRefusal, type EndorsedAnswer } from './answers.js';
import { newEnvelope } from './new-envelope.js';
import type { Proposal } from './new-proposal.js';
import { NoEndorsersError, planEndorsers } from './plan-endorsers.js';
import { Proposer, type GatewayRequest } from './proposer.js';

interface Asked {
  readonly proposal: Proposal;
  readonly request: GatewayRequest;
  readonly view: View;
}

/** The client's side of endorsing together with the gateway service of a peer. */
export class Gateway {
  readonly #proposer: Proposer;

  constructor(readonly world: World) {
    this.#proposer = new Proposer(world);
  }

  /** Make a proposal and have it endorsed. @throws LedgerError of phase `endorse`. */
  async endorse(request: GatewayRequest): Promise<Endorsed> {
    const proposal = await this.#proposer.propose(request, 'endorse');
    const answers = await this.#atOneHeight((view) => this.#collect({ proposal, request, view }));
    const { endorsed, response } = assertAgreed(proposal, answers);
    await this.#keepPrivate(proposal, endorsed);
    const agreed = {
      responsePayload: endorsed.responsePayload,
      endorsements: answers.map((answer) => answer.endorsed.endorsement),
    };
    const envelope = await newEnvelope(proposal, agreed, this.#proposer.signer(request.identity));
    return { txId: proposal.txId, envelope, result: response.payload };
  }

  /** Run a proposal on one peer without recording anything. @throws LedgerError of phase `evaluate`. */
  async evaluate(request: GatewayRequest): Promise<Uint8Array> {
    const proposal = await this.#proposer.propose(request, 'evaluate');
    const creatorMsp = request.identity.mspId;
    const [mspId = creatorMsp] = request.call.endorsers;
    this.#assertPeer(mspId, proposal, 'evaluate');
    const response = await this.#atOneHeight((view) =>
      this.world.peers.query(mspId, proposal, { creatorMsp, view }),
    );
    if (!isRefusal(response)) return response.payload;
    throw new LedgerError('evaluate', response.message, {
      txId: proposal.txId,
      chaincode: true,
      status: 'UNKNOWN',
      messages: [`evaluate call to endorser returned error: ${describeRefusal(response)}`],
    });
  }

  async #atOneHeight<T>(act: (view: View) => Promise<T>): Promise<T> {
    await this.world.peers.ready();
    const view = this.world.store.view();
    try {
      return await act(view);
    } finally {
      view.release();
    }
  }

  async #collect(asked: Asked): Promise<EndorsedAnswer[]> {
    const { proposal, request } = asked;
    const endorsers = [...new Set<string>(request.call.endorsers)];
    if (endorsers.length > 0) return assertEndorsed(proposal, await this.#askAll(endorsers, asked));
    const local = request.identity.mspId;
    const answered = assertEndorsed(proposal, await this.#askAll([local], asked));
    const chosen = this.#plan(asked, answered);
    const others = await this.#askAll(
      chosen.filter((mspId) => mspId !== local),
      asked,
    );
    const all = [...answered, ...assertEndorsed(proposal, others)];
    // The first answer is what the others have to come to, also where its own endorsement is not needed.
    assertAgreed(proposal, all);
    return all.filter(({ mspId }) => chosen.includes(mspId));
  }

  #plan({ proposal, request, view }: Asked, [first]: readonly EndorsedAnswer[]): readonly string[] {
    if (first === undefined) return [];
    try {
      return planEndorsers({
        local: request.identity.mspId,
        chaincode: request.chaincode,
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

  async #askAll(organisations: readonly string[], asked: Asked): Promise<readonly PeerAnswer[]> {
    const { proposal, request, view } = asked;
    for (const mspId of organisations) this.#assertPeer(mspId, proposal, 'endorse');
    try {
      const context = { creatorMsp: request.identity.mspId, view };
      return await this.world.peers.endorse(organisations, proposal, context);
    } catch (error) {
      if (!(error instanceof PeerError)) throw error;
      const { mspId, message } = error;
      const details = { txId: proposal.txId, status: 'ABORTED', messages: [`${mspId}: ${message}`] };
      throw new LedgerError('endorse', message, details);
    }
  }

  #assertPeer(mspId: string, { txId }: Proposal, phase: LedgerPhase): void {
    if (this.world.options.organisations.some((each) => each.mspId === mspId)) return;
    throw new LedgerError(phase, `no peers available of organisation ${mspId}`, {
      txId,
      status: 'UNAVAILABLE',
    });
  }

  /** Private values wait here for their transaction, as in the transient store of a peer. */
  async #keepPrivate({ txId }: Proposal, { privateSet }: EndorsedRun): Promise<void> {
    if (privateSet) await this.world.store.keep(transientKey(txId), Buffer.from(privateSet));
  }
}
