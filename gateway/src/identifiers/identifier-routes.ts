import { Router } from 'express';
import { ApiError } from '../api/api-error.js';
import { CALLS } from '../api/calls.js';
import { authenticate } from '../http/authenticate.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import type { Services } from '../services.js';
import { waitAgain } from './handle-outbox.js';

/** `POST /api/identifiers/again`: a person of the identifier's own enterprise, once what was refused is mended. */
export const identifierRoutes = (services: Services): Router =>
  Router().post(CALLS.sendIdentifierAgain.path, ...jsonBody, async (request, response) => {
    const { enterprise } = await authenticate(request, services.sessions);
    const { handle } = parsePart(CALLS.sendIdentifierAgain.body, request.body, 'INPUT_INVALID');
    const { connected } = services.identifiers;
    if (connected === undefined) throw new ApiError('SECONDARY_NODE_NONE');
    if (!(await waitAgain(services.db, enterprise, handle))) throw new ApiError('IDENTIFIER_NOT_REFUSED');
    connected.sync.queue.wake(enterprise);
    response.status(CALLS.sendIdentifierAgain.status).json({ handle });
  });
