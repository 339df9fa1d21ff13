/** Where a load stands once the ledger has what this phone has signed. */
import { directedTo, redirectAfter, redirectOfArrival } from '@yaosu/chaincode/rules/shipment/redirects';
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

type Refusal = NonNullable<Trip['refusal']>;

/** What was said of a way that a redirect has ended stays with that redirect. */
const toldWith = (
  { redirects }: Trip,
  redirect: Trip['redirects'][number],
  told: Partial<Trip['redirects'][number]>,
): Partial<Trip> => ({
  redirects: redirects.map((each) => (each === redirect ? { ...each, ...told } : each)),
});

const RULES: Readonly<Record<string, Rule>> = {
  'Shipment.handOver': (trip, _, entry) => ({
    ...overtaken(trip),
    holder: enterpriseOf(entry, 'taker'),
    state: trip.state === 'refused' ? 'refused' : 'inTransit',
  }),
  'Shipment.arrive': (trip, { site }, { envelope }) => {
    const arrival = { site: String(site), at: envelope.command.capturedAt };
    const ended = redirectOfArrival(trip, arrival);
    return ended === undefined ? { state: 'arrived', arrival } : toldWith(trip, ended, { arrival });
  },
  'Shipment.receive': (trip, { counted }, { envelope }) => {
    const { capturedAt } = envelope.command;
    const isBefore = redirectAfter(trip, capturedAt) !== undefined;
    if (isWhole(trip, counted)) {
      const to = directedTo(trip, capturedAt);
      return { ...overtaken(trip), state: 'received', holder: trip.consignee, to };
    }
    return { ...overtaken(trip), state: isBefore ? trip.state : 'partlyReceived' };
  },
  'Shipment.refuse': (trip, { reason, evidence }, { envelope }) => {
    const refusal = { reason, evidence, at: envelope.command.capturedAt } as Refusal;
    const ended = redirectAfter(trip, refusal.at);
    if (ended !== undefined) return toldWith(trip, ended, { refusal });
    return { ...overtaken(trip), state: 'refused', refusal };
  },
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
