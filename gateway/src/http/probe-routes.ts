import { Router } from 'express';
import { sql } from 'kysely';
import { ApiError } from '../api/api-error.js';
import type { Services } from '../services.js';
import { newOpenApi } from './openapi.js';

/** `/healthz`, `/readyz`, `/metrics`, `/openapi.json` */
export const probeRoutes = ({ projection, metrics, db }: Services): Router => {
  let document: object | undefined;
  return Router()
    .get('/healthz', (_request, response) => {
      response.json({ status: 'ok' });
    })
    .get('/readyz', async (_request, response) => {
      if (!projection.isHealthy) throw new ApiError('NOT_READY');
      await sql`select 1`.execute(db);
      response.json({ status: 'ready', asOfBlock: projection.asOfBlock });
    })
    .get('/metrics', async (_request, response) => {
      response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
    })
    .get('/openapi.json', (_request, response) => {
      response.json((document ??= newOpenApi()));
    });
};
