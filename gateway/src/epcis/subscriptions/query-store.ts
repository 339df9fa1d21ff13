/** Named queries and their subscriptions on disk, a file a query, and in memory; they are no part of the read model. */
import { ApiError } from '../../api/api-error.js';
import { JsonFolder } from '../../data/json-folder.js';
import type { Parameters } from '../parse-query.js';
import type { SubscriptionControls } from './parse-subscription.js';

/** The last event that a subscriber has acknowledged. */
export interface Cursor {
  readonly block: number;
  readonly capture: string;
  readonly position: number;
}

/** A subscription with how far it has come. */
export interface Subscription extends SubscriptionControls {
  readonly subscriptionID: string;
  readonly createdAt: string;
  /** Null before the first acknowledgement. */
  readonly cursor: Cursor | null;
  readonly lastNotifiedAt: string | null;
  /** Attempts since the last acknowledgement. */
  readonly failures: number;
  /** When an attempt failed last; not there when none did, or none that was noted with its time. */
  readonly lastFailedAt?: string | undefined;
  /** What went wrong then. */
  readonly lastProblem: string | null;
}

/** A query that an enterprise has named. */
export interface NamedQuery {
  readonly enterprise: string;
  readonly name: string;
  readonly query: Parameters;
  readonly createdAt: string;
  readonly subscriptions: readonly Subscription[];
}

/** Most named queries of an enterprise, and subscriptions of all of them together. */
const LIMITS = { queries: 100, subscriptions: 100 } as const;

const idOf = (enterprise: string, name: string): string => JSON.stringify([enterprise, name]);

/** Named queries. */
export class QueryStore {
  readonly #queries = new Map<string, NamedQuery>();
  readonly #files: JsonFolder;

  private constructor(files: JsonFolder) {
    this.#files = files;
  }

  /** Reads what the folder holds. @param newId names temporary files */
  static async open(folder: string, newId: () => string): Promise<QueryStore> {
    const files = new JsonFolder(folder, newId);
    const store = new QueryStore(files);
    for (const query of (await files.values()) as readonly NamedQuery[])
      store.#queries.set(idOf(query.enterprise, query.name), query);
    return store;
  }

  /** Every query. */
  all(): readonly NamedQuery[] {
    return [...this.#queries.values()];
  }

  /** Queries of an enterprise by name. */
  of(enterprise: string): readonly NamedQuery[] {
    return this.all()
      .filter((each) => each.enterprise === enterprise)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** A query of an enterprise. @throws ApiError QUERY_NAME_UNKNOWN */
  get(enterprise: string, name: string): NamedQuery {
    const query = this.find(enterprise, name);
    if (query === undefined) throw new ApiError('QUERY_NAME_UNKNOWN');
    return query;
  }

  /** A query, if there is one. */
  find(enterprise: string, name: string): NamedQuery | undefined {
    return this.#queries.get(idOf(enterprise, name));
  }

  /** Durable when it settles. @throws ApiError QUERY_NAME_TAKEN, QUERY_LIMIT_REACHED */
  add(query: NamedQuery): Promise<void> {
    return this.#files.inTurn(async () => {
      if (this.find(query.enterprise, query.name) !== undefined) throw new ApiError('QUERY_NAME_TAKEN');
      if (this.of(query.enterprise).length >= LIMITS.queries)
        throw new ApiError('QUERY_LIMIT_REACHED', { most: LIMITS.queries });
      await this.#write(query);
    });
  }

  /** Forgets a query with its subscriptions. @throws ApiError QUERY_NAME_UNKNOWN */
  remove(enterprise: string, name: string): Promise<void> {
    return this.#files.inTurn(async () => {
      this.get(enterprise, name);
      await this.#files.remove(idOf(enterprise, name));
      this.#queries.delete(idOf(enterprise, name));
    });
  }

  /** Durable when it settles. @throws ApiError QUERY_NAME_UNKNOWN, QUERY_NAME_TAKEN, QUERY_LIMIT_REACHED */
  subscribe(enterprise: string, name: string, subscription: Subscription): Promise<void> {
    return this.#files.inTurn(async () => {
      const query = this.get(enterprise, name);
      const all = this.of(enterprise).flatMap(({ subscriptions }) => subscriptions);
      if (all.length >= LIMITS.subscriptions)
        throw new ApiError('QUERY_LIMIT_REACHED', { most: LIMITS.subscriptions });
      if (query.subscriptions.some(({ subscriptionID: id }) => id === subscription.subscriptionID))
        throw new ApiError('QUERY_NAME_TAKEN');
      await this.#write({ ...query, subscriptions: [...query.subscriptions, subscription] });
    });
  }

  /** A subscription of a query. @throws ApiError SUBSCRIPTION_UNKNOWN */
  subscription(enterprise: string, name: string, id: string): Subscription {
    const query = this.find(enterprise, name);
    const found = query?.subscriptions.find((each) => each.subscriptionID === id);
    if (found === undefined) throw new ApiError('SUBSCRIPTION_UNKNOWN');
    return found;
  }

  /** @throws ApiError SUBSCRIPTION_UNKNOWN */
  unsubscribe(enterprise: string, name: string, id: string): Promise<void> {
    return this.#files.inTurn(async () => {
      this.subscription(enterprise, name, id);
      const query = this.get(enterprise, name);
      await this.#write({
        ...query,
        subscriptions: query.subscriptions.filter((each) => each.subscriptionID !== id),
      });
    });
  }

  /** Notes how far a subscription has come, unless it is gone; durable when it settles. */
  note(
    enterprise: string,
    name: string,
    id: string,
    progress: Partial<
      Pick<Subscription, 'cursor' | 'lastNotifiedAt' | 'failures' | 'lastFailedAt' | 'lastProblem'>
    >,
  ): Promise<void> {
    return this.#files.inTurn(async () => {
      const query = this.find(enterprise, name);
      if (query === undefined) return;
      const subscriptions = query.subscriptions.map((each) =>
        each.subscriptionID === id ? { ...each, ...progress } : each,
      );
      await this.#write({ ...query, subscriptions });
    });
  }

  /** Settles when all is written. */
  async close(): Promise<void> {
    await this.#files.settled();
  }

  async #write(query: NamedQuery): Promise<void> {
    const id = idOf(query.enterprise, query.name);
    await this.#files.put(id, query);
    this.#queries.set(id, query);
  }
}
