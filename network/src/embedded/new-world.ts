import type { EmbeddedOptions } from './definition.js';
import { Definitions } from './definitions.js';
import { poolCurve } from './msp/curve.js';
import { Members } from './msp/members.js';
import { LocalPeers } from './peers/local-peers.js';
import { CurveThread } from './threads/curve-thread.js';
import { PeerThreads } from './threads/peer-threads.js';
import type { Store } from './store/store.js';
import type { World } from './world.js';

/** What the parts of an embedded network share, on an open store, before any chaincode is installed. */
export function newWorld(options: EmbeddedOptions, store: Store): World {
  const definitions = new Definitions(options.organisations.map(({ mspId }) => mspId));
  const { organisations, peerThreads = 0, countersign = false } = options;
  const curve =
    options.curveThread === true ? new CurveThread((error) => options.onFatal?.(error)) : poolCurve;
  const parts = { organisations, definitions, countersign, curve };
  return {
    options,
    store,
    definitions,
    curve,
    members: new Members(organisations, curve),
    peers: peerThreads > 0 ? new PeerThreads(options, store) : new LocalPeers(parts),
  };
}
