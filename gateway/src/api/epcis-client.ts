/** EPCIS as our own pages ask it. */
import { addressOf, type EpcisAnswer } from './epcis.js';
import type {
  EventOrigin,
  eventOriginAnswer,
  NamedQueryView,
  SubscriptionOrder,
  SubscriptionView,
} from './epcis-schemas.js';
import type { EventProofAnswer } from './proof-schemas.js';
import type * as z from 'zod';

/** An event as it is answered: as it was captured, with its id, when it was recorded, and the prefixes that it needs. */
export type EpcisEvent = EpcisAnswer['epcisBody']['queryResults']['resultsBody']['eventList'][number];

/** Sends a request with the session of the client. @throws ApiError */
type Send = (method: string, path: string, body?: string) => Promise<Response>;

/** Asks for events, and keeps queries and subscriptions; each call `@throws ApiError`. */
export interface EpcisClient {
  /** A page of events. @param parameters those of the standard */
  events(
    parameters: Readonly<Record<string, string>>,
    nextPageToken?: string,
  ): Promise<{ readonly events: readonly EpcisEvent[]; readonly next: string | null }>;
  /** An event by its id, with declarations that it was wrong. */
  event(id: string): Promise<readonly EpcisEvent[]>;
  /** Whose word the events of {@link EpcisClient.event} are, in their order. */
  origins(id: string): Promise<readonly EventOrigin[]>;
  eventProof(id: string): Promise<EventProofAnswer>;
  /** All named queries of the enterprise. */
  queries(): Promise<readonly NamedQueryView[]>;
  nameQuery(query: NamedQueryView): Promise<void>;
  forgetQuery(name: string): Promise<void>;
  subscriptions(query: string): Promise<readonly SubscriptionView[]>;
  subscribe(query: string, order: SubscriptionOrder): Promise<void>;
  unsubscribe(query: string, id: string): Promise<void>;
}

/** An enterprise has fewer named queries. */
const ALL_QUERIES = '1000';

const eventsIn = async (response: Response): Promise<readonly EpcisEvent[]> =>
  ((await response.json()) as EpcisAnswer).epcisBody.queryResults.resultsBody.eventList;

/** The token of the page that an answer's `Link` names. */
const nextOf = (response: Response): string | null => {
  const [, query = ''] = /^<[^?>]*\?([^>]*)>; rel="next"$/.exec(response.headers.get('link') ?? '') ?? [];
  return new URLSearchParams(query).get('nextPageToken');
};

const addressWith = (name: string, parameters: Readonly<Record<string, string>>): string =>
  `${addressOf(name)}?${new URLSearchParams(parameters).toString()}`;

/** A client over one that has the session. */
export const newEpcisClient = (send: Send): EpcisClient => {
  const read = async <T>(path: string): Promise<T> => (await (await send('GET', path)).json()) as T;
  const make = async (path: string, body: object): Promise<void> => {
    await send('POST', path, JSON.stringify(body));
  };
  const remove = async (path: string): Promise<void> => {
    await send('DELETE', path);
  };
  return {
    events: async (parameters, nextPageToken) => {
      const asked = nextPageToken === undefined ? parameters : { ...parameters, nextPageToken };
      const response = await send('GET', addressWith('events', asked));
      return { events: await eventsIn(response), next: nextOf(response) };
    },
    event: async (id) => eventsIn(await send('GET', addressOf('events', id))),
    origins: async (id) =>
      (await read<z.output<typeof eventOriginAnswer>>(addressOf('events', id, 'origin'))).origins,
    eventProof: (id) => read(addressOf('events', id, 'proof')),
    queries: () => read(addressWith('queries', { perPage: ALL_QUERIES })),
    nameQuery: (query) => make(addressOf('queries'), query),
    forgetQuery: (name) => remove(addressOf('queries', name)),
    subscriptions: (query) => read(addressOf('queries', query, 'subscriptions')),
    subscribe: (query, order) => make(addressOf('queries', query, 'subscriptions'), order),
    unsubscribe: (query, id) => remove(addressOf('queries', query, 'subscriptions', id)),
  };
};
