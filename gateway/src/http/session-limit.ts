import type { RequestHandler } from 'express';
import { rateLimit, type Store } from 'express-rate-limit';
import { ApiError } from '../api/api-error.js';
import type { Shared } from '../shared/shared.js';

const WINDOW_MS = 60_000;

/** Counts that all processes of the gateway share. */
const storeOf = (shared: Shared, name: string): Store => ({
  increment: async (key) => {
    const { hits, endsMs } = await shared.count(`limit:${name}:${key}`, WINDOW_MS);
    return { totalHits: hits, resetTime: new Date(endsMs) };
  },
  // Only options that are not set here take a call back.
  decrement: () => undefined,
  resetKey: () => undefined,
});

/** So many calls a minute and address to the routes of a name. @throws ApiError RATE_LIMITED */
export const newSessionLimit = (shared: Shared, name: string, limit: number): RequestHandler =>
  rateLimit({
    windowMs: WINDOW_MS,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    store: storeOf(shared, name),
    handler: (_request, _response, next) => next(new ApiError('RATE_LIMITED')),
  });
