import type { ChaincodeDefinition, EmbeddedOrganisation } from '../definition.js';
import type { Definitions } from '../definitions.js';
import { PeerNode } from './peer-node.js';
import type { Peers } from './peer.js';

/** Peers that run in this thread. */
export class LocalPeers implements Peers {
  readonly #nodes: ReadonlyMap<string, PeerNode>;

  constructor(organisations: readonly EmbeddedOrganisation[], definitions: Definitions) {
    this.#nodes = new Map(organisations.map((each) => [each.mspId, new PeerNode(each, definitions)]));
  }

  find(mspId: string): PeerNode | undefined {
    return this.#nodes.get(mspId);
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
}
