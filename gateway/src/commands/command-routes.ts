import { Router, type Request, type Response } from 'express';
import { findAct } from '@yaosu/chaincode/model/acts';
import { envelope } from '@yaosu/chaincode/model/kernel/command';
import * as z from 'zod';
import { ApiError } from '../api/api-error.js';
import { authenticateSender } from '../http/authenticate.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import { genesisOf } from '../projection/directory.js';
import type { Services } from '../services.js';
import { assertForThis, assertParty, checkEnvelope } from './check-envelope.js';
import type { DeskAnswer } from './command-desk.js';

const body = z.strictObject({ envelope });
const CREATED = 201;
const ACCEPTED = 202;

/** The answer to a command that was taken over. */
export const sendAnswer = (response: Response, answer: DeskAnswer): void => {
  if (answer.kind === 'committed') {
    response.status(CREATED).json(answer.receipt);
    return;
  }
  response.location(`/api/operations/${answer.cmd}`).setHeader('retry-after', '1');
  response.status(ACCEPTED).json({ cmd: answer.cmd, state: 'received' });
};

const submit = async (services: Services, request: Request): Promise<DeskAnswer> => {
  const by = await authenticateSender(request, services.sessions);
  const { contract = '', act: name = '' } = request.params as { contract?: string; act?: string };
  const act = findAct(contract, name);
  if (act === undefined) throw new ApiError('ACT_UNKNOWN');
  if (by.isLimited && act.kind !== 'fact') throw new ApiError('KEY_NOT_VALID', { kid: by.kid });
  const genesis = await genesisOf(services.db);
  const { envelope: sent } = parsePart(body, request.body, 'INPUT_INVALID');
  const checked = checkEnvelope(contract, name, sent, genesis?.ledgerId);
  assertParty(act, checked, by);
  assertForThis(act, checked, by);
  return services.desk.submit(checked, { enterprise: by.enterprise, kid: by.kid });
};

const outcomeOf = (error: unknown): string => (error instanceof ApiError ? error.code : 'INTERNAL');

/** `POST /api/commands/{contract}/{act}` */
export const commandRoutes = (services: Services): Router =>
  Router().post('/api/commands/:contract/:act', ...jsonBody, async (request, response) => {
    const count = (outcome: string): void => {
      const { contract = '', act = '' } = request.params as { contract?: string; act?: string };
      if (findAct(contract, act) !== undefined) services.metrics.commands.inc({ contract, act, outcome });
    };
    try {
      const answer = await submit(services, request);
      count(answer.kind);
      sendAnswer(response, answer);
    } catch (error) {
      count(outcomeOf(error));
      throw error;
    }
  });
