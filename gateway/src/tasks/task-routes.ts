import { Router } from 'express';
import { ApiError } from '../api/api-error.js';
import { CALLS, type CallAnswer } from '../api/calls.js';
import type { Disclosure } from '../api/task-schemas.js';
import type { Database } from '../db/open-database.js';
import { authenticate } from '../http/authenticate.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import { recordValue } from '../projection/directory.js';
import type { Services } from '../services.js';
import { findTask, taskViewOf } from './find-task.js';
import { isProved } from './open-terms.js';

/** Of a task that does not exist no more is said than of terms that are not its own. */
const judge = async (
  db: Database,
  { task: id, salt, terms }: Disclosure,
): Promise<CallAnswer<'verifyTerms'>> => {
  const row = await findTask(db, id);
  if (row === undefined) return { proved: false };
  const task = taskViewOf(row);
  const { commitment } = task.terms;
  if (!isProved(commitment, { salt, terms })) return { proved: false };
  const { client, cdmo, block, txId } = task;
  return { proved: true, client, cdmo, commitment, block, txId };
};

/** Sealing private terms before they are signed, and judging terms that somebody reveals. */
export const taskRoutes = ({ db, sessions, vault }: Services): Router =>
  Router()
    .post(CALLS.sealTerms.path, ...jsonBody, async (request, response) => {
      const { enterprise } = await authenticate(request, sessions);
      const { cdmo, salt, terms } = parsePart(CALLS.sealTerms.body, request.body, 'INPUT_INVALID');
      const encryption = (await recordValue(db, `ent~${cdmo}`))?.['encryption'];
      if (typeof encryption !== 'string') throw new ApiError('ENTERPRISE_NOT_FOUND', { enterprise: cdmo });
      const reader = { enterprise: cdmo, spki: Buffer.from(encryption, 'base64url') };
      response.status(CALLS.sealTerms.status).json(await vault.sealBetween(enterprise, reader, salt, terms));
    })
    .post(CALLS.verifyTerms.path, ...jsonBody, async (request, response) => {
      await authenticate(request, sessions);
      const disclosed = parsePart(CALLS.verifyTerms.body, request.body, 'INPUT_INVALID');
      response.status(CALLS.verifyTerms.status).json(await judge(db, disclosed));
    });
