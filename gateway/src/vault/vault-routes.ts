import { Router } from 'express';
import { ApiError } from '../api/api-error.js';
import { CALLS } from '../api/calls.js';
import { authenticate, authenticateDelivery } from '../http/authenticate.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import { drugEscrowsOf, recordValue } from '../projection/directory.js';
import type { Services } from '../services.js';

/**
 * What a client needs before it can sign a registration, a publication or a grant. None of it changes anything that
 * anybody sees: a document that no command names is never read, and a key wrap opens nothing before its grant.
 */
export const vaultRoutes = ({ db, secrets, sessions, vault }: Services): Router =>
  Router()
    .post(CALLS.batchId.path, ...jsonBody, async (request, response) => {
      const { enterprise } = await authenticate(request, sessions);
      const { product, lot } = parsePart(CALLS.batchId.body, request.body, 'INPUT_INVALID');
      response.json({ batch: secrets.batchId(enterprise, product, lot) });
    })
    .post(CALLS.opaqueId.path, ...jsonBody, async (request, response) => {
      const { enterprise } = await authenticate(request, sessions);
      const { of, code } = parsePart(CALLS.opaqueId.body, request.body, 'INPUT_INVALID');
      response.json({ id: secrets.opaqueId(enterprise, of, code) });
    })
    .post(CALLS.storeDocument.path, ...jsonBody, async (request, response) => {
      // Evidence comes before the fact that names it.
      const { enterprise } = await authenticateDelivery(request, sessions);
      const { salt, content } = parsePart(CALLS.storeDocument.body, request.body, 'INPUT_INVALID');
      const escrows = await drugEscrowsOf(db);
      const receipt = await vault.put(enterprise, salt, content, escrows);
      response.status(CALLS.storeDocument.status).json(receipt);
    })
    .post(CALLS.shareDocument.path, ...jsonBody, async (request, response) => {
      const { enterprise: owner } = await authenticate(request, sessions);
      const { document, enterprise } = parsePart(CALLS.shareDocument.body, request.body, 'INPUT_INVALID');
      const record = await recordValue(db, `doc~${document}`);
      if (record?.['owner'] !== owner) throw new ApiError('RECORD_NOT_FOUND');
      const encryption = (await recordValue(db, `ent~${enterprise}`))?.['encryption'];
      if (typeof encryption !== 'string') throw new ApiError('ENTERPRISE_NOT_FOUND', { enterprise });
      const spki = Buffer.from(encryption, 'base64url');
      const wrapDigest = await vault.share(owner, String(record['ciphertextDigest']), enterprise, spki);
      if (wrapDigest === undefined) throw new ApiError('RECORD_NOT_FOUND');
      response.status(CALLS.shareDocument.status).json({ wrapDigest });
    });
