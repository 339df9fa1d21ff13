import { Router } from 'express';
import { ApiError } from '../api/api-error.js';
import { CALLS } from '../api/calls.js';
import { authenticate } from '../http/authenticate.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import type { Services } from '../services.js';

const isOwn = async ({ db }: Services, alert: string, enterprise: string): Promise<boolean> => {
  const own = db.selectFrom('alerts').select('id').where('id', '=', alert).where('whose', '=', enterprise);
  return (await own.executeTakeFirst()) !== undefined;
};

/** `POST /api/alerts/triage`: who has to look says what was found; another's alert is answered as one that is not there. */
export const alertRoutes = (services: Services): Router =>
  Router().post(CALLS.triage.path, ...jsonBody, async (request, response) => {
    const { enterprise, kid, at } = await authenticate(request, services.sessions);
    const { alert, seen, ...found } = parsePart(CALLS.triage.body, request.body, 'INPUT_INVALID');
    if (!(await isOwn(services, alert, enterprise))) throw new ApiError('RECORD_NOT_FOUND');
    await services.triages.add(alert, seen, { ...found, enterprise, kid, at });
    response.status(CALLS.triage.status).json({ findings: services.triages.of(alert) });
  });
