import { LedgerError, type LedgerCall, type LedgerIdentity, type LedgerPhase } from '../../ledger.js';
import { isCurrent } from '../msp/members.js';
import { newSigner, type Signer } from '../msp/signer.js';
import type { World } from '../world.js';
import { newProposal, type Proposal } from './new-proposal.js';

const TIME_WINDOW_MS = 15 * 60_000;

/** What a client asks for. */
export interface GatewayRequest {
  readonly channel: string;
  readonly chaincode: string;
  readonly call: LedgerCall;
  readonly identity: LedgerIdentity;
}

/** Makes proposals, and refuses those that no peer would run. */
export class Proposer {
  readonly #signers = new WeakMap<LedgerIdentity, Signer>();
  /** Signers whose key is that of their certificate; what they sign here needs no second look. */
  readonly #proven = new WeakSet<Signer>();

  constructor(readonly world: World) {}

  /** @throws LedgerError when channel, chaincode, creator or time is not acceptable. */
  async propose(
    { channel, chaincode, call, identity }: GatewayRequest,
    phase: LedgerPhase,
  ): Promise<Proposal> {
    this.#assertDeployed(channel, chaincode, phase);
    const name = call.contract === '' ? call.fn : `${call.contract}:${call.fn}`;
    const args = [name, ...call.args].map((arg) => Buffer.from(arg));
    const timestamp = this.world.options.now();
    const request = { channel, chaincode, args, transient: call.transient ?? {}, timestamp };
    const signer = this.signer(identity);
    const proposal = await newProposal(request, signer);
    await this.#assertCreator(proposal, signer, phase);
    this.#assertTime(proposal, phase);
    return proposal;
  }

  /** The signer of an identity; its key is parsed once. */
  signer(identity: LedgerIdentity): Signer {
    const known = this.#signers.get(identity);
    if (known) return known;
    const signer = newSigner(identity, this.world.curve);
    this.#signers.set(identity, signer);
    return signer;
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

  async #assertCreator(
    { creator, channel, signed, txId }: Proposal,
    signer: Signer,
    phase: LedgerPhase,
  ): Promise<void> {
    const { members } = this.world;
    const member = members.find(creator);
    const isProven =
      this.#proven.has(signer) ||
      (member !== undefined && (await members.isSignedBy(member, signed.bytes, signed.signature)));
    if (isProven) this.#proven.add(signer);
    if (isProven && member !== undefined && isCurrent(member, this.world.options.now())) return;
    const reason = `access denied: channel [${channel}] creator org [${signer.mspId}]`;
    throw new LedgerError(phase, reason, { txId, status: 'PERMISSION_DENIED' });
  }

  #assertTime({ timestamp, txId }: Proposal, phase: LedgerPhase): void {
    const { timeWindowCheck, now } = this.world.options;
    if (!timeWindowCheck || Math.abs(now() - timestamp) <= TIME_WINDOW_MS) return;
    throw new LedgerError(phase, 'the proposal timestamp is outside the time window', {
      txId,
      status: 'UNKNOWN',
    });
  }
}
