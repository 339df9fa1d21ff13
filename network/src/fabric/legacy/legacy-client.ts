/** One organisation's way to the network by `fabric-network`: it proposes to peers and broadcasts to orderers itself. */
import type {
  Channel,
  Commit,
  Endorsement,
  EndorsementResponse,
  Endorser,
  IdentityContext,
} from 'fabric-common';
import { DefaultEventHandlerStrategies, Gateway, type Network, type Wallet } from 'fabric-network';
import { newMismatch } from '../../failures.js';
import { LedgerError, type LedgerCall } from '../../ledger.js';
import { DEADLINES_MS } from '../ledger/limits.js';
import { functionNameOf } from '../ledger/proposal.js';
import { commonProfileOf, isLocal, type LegacyPeer } from './common-profile.js';
import {
  broadcastFailure,
  broadcastRefusal,
  refusalOf,
  sendFailure,
  unreachedPeers,
  type BroadcastAnswer,
} from './legacy-errors.js';

/** What was endorsed and can be committed. */
export interface Endorsed {
  readonly txId: string;
  readonly result: Uint8Array;
  /** Bytes of the signed envelope's payload. */
  readonly size: number;
  /** Broadcasts it and waits until the own peer has it; what that throws is a commit's failure. */
  readonly commit: () => Promise<void>;
}

/** How a client is made. */
export interface LegacyClientParts {
  readonly wallet: Wallet;
  readonly peer: LegacyPeer;
  readonly channel: string;
  readonly chaincode: string;
}

const QUERY_CHAINCODE = 'qscc';
const MS = 1000;

const buffersOf = (transient: Readonly<Record<string, Uint8Array>>): Record<string, Buffer> =>
  Object.fromEntries(Object.entries(transient).map(([name, bytes]) => [name, Buffer.from(bytes)]));

/** An envelope holds one result and every endorser's signature of it: they have to be of the same bytes. */
const isSame = (responses: readonly EndorsementResponse[]): boolean =>
  new Set(responses.map(({ payload }) => payload.toString('base64'))).size === 1;

/** The client of an organisation. */
export class LegacyClient {
  readonly network: Network;
  readonly #parts: LegacyClientParts;
  readonly #gateway: Gateway;

  private constructor(parts: LegacyClientParts, gateway: Gateway, network: Network) {
    this.#parts = parts;
    this.#gateway = gateway;
    this.network = network;
  }

  /** Connects with the wallet's identity of the organisation. @throws LedgerError when the peer is away */
  static async connect(parts: LegacyClientParts): Promise<LegacyClient> {
    const { wallet, peer, channel } = parts;
    const gateway = new Gateway();
    try {
      await gateway.connect(commonProfileOf(peer, channel), {
        wallet,
        identity: peer.mspId,
        discovery: { enabled: true, asLocalhost: isLocal(peer) },
        eventHandlerOptions: {
          endorseTimeout: DEADLINES_MS.endorse / MS,
          commitTimeout: DEADLINES_MS.commit / MS,
          strategy: DefaultEventHandlerStrategies.PREFER_MSPID_SCOPE_ANYFORTX,
        },
      });
      return new LegacyClient(parts, gateway, await gateway.getNetwork(channel));
    } catch (error) {
      gateway.disconnect();
      throw sendFailure('evaluate', error);
    }
  }

  /** Propose to exactly the endorsers of a call. @throws LedgerError of phase `endorse` */
  async endorse(call: LedgerCall): Promise<Endorsed> {
    const context = this.#newContext();
    const endorsement = this.#channel.newEndorsement(this.#parts.chaincode);
    endorsement.build(context, {
      fcn: functionNameOf(call),
      args: [...call.args],
      ...(call.transient === undefined ? {} : { transientMap: buffersOf(call.transient) }),
    });
    endorsement.sign(context);
    const txId = context.transactionId;
    const answers = await this.#propose(endorsement, call.endorsers, txId);
    const commit = endorsement.newCommit();
    commit.build(context);
    commit.sign(context);
    return {
      txId,
      result: answers[0]?.response.payload ?? new Uint8Array(),
      size: (commit.getSignedEnvelope() as { readonly payload: Uint8Array }).payload.length,
      commit: () => this.#commit(commit, txId),
    };
  }

  /** Run a function on the own peer, or on that of the first endorser. @throws LedgerError of phase `evaluate` */
  async evaluate(call: LedgerCall): Promise<Uint8Array> {
    const [of] = call.endorsers;
    return this.#query(this.#parts.chaincode, {
      fn: functionNameOf(call),
      args: call.args,
      transient: call.transient ?? {},
      of: of ?? this.#own,
    });
  }

  /** Ask the own peer about its ledger. @throws LedgerError of phase `evaluate` */
  ask(fn: string, ...args: readonly string[]): Promise<Uint8Array> {
    const of = this.#own;
    return this.#query(QUERY_CHAINCODE, { fn, args: [this.#parts.channel, ...args], transient: {}, of });
  }

  close(): void {
    this.#gateway.disconnect();
  }

  get #channel(): Channel {
    return this.network.getChannel();
  }

  get #own(): string {
    return this.#parts.peer.mspId;
  }

  #newContext(): IdentityContext {
    const { identityContext } = this.#gateway;
    if (identityContext === undefined) throw new Error('the gateway is not connected');
    return identityContext.calculateTransactionId();
  }

  /** @throws LedgerError naming the organisations that have no peer in sight */
  #peersOf(organisations: readonly string[], txId: string): Endorser[] {
    const wanted = organisations.length === 0 ? [this.#own] : organisations;
    const found = wanted.map((mspId) => ({ mspId, peer: this.#channel.getEndorsers(mspId)[0] }));
    const away = found.flatMap(({ mspId, peer }) => (peer === undefined ? [mspId] : []));
    if (away.length > 0)
      throw new LedgerError('endorse', `no peer of ${away.join(', ')} is in sight`, {
        txId,
        status: 'UNAVAILABLE',
        away,
      });
    return found.flatMap(({ peer }) => peer ?? []);
  }

  async #propose(
    endorsement: Endorsement,
    organisations: readonly string[],
    txId: string,
  ): Promise<readonly EndorsementResponse[]> {
    const targets = this.#peersOf(organisations, txId);
    const { errors, responses } = await endorsement.send({ targets, requestTimeout: DEADLINES_MS.endorse });
    const refusal = refusalOf('endorse', responses, txId);
    if (refusal !== undefined) throw refusal;
    if (errors.length > 0) throw unreachedPeers(errors, targets, txId);
    if (!isSame(responses)) throw newMismatch(txId);
    return responses;
  }

  async #commit(commit: Commit, txId: string): Promise<void> {
    const strategy = DefaultEventHandlerStrategies.PREFER_MSPID_SCOPE_ANYFORTX;
    const waiting = strategy(txId, this.network);
    await waiting.startListening();
    try {
      const targets = this.#channel.getCommitters();
      const answer = (await commit.send({ targets, requestTimeout: DEADLINES_MS.submit })) as BroadcastAnswer;
      const refusal = broadcastRefusal(answer, txId);
      if (refusal !== undefined) throw refusal;
    } catch (error) {
      waiting.cancelListening();
      throw broadcastFailure(error, txId);
    }
    await waiting.waitForEvents();
  }

  async #query(chaincode: string, { fn, args, transient, of }: LegacyQuery): Promise<Uint8Array> {
    const context = this.#newContext();
    const targets = this.#peersOf([of], context.transactionId);
    // Discovery lists what was deployed; the system's chaincodes are on every peer.
    for (const peer of targets) peer.addChaincode(chaincode);
    const query = this.#channel.newQuery(chaincode);
    query.build(context, { fcn: fn, args: [...args], transientMap: buffersOf(transient) });
    query.sign(context);
    const { errors, responses } = await query.send({ targets, requestTimeout: DEADLINES_MS.evaluate });
    const [answer] = responses;
    const refusal = refusalOf('evaluate', responses, context.transactionId);
    if (refusal !== undefined) throw refusal;
    if (answer === undefined) throw sendFailure('evaluate', errors[0], context.transactionId);
    return answer.response.payload;
  }
}

interface LegacyQuery {
  readonly fn: string;
  readonly args: readonly string[];
  readonly transient: Readonly<Record<string, Uint8Array>>;
  readonly of: string;
}
