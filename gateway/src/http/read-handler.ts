import type { Caller } from '../access/caller.js';
import type { ReadAnswer, ReadName, ReadParams, ReadQuery } from '../api/reads.js';
import type { Services } from '../services.js';

/** A read as its handler gets it, checked. */
export interface ReadRequest<N extends ReadName> {
  readonly params: ReadParams<N>;
  readonly query: ReadQuery<N>;
  readonly caller: Caller;
  readonly services: Services;
}

/** Answers a read; `asOfBlock` is added outside. @throws ApiError */
export type ReadHandler<N extends ReadName> = (
  request: ReadRequest<N>,
) => Promise<Omit<ReadAnswer<N>, 'asOfBlock'>>;
