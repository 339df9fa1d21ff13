/** Whose word an event is: a firm's, whose capture is attested, or the ledger's, which judged the act. */
import { Router, type RequestHandler } from 'express';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import type { EventOrigin } from '../api/epcis-schemas.js';
import type { Services } from '../services.js';
import { answer, discover } from './http.js';
import { LEDGER } from './own-acts/own-event-rows.js';
import { selectCaptures } from './queries.js';
import { eventsNamed, type NamedEvent } from './query-routes.js';

const originOf = async ({ db }: Services, event: NamedEvent): Promise<EventOrigin> => {
  const { hash, enterprise, capture, block } = event;
  if (enterprise === LEDGER) return { hash, reportedBy: null, capture: null, txId: capture, block };
  const found = await selectCaptures(db, enterprise)
    .where('c.capture', '=', capture)
    .executeTakeFirstOrThrow();
  return {
    hash,
    reportedBy: enterprise,
    capture: {
      captureID: found.job,
      receivedAt: found.received_at,
      events: found.events,
      attestation: keyOf('att', capture),
    },
    txId: found.tx_id,
    block: found.block,
  };
};

const readOrigins =
  (services: Services): RequestHandler =>
  async (request, response) => {
    const events = await eventsNamed(services, request);
    const origins = await Promise.all(events.map((event) => originOf(services, event)));
    answer(request, response, { origins });
  };

/** Origins of events for who may read them. */
export const originRoutes = (services: Services): Router =>
  Router()
    .options('/events/:eventId/origin', discover('GET'))
    .get('/events/:eventId/origin', readOrigins(services));
