/** Where a load stands once the ledger has what this phone has signed. */
import type { Entry } from '../outbox/entry.js';
import { isNews } from '../outbox/is-news.js';
import type { Trip } from './reference.js';

type Said = Readonly<Record<string, unknown>>;
type Rule = (trip: Trip, said: Said, entry: Entry) => Partial<Trip>;

const enterpriseOf = ({ envelope }: Entry, part: string): string =>
  envelope.command.parties.find(({ role }) => role === part)?.enterprise ?? '';

const isWhole = ({ lines }: Trip, counted: unknown): boolean => {
  const found = counted as readonly { readonly batch: string; readonly quantity: string }[];
  return lines.every(({ batch, quantity }) =>
    found.some((each) => each.batch === batch && each.quantity === quantity),
  );
};

/** A hand-over that both have signed takes the place of one that was signed alone. */
const overtaken = ({ offer }: Trip): Partial<Trip> =>
  offer?.state === 'open' ? { offer: { ...offer, state: 'overtaken' } } : {};

const RULES: Readonly<Record<string, Rule>> = {
  'Shipment.handOver': (trip, _, entry) => ({
    ...overtaken(trip),
    holder: enterpriseOf(entry, 'taker'),
    state: trip.state === 'refused' ? 'refused' : 'inTransit',
  }),
  'Shipment.arrive': (_, { site }, { envelope }) => ({
    state: 'arrived',
    arrival: { site: String(site), at: envelope.command.capturedAt },
  }),
  'Shipment.receive': (trip, { counted }) => ({
    ...overtaken(trip),
    ...(isWhole(trip, counted) ? { state: 'received', holder: trip.consignee } : { state: 'partlyReceived' }),
  }),
  'Shipment.refuse': (trip) => ({ ...overtaken(trip), state: 'refused' }),
  'Shipment.offer': (_, { shipment: __, ...said }, { envelope }) => {
    const [giver] = envelope.command.parties;
    return { offer: { ...said, giver, state: 'open' } as unknown as Trip['offer'] };
  },
  'Telemetry.reportLogger': () => ({ condition: 'pending' }),
};

/** The trip after what this phone has signed since it was read, in order; the same object when there is nothing. */
export const expectedTrip = (trip: Trip, entries: readonly Entry[], block: number): Trip =>
  entries.reduce((before, entry) => {
    const { contract, act, payload } = entry.envelope.command;
    const said = payload as Said;
    const rule = RULES[`${contract}.${act}`];
    if (rule === undefined || said['shipment'] !== trip.shipment || !isNews(entry, block)) return before;
    return { ...before, ...rule(before, said, entry) };
  }, trip);
