/** Whether anybody orders what peers have endorsed, as a table: what is known, and what each piece of news makes of it. */

/** What is known of the orderers. */
export type Ordering =
  /** They order. */
  | { readonly name: 'present' }
  /** No orderer took an envelope, so many times in a row; nobody is let through until the next probe is due. */
  | { readonly name: 'away'; readonly failures: number }
  /** The next command that comes is the probe. */
  | { readonly name: 'asking'; readonly failures: number }
  /** One command is on its way to find out. */
  | { readonly name: 'probed'; readonly failures: number }
  /** They order again; so many commands at a time are let through, until nobody waits any more. */
  | { readonly name: 'returning'; readonly window: number };

/** What an attempt says of the orderers; `silent` where it ended before it came to them. */
export type News = 'ordered' | 'unordered' | 'silent';

/** What happens to an {@link Ordering}. */
export type OrderingEvent =
  | News
  /** The wait before a probe is over, or nothing was heard of a probe in time. */
  | 'due'
  /** A command was let through. */
  | 'admitted'
  /** Nobody waits any more. */
  | 'drained'
  /** More than a few commands have to be caught up with. */
  | 'backlog';

/** Commands let through at a time at first, and at most, when orderers are back. */
export const FIRST_WINDOW = 4;
export const MOST_WINDOW = 16;

type Of<Name extends Ordering['name']> = Extract<Ordering, { name: Name }>;
type Row<Name extends Ordering['name']> = Partial<Record<OrderingEvent, (from: Of<Name>) => Ordering>>;

const RETURNING: Ordering = { name: 'returning', window: FIRST_WINDOW };
const returning = (): Ordering => RETURNING;
const firstFailure = (): Ordering => ({ name: 'away', failures: 1 });
const anotherFailure = ({ failures }: { readonly failures: number }): Ordering => ({
  name: 'away',
  failures: failures + 1,
});

/** What is not in a row changes nothing. */
const TABLE: { readonly [Name in Ordering['name']]: Row<Name> } = {
  present: { unordered: firstFailure, backlog: returning },
  away: { ordered: returning, due: ({ failures }) => ({ name: 'asking', failures }) },
  asking: { ordered: returning, admitted: ({ failures }) => ({ name: 'probed', failures }) },
  probed: {
    ordered: returning,
    unordered: anotherFailure,
    due: anotherFailure,
    silent: ({ failures }) => ({ name: 'asking', failures }),
  },
  returning: {
    unordered: firstFailure,
    ordered: ({ window }) => ({ name: 'returning', window: Math.min(window + 1, MOST_WINDOW) }),
    drained: () => ({ name: 'present' }),
  },
};

/** The next state; the same object where the event says nothing new. */
export const nextOrdering = (from: Ordering, event: OrderingEvent): Ordering => {
  const row = TABLE[from.name] as Partial<Record<OrderingEvent, (from: Ordering) => Ordering>>;
  return row[event]?.(from) ?? from;
};

/** Whether one more command may be let through beside so many that were let through in this state. */
export const mayPass = (state: Ordering, inFlight: number): boolean => {
  if (state.name === 'returning') return inFlight < state.window;
  return state.name === 'present' || state.name === 'asking';
};

/** Whether those who wait for an answer had better be told that it will take time: nobody orders, or many wait before them. */
export const takesLong = (state: Ordering, held: number): boolean =>
  'failures' in state || held > MOST_WINDOW;
