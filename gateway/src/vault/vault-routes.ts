import { Router } from 'express';
import { CALLS } from '../api/schemas.js';
import { authenticate } from '../http/authenticate.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import { escrowsOf } from '../projection/directory.js';
import type { Services } from '../services.js';

/**
 * `POST /api/batches/id`, `POST /api/vault/documents`: what a client needs before it can sign a registration. Both
 * change nothing that anybody sees; a document that no command names is never read.
 */
export const vaultRoutes = ({ db, secrets, sessions, vault }: Services): Router =>
  Router()
    .post(CALLS.batchId.path, ...jsonBody, async (request, response) => {
      const { enterprise } = await authenticate(request, sessions);
      const { product, lot } = parsePart(CALLS.batchId.body, request.body, 'INPUT_INVALID');
      response.json({ batch: secrets.batchId(enterprise, product, lot) });
    })
    .post(CALLS.storeDocument.path, ...jsonBody, async (request, response) => {
      const { enterprise } = await authenticate(request, sessions);
      const { salt, content } = parsePart(CALLS.storeDocument.body, request.body, 'INPUT_INVALID');
      const escrows = (await escrowsOf(db)).filter(({ subject }) => subject === 'drug');
      const receipt = await vault.put(enterprise, salt, content, escrows);
      response.status(CALLS.storeDocument.status).json(receipt);
    });
