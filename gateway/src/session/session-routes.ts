import { Router } from 'express';
import { CALLS } from '../api/calls.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import { newSessionLimit } from '../http/session-limit.js';
import type { Services } from '../services.js';
import { SESSION_SECONDS } from './sessions.js';

/** `POST /api/session/challenge`, `POST /api/session`, `POST /api/session/delivery` */
export const sessionRoutes = ({ sessions, shared, config }: Services): Router => {
  const limit = newSessionLimit(shared, 'session', config.sessionCallsPerMinute);
  return Router()
    .post(CALLS.challenge.path, limit, ...jsonBody, async (request, response) => {
      const { kid } = parsePart(CALLS.challenge.body, request.body, 'INPUT_INVALID');
      response.json({ challenge: await sessions.challenge(kid) });
    })
    .post(CALLS.session.path, limit, ...jsonBody, async (request, response) => {
      const { kid, challenge, signature } = parsePart(CALLS.session.body, request.body, 'INPUT_INVALID');
      const token = await sessions.open(kid, challenge, signature);
      response.status(CALLS.session.status).json({ token, expiresInSeconds: SESSION_SECONDS });
    })
    .post(CALLS.delivery.path, limit, ...jsonBody, async (request, response) => {
      const { kid, challenge, signature } = parsePart(CALLS.delivery.body, request.body, 'INPUT_INVALID');
      const token = await sessions.openDelivery(kid, challenge, signature);
      response.status(CALLS.delivery.status).json({ token, expiresInSeconds: SESSION_SECONDS });
    });
};
