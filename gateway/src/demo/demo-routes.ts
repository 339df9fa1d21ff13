import { Router } from 'express';
import { CALLS } from '../api/calls.js';
import { sendAnswer } from '../commands/command-routes.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import { newSessionLimit } from '../http/session-limit.js';
import type { Services } from '../services.js';
import { demoOf } from './demo-of.js';

/** `POST /api/demo/enrol`, `POST /api/demo/enrol/confirm`; not there where the network is no demo */
export const demoRoutes = (services: Services): Router => {
  const { shared, config } = services;
  const limit = newSessionLimit(shared, 'demo', config.sessionCallsPerMinute);
  return Router()
    .post(CALLS.enrol.path, limit, ...jsonBody, async (request, response) => {
      const { login, publicKey } = parsePart(CALLS.enrol.body, request.body, 'INPUT_INVALID');
      response.json({ command: await demoOf(services).draft(login, publicKey) });
    })
    .post(CALLS.confirm.path, limit, ...jsonBody, async (request, response) => {
      const { command, signature } = parsePart(CALLS.confirm.body, request.body, 'INPUT_INVALID');
      sendAnswer(response, await demoOf(services).confirm(command, signature));
    });
};
