/** `/epcis/v2`: EPCIS 2.0 for software that never saw us. */
import { Router } from 'express';
import { EPCIS_BASE } from '../api/epcis.js';
import { newErrorHandler, routeNotFound } from '../http/error-handler.js';
import type { Services } from '../services.js';
import { captureRoutes } from './capture-routes.js';
import { acceptable, versions } from './http.js';
import { epcisProblem } from './problems.js';
import { namedQueryRoutes } from './named-query-routes.js';
import { originRoutes } from './origin-routes.js';
import { proofRoutes } from './proof-routes.js';
import { queryRoutes } from './query-routes.js';
import { subscriptionRoutes } from './subscription-routes.js';

/** Capture, jobs, events and queries, each for the enterprise of the caller. */
export const epcisRoutes = (services: Services): Router => {
  const routes = Router()
    .use(versions)
    .use(acceptable)
    .use(captureRoutes(services))
    .use(queryRoutes(services))
    .use(proofRoutes(services))
    .use(originRoutes(services))
    .use(namedQueryRoutes(services))
    .use(subscriptionRoutes(services))
    .use(routeNotFound)
    .use(newErrorHandler(services.log, epcisProblem));
  return Router().use(EPCIS_BASE, routes);
};
