import type { Gauged } from '../http/metrics.js';
import type { Relay } from './relay.js';

/** What a relay tells those who watch it; it may be made after its gauges. */
export const relayGauges = (relay: () => Relay): Pick<Gauged, 'pending' | 'held' | 'orderingAway'> => ({
  pending: () => relay().pending,
  held: () => relay().gate.held,
  orderingAway: () => Number('failures' in relay().gate.state),
});
