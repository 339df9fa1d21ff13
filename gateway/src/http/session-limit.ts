import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { ApiError } from '../api/api-error.js';

const WINDOW_MS = 60_000;

/** So many calls a minute and address. @throws ApiError RATE_LIMITED */
export const newSessionLimit = (limit: number): RequestHandler =>
  rateLimit({
    windowMs: WINDOW_MS,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => next(new ApiError('RATE_LIMITED')),
  });
