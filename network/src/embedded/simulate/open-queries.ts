import { peer } from '@hyperledger/fabric-protos';
import type { QueryCursor } from './query-cursor.js';

const BATCH = 100;
const TOTAL_LIMIT = 100_000;

interface OpenQuery {
  readonly cursor: QueryCursor;
  readonly isPaginated: boolean;
  readonly limit: number;
  /** Read already, not yet handed over. */
  pending: Uint8Array[];
  total: number;
}

/** Queries that a transaction has open on its peer, answered in batches that are read one result ahead. */
export class OpenQueries {
  readonly #open = new Map<string, OpenQuery>();
  #opened = 0;

  /** The first batch of a query; with `pageSize` its only one, together with the bookmark of the next page. */
  start(cursor: QueryCursor, pageSize?: number): Promise<peer.QueryResponse> {
    this.#opened += 1;
    const id = String(this.#opened);
    const isLimited = pageSize !== undefined && pageSize > 0 && pageSize < TOTAL_LIMIT;
    const query: OpenQuery = {
      cursor,
      isPaginated: pageSize !== undefined,
      limit: isLimited ? pageSize : TOTAL_LIMIT,
      pending: [],
      total: 0,
    };
    this.#open.set(id, query);
    return this.#nextBatch(id, query);
  }

  /** @throws when the query is not open. */
  next(id: string): Promise<peer.QueryResponse> {
    const query = this.#open.get(id);
    if (query === undefined) throw new Error('query iterator not found');
    return this.#nextBatch(id, query);
  }

  /** Closing twice is as good as once: the shim closes what the end of the results has closed. */
  async close(id: string): Promise<peer.QueryResponse> {
    await this.#end(id);
    return newQueryResponse(id, [], false);
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((id) => this.#end(id)));
  }

  async #nextBatch(id: string, query: OpenQuery): Promise<peer.QueryResponse> {
    while (query.total < query.limit) {
      const result = await query.cursor.next();
      if (result === undefined) break;
      query.total += 1;
      if (!query.isPaginated && query.pending.length === BATCH) {
        const batch = query.pending;
        query.pending = [result];
        return newQueryResponse(id, batch, true);
      }
      query.pending.push(result);
    }
    return this.#lastBatch(id, query);
  }

  async #lastBatch(id: string, query: OpenQuery): Promise<peer.QueryResponse> {
    const response = newQueryResponse(id, query.pending, false);
    if (query.isPaginated) {
      const metadata = new peer.QueryResponseMetadata();
      metadata.setFetchedRecordsCount(query.pending.length);
      metadata.setBookmark(await query.cursor.nextKey());
      response.setMetadata(metadata.serializeBinary());
    }
    await this.#end(id);
    return response;
  }

  async #end(id: string): Promise<void> {
    const query = this.#open.get(id);
    this.#open.delete(id);
    await query?.cursor.close();
  }
}

function newQueryResponse(id: string, results: readonly Uint8Array[], hasMore: boolean): peer.QueryResponse {
  const response = new peer.QueryResponse();
  response.setId(id);
  response.setHasMore(hasMore);
  response.setResultsList(
    results.map((bytes) => {
      const result = new peer.QueryResultBytes();
      result.setResultbytes(bytes);
      return result;
    }),
  );
  return response;
}
