import { Router } from 'express';
import { LABELS } from '../api/labels.js';
import { authenticate } from '../http/authenticate.js';
import { parsePart } from '../http/json-body.js';
import type { Services } from '../services.js';
import { drawLabel } from './draw-label.js';

/** `GET /api/labels/{code}`: a picture of what the caller names; it says nothing that the caller does not know. */
export const labelRoutes = ({ sessions }: Services): Router =>
  Router().get('/api/labels/:code', async (request, response) => {
    await authenticate(request, sessions);
    const { code } = parsePart(LABELS.params, { ...request.params }, 'QUERY_INVALID');
    const query = parsePart(LABELS.query, { ...request.query }, 'QUERY_INVALID');
    const picture = drawLabel(code, query);
    response.setHeader('cache-control', 'no-store');
    response.type(LABELS.types[query.format]).send(picture);
  });
