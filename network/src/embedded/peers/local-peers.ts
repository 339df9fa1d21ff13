import type { ChaincodeResponse } from '../chaincode/response.js';
import type { ChaincodeDefinition, EmbeddedOrganisation } from '../definition.js';
import { allAnswers } from './all-answers.js';
import { PeerNode, type PeerParts } from './peer-node.js';
import { PeerError, type PeerAnswer, type PeerProposal, type Peers, type ProposalContext } from './peer.js';

/** What peers in one thread are made of. */
export interface LocalPeersParts extends PeerParts {
  readonly organisations: readonly EmbeddedOrganisation[];
  /** As `EmbeddedOptions.countersign`. */
  readonly countersign: boolean;
}

/** Peers that run in this thread. */
export class LocalPeers implements Peers {
  readonly #nodes: ReadonlyMap<string, PeerNode>;
  readonly #countersign: boolean;

  constructor({ organisations, countersign, ...parts }: LocalPeersParts) {
    this.#nodes = new Map(organisations.map((each) => [each.mspId, new PeerNode(each, parts)]));
    this.#countersign = countersign;
  }

  query(mspId: string, proposal: PeerProposal, context: ProposalContext): Promise<ChaincodeResponse> {
    return this.#ask(mspId, (node) => node.query(proposal, context));
  }

  async endorse(
    organisations: readonly string[],
    proposal: PeerProposal,
    context: ProposalContext,
  ): Promise<readonly PeerAnswer[]> {
    const run = (mspId: string) => this.#ask(mspId, (node) => node.endorse(proposal, context));
    const [first, ...others] = organisations;
    if (first === undefined || !this.#countersign) return allAnswers(organisations.map(run));
    const answer = await run(first);
    const sign = (mspId: string) => this.#ask(mspId, (node) => node.countersign(answer));
    return [answer, ...(await allAnswers(others.map(answer.isPublic ? sign : run)))];
  }

  install(definition: ChaincodeDefinition): void {
    for (const node of this.#nodes.values()) node.install(definition);
  }

  ready(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #ask<T>(mspId: string, ask: (node: PeerNode) => Promise<T>): Promise<T> {
    const node = this.#nodes.get(mspId);
    if (node === undefined) throw new PeerError(mspId, `no peer of ${mspId}`);
    try {
      return await ask(node);
    } catch (error) {
      throw new PeerError(mspId, error instanceof Error ? error.message : String(error));
    }
  }
}
