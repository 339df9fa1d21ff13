import { Router, type Request } from 'express';
import type * as z from 'zod';
import { ApiError } from '../api/api-error.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import { newSessionLimit } from '../http/session-limit.js';
import type { Services } from '../services.js';
import { RequestCheck, type Asker } from './check-request.js';
import { offerDocument } from './offer-document.js';
import { offerStatement } from './offer-statement.js';
import { QUESTIONS } from './questions.js';

type Questions = typeof QUESTIONS;

const CALLS_PER_MINUTE = 6000;

const requireHost = ({ host }: Asker): void => {
  if (host === undefined) throw new ApiError('GATEWAY_REFUSED', { reason: 'host' });
};

/** What other organisations' gateways ask; nobody else has a key for it. */
export const neighbourRoutes = (services: Services): Router => {
  const check = new RequestCheck(services);
  const limit = newSessionLimit(services.shared, 'neighbour', CALLS_PER_MINUTE);
  const witness = (): NonNullable<Services['checkpoints']['own']> => {
    const { own } = services.checkpoints;
    if (own === undefined) throw new ApiError('ROUTE_NOT_FOUND');
    return own;
  };
  const asked = async <N extends keyof Questions>(
    name: N,
    request: Request,
  ): Promise<{ readonly asker: Asker; readonly body: z.output<Questions[N]['body']> }> => ({
    asker: await check.asker(request),
    body: parsePart(QUESTIONS[name].body, request.body, 'INPUT_INVALID') as z.output<Questions[N]['body']>,
  });
  return Router()
    .post(QUESTIONS.lastSigned.path, limit, ...jsonBody, async (request, response) => {
      requireHost((await asked('lastSigned', request)).asker);
      response.json({ size: witness().last?.size ?? 0 });
    })
    .post(QUESTIONS.cosign.path, limit, ...jsonBody, async (request, response) => {
      const { asker, body } = await asked('cosign', request);
      requireHost(asker);
      response.json({ signature: await witness().cosign(body) });
    })
    .post(QUESTIONS.document.path, limit, ...jsonBody, async (request, response) => {
      const { asker, body } = await asked('document', request);
      response.json(await offerDocument(services, asker, body));
    })
    .post(QUESTIONS.statement.path, limit, ...jsonBody, async (request, response) => {
      const { asker, body } = await asked('statement', request);
      response.json(await offerStatement(services, asker, body));
    });
};
