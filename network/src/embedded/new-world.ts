import type { EmbeddedOptions } from './definition.js';
import { Definitions } from './definitions.js';
import { Members } from './msp/members.js';
import { LocalPeers } from './peers/local-peers.js';
import { PeerThreads } from './threads/peer-threads.js';
import type { Store } from './store/store.js';
import type { World } from './world.js';

/** What the parts of an embedded network share, on an open store, before any chaincode is installed. */
export function newWorld(options: EmbeddedOptions, store: Store): World {
  const definitions = new Definitions(options.organisations.map(({ mspId }) => mspId));
  const { organisations, peerThreads = 0, countersign = false } = options;
  const parts = { organisations, definitions, countersign };
  return {
    options,
    store,
    definitions,
    members: new Members(organisations),
    peers: peerThreads > 0 ? new PeerThreads(options, store) : new LocalPeers(parts),
  };
}
