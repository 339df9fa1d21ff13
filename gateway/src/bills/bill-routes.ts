import { Router, type RequestHandler } from 'express';
import { ApiError } from '../api/api-error.js';
import { CALLS } from '../api/calls.js';
import { authenticate } from '../http/authenticate.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import type { Services } from '../services.js';
import type { Connected } from './open-bills.js';
import { billOf } from './queries.js';

/** @throws ApiError TRACE_PLATFORM_NONE */
const connectedTo = ({ bills: { connected } }: Services): Connected => {
  if (connected === undefined) throw new ApiError('TRACE_PLATFORM_NONE');
  return connected;
};

const sendAgain =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise, kid } = await authenticate(request, services.sessions);
    const { bill } = parsePart(CALLS.sendBillAgain.body, request.body, 'INPUT_INVALID');
    const row = await billOf(services.db, bill);
    if (row?.enterprise !== enterprise) throw new ApiError('RECORD_NOT_FOUND');
    const { sync } = connectedTo(services);
    await sync.queue.inTurn(enterprise, async () => {
      if (services.bills.states.of(bill)?.state !== 'refused') throw new ApiError('BILL_NOT_REFUSED');
      await sync.sendAgain(row, kid);
    });
    response.status(CALLS.sendBillAgain.status).json({ bill });
  };

const reconcile =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const { enterprise } = await authenticate(request, services.sessions);
    const { day } = parsePart(CALLS.reconcileBills.body, request.body, 'INPUT_INVALID');
    const { reconciler } = connectedTo(services);
    response.status(CALLS.reconcileBills.status).json(await reconciler.reconcile(enterprise, day));
  };

/** `POST /api/bills/again` and `POST /api/bills/reconciliations`: a person of the bills' own enterprise. */
export const billRoutes = (services: Services): Router =>
  Router()
    .post(CALLS.sendBillAgain.path, ...jsonBody, sendAgain(services))
    .post(CALLS.reconcileBills.path, ...jsonBody, reconcile(services));
