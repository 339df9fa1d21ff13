import { Router } from 'express';
import { ApiError } from '../api/api-error.js';
import { CALLS } from '../api/calls.js';
import { sendAnswer } from '../commands/command-routes.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import { newSessionLimit } from '../http/session-limit.js';
import type { Services } from '../services.js';
import type { Demo } from './demo.js';

/** `POST /api/demo/enrol`, `POST /api/demo/enrol/confirm`; not there where the network is no demo */
export const demoRoutes = ({ demo, shared, config }: Services): Router => {
  const limit = newSessionLimit(shared, 'demo', config.sessionCallsPerMinute);
  const existing = (): Demo => {
    if (demo === undefined) throw new ApiError('ROUTE_NOT_FOUND');
    return demo;
  };
  return Router()
    .post(CALLS.enrol.path, limit, ...jsonBody, async (request, response) => {
      const { login, publicKey } = parsePart(CALLS.enrol.body, request.body, 'INPUT_INVALID');
      response.json({ command: await existing().draft(login, publicKey) });
    })
    .post(CALLS.confirm.path, limit, ...jsonBody, async (request, response) => {
      const { command, signature } = parsePart(CALLS.confirm.body, request.body, 'INPUT_INVALID');
      sendAnswer(response, await existing().confirm(command, signature));
    });
};
