/** That an event was attested: its place under the attested root, and the proof of the transaction that attested it. */
import { Router, type RequestHandler } from 'express';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { fromHex } from '@yaosu/chaincode/signing/bytes';
import { hashOfLeaf, inclusionProof } from '@yaosu/chaincode/signing/merkle';
import { ApiError } from '../api/api-error.js';
import type { EventProof } from '../api/proof-schemas.js';
import { newBundle } from '../proofs/new-bundle.js';
import type { Services } from '../services.js';
import { captureContent } from './capture-content.js';
import { answer, discover } from './http.js';
import { LEDGER } from './own-acts/own-event-rows.js';
import { eventsNamed, type NamedEvent } from './query-routes.js';

interface Placed {
  readonly hash: string;
  readonly capture: string;
  readonly position: number;
}

const placeOf = async (
  { vault }: Services,
  enterprise: string,
  { hash, capture, position }: Placed,
): Promise<Pick<EventProof, 'index' | 'count' | 'path'>> => {
  const original = await vault.read(enterprise, capture);
  const content = captureContent.safeParse(original?.content);
  if (!content.success) throw new ApiError('EPCIS_ORIGINAL_MISSING', { state: 'pending' });
  const { captured } = content.data;
  const index = captured.findIndex((each) => each.at === position && each.hash === hash);
  if (index < 0) throw new ApiError('EPCIS_ORIGINAL_MISSING', { state: 'altered' });
  const leaves = captured.map((each) => hashOfLeaf(fromHex(each.hash)));
  return { index, count: captured.length, path: [...inclusionProof(leaves, index)] };
};

const rowsOf = ({ db }: Services, key: string) =>
  db.selectFrom('records').select(['key', 'value', 'block', 'tx_id']).where('key', '=', key).execute();

/** An event of the ledger is proved by the transaction that it is: what that wrote under its command is always its own. */
const proofOfAct = async (services: Services, { capture: txId }: NamedEvent) => {
  const { cmd } = await services.db
    .selectFrom('transactions')
    .select('cmd')
    .where('tx_id', '=', txId)
    .where('code', '=', 0)
    .executeTakeFirstOrThrow();
  return { bundle: await newBundle(services, await rowsOf(services, keyOf('cmd', cmd ?? ''))) };
};

const proofOfCapture = async (services: Services, event: NamedEvent) => {
  const place = await placeOf(services, event.enterprise, event);
  const rows = await rowsOf(services, keyOf('att', event.capture));
  const epcis: EventProof = {
    event: JSON.parse(event.event) as EventProof['event'],
    context: event.context === null ? null : (JSON.parse(event.context) as unknown),
    hash: event.hash,
    attestation: keyOf('att', event.capture),
    ...place,
  };
  return { epcis, bundle: await newBundle(services, rows) };
};

const readProof =
  (services: Services): RequestHandler =>
  async (request, response) => {
    // What was declared wrong later has a proof of its own, under its own hash and time.
    const [event] = await eventsNamed(services, request);
    if (event === undefined) throw new ApiError('RECORD_NOT_FOUND');
    if (event.enterprise === LEDGER) answer(request, response, await proofOfAct(services, event));
    else answer(request, response, await proofOfCapture(services, event));
  };

/** Proofs of events for who may read them. */
export const proofRoutes = (services: Services): Router =>
  Router()
    .options('/events/:eventId/proof', discover('GET'))
    .get('/events/:eventId/proof', readProof(services));
