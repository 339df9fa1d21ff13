import type { EmbeddedOptions } from './definition.js';
import { Definitions } from './definitions.js';
import { PeerNode } from './endorse/peer-node.js';
import { Members } from './msp/members.js';
import type { Store } from './store/store.js';
import type { World } from './world.js';

/** What the parts of an embedded network share, on an open store, before any chaincode is installed. */
export function newWorld(options: EmbeddedOptions, store: Store): World {
  const definitions = new Definitions(options.organisations.map(({ mspId }) => mspId));
  return {
    options,
    store,
    definitions,
    members: new Members(options.organisations),
    peers: new Map(options.organisations.map((each) => [each.mspId, new PeerNode(each, definitions)])),
  };
}
