import { Router, type RequestHandler } from 'express';
import { CALLS } from '../api/calls.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import { newSessionLimit } from '../http/session-limit.js';
import type { Services } from '../services.js';
import { SESSION_SECONDS, type Sessions } from './sessions.js';

/** `POST /api/session/challenge`, `POST /api/session`, `POST /api/session/delivery` */
export const sessionRoutes = ({ sessions, shared, config }: Services): Router => {
  const limit = newSessionLimit(shared, 'session', config.sessionCallsPerMinute);
  const opens = (name: 'session' | 'delivery', open: Sessions['open']): RequestHandler => {
    const { body, status } = CALLS[name];
    return async (request, response) => {
      const { kid, challenge, signature } = parsePart(body, request.body, 'INPUT_INVALID');
      const token = await open(kid, challenge, signature);
      response.status(status).json({ token, expiresInSeconds: SESSION_SECONDS });
    };
  };
  return Router()
    .post(CALLS.challenge.path, limit, ...jsonBody, async (request, response) => {
      const { kid } = parsePart(CALLS.challenge.body, request.body, 'INPUT_INVALID');
      response.json({ challenge: await sessions.challenge(kid) });
    })
    .post(
      CALLS.session.path,
      limit,
      ...jsonBody,
      opens('session', (...proof) => sessions.open(...proof)),
    )
    .post(
      CALLS.delivery.path,
      limit,
      ...jsonBody,
      opens('delivery', (...proof) => sessions.openDelivery(...proof)),
    );
};
