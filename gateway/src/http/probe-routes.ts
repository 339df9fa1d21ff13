import { Router } from 'express';
import { sql } from 'kysely';
import { ApiError } from '../api/api-error.js';
import type { Ordering } from '../relay/ordering.js';
import type { Services } from '../services.js';
import { newOpenApi } from './openapi.js';

/** Three words for whoever watches; the gate's own states are its business. */
const ORDERING = {
  present: 'present',
  away: 'away',
  asking: 'away',
  probed: 'away',
  returning: 'returning',
} as const satisfies Record<Ordering['name'], string>;

/** `/healthz`, `/readyz`, `/metrics`, `/openapi.json` */
export const probeRoutes = ({ projection, metrics, db, relay }: Services): Router => {
  let document: object | undefined;
  return Router()
    .get('/healthz', (_request, response) => {
      response.json({ status: 'ok' });
    })
    .get('/readyz', async (_request, response) => {
      if (projection.fork !== undefined) throw new ApiError('LEDGER_FORKED', { ...projection.fork });
      if (!projection.isHealthy) throw new ApiError('NOT_READY');
      await sql`select 1`.execute(db);
      response.json({
        status: 'ready',
        ...projection.asOf,
        ordering: ORDERING[relay.gate.state.name],
      });
    })
    .get('/metrics', async (_request, response) => {
      response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
    })
    .get('/openapi.json', (_request, response) => {
      response.json((document ??= newOpenApi()));
    });
};
