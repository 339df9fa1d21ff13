/** The table of contents of the HTTP face. */
import express, { type Express } from 'express';
import { alertRoutes } from './alerts/alert-routes.js';
import { billRoutes } from './bills/bill-routes.js';
import { downloadRoutes } from './codes/downloads/download-routes.js';
import { codeRoutes } from './codes/code-routes.js';
import { commandRoutes } from './commands/command-routes.js';
import { demoRoutes } from './demo/demo-routes.js';
import { epcisRoutes } from './epcis/epcis-routes.js';
import { eventRoutes } from './events/event-routes.js';
import { newErrorHandler, routeNotFound } from './http/error-handler.js';
import { probeRoutes } from './http/probe-routes.js';
import { readRoutes } from './http/read-routes.js';
import { newRequestLog } from './http/request-log.js';
import { securityHeaders } from './http/security-headers.js';
import { newSessionLimit } from './http/session-limit.js';
import { staticApps } from './http/static-apps.js';
import { doipRoutes } from './identifiers/doip-routes.js';
import { identifierRoutes } from './identifiers/identifier-routes.js';
import { snmsRoutes } from './identifiers/snms-routes.js';
import { templateRoutes } from './identifiers/template-routes.js';
import { labelRoutes } from './labels/label-routes.js';
import { newLanGuard } from './lan/lan-guard.js';
import { pairRoutes } from './lan/pair-routes.js';
import { mandateRoutes } from './mandates/mandate-routes.js';
import { neighbourRoutes } from './neighbours/neighbour-routes.js';
import { entryRoutes } from './resolver/entry-routes.js';
import { verifyRoutes } from './resolver/verify-routes.js';
import { verificationRoutes } from './verification/verification-routes.js';
import type { Services } from './services.js';
import { sessionRoutes } from './session/session-routes.js';
import { closureRoutes } from './trace/closure-routes.js';
import { taskRoutes } from './tasks/task-routes.js';
import { exportRoutes } from './telemetry/export-routes.js';
import { vaultRoutes } from './vault/vault-routes.js';

/** What everybody may ask about packs and identifiers. */
const PUBLIC = ['/verify', '/checkConnectivity', '/api/packs', '/identityv2', '/api/v1/doip'];

/** Middleware and routers in the order in which a request meets them. */
export const newApp = (services: Services): Express =>
  express()
    .disable('x-powered-by')
    .use(newRequestLog(services.log, services.ports))
    .use(securityHeaders)
    .use(newLanGuard(services.lan))
    .use(PUBLIC, newSessionLimit(services.shared, 'public', services.config.publicCallsPerMinute))
    .use(probeRoutes(services))
    .use(sessionRoutes(services))
    .use(commandRoutes(services))
    .use(vaultRoutes(services))
    .use(neighbourRoutes(services))
    .use(taskRoutes(services))
    .use(exportRoutes(services))
    .use(mandateRoutes(services))
    .use(epcisRoutes(services))
    .use(demoRoutes(services))
    .use(closureRoutes(services))
    .use(codeRoutes(services))
    .use(downloadRoutes(services))
    .use(alertRoutes(services))
    .use(billRoutes(services))
    .use(identifierRoutes(services))
    .use(snmsRoutes(services))
    .use(templateRoutes(services))
    .use(doipRoutes(services))
    .use(entryRoutes(services))
    .use(verificationRoutes(services))
    .use(verifyRoutes(services))
    .use(eventRoutes(services))
    .use(labelRoutes(services))
    .use(readRoutes(services))
    .use(pairRoutes(services))
    .use(staticApps())
    .use(routeNotFound)
    .use(newErrorHandler(services.log));
