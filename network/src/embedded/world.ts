import type { EmbeddedOptions } from './definition.js';
import type { Definitions } from './definitions.js';
import type { Peers } from './peers/peer.js';
import type { Curve } from './msp/curve.js';
import type { Members } from './msp/members.js';
import type { Store } from './store/store.js';

/** What the parts of an embedded network share. */
export interface World {
  readonly options: EmbeddedOptions;
  readonly store: Store;
  readonly curve: Curve;
  readonly members: Members;
  readonly definitions: Definitions;
  readonly peers: Peers;
}
