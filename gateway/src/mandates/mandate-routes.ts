import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import { Router } from 'express';
import type { Caller } from '../access/caller.js';
import { ApiError } from '../api/api-error.js';
import { CALLS } from '../api/calls.js';
import { assertParty, checkEnvelope } from '../commands/check-envelope.js';
import { sendAnswer } from '../commands/command-routes.js';
import { authenticate } from '../http/authenticate.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import { genesisOf } from '../projection/directory.js';
import type { Services } from '../services.js';
import type * as z from 'zod';

type Mandate = z.output<typeof CALLS.mandate.body>;

const HOLDER = 1;

/** The gateway signs that it holds its own service key, and nothing else. @throws ApiError MANDATE_WRONG */
const countersigned = async (
  { serviceKeys }: Services,
  { enterprise }: Caller,
  { command, signature }: Mandate,
): Promise<Envelope> => {
  const key = await serviceKeys.key(enterprise);
  const proposed = command.payload['key'] as { readonly kid?: unknown; readonly kind?: unknown } | undefined;
  const isOurs =
    command.contract === enterpriseActs.admitKey.contract &&
    command.act === enterpriseActs.admitKey.name &&
    command.parties[HOLDER]?.kid === key.kid &&
    proposed?.kid === key.kid &&
    proposed.kind === 'service';
  if (!isOurs) throw new ApiError('MANDATE_WRONG');
  return { command, signatures: [signature, key.sign(command)] };
};

/** `POST /api/mandates`: an administrator's admission of the gateway's service key gets the key's own signature. */
export const mandateRoutes = (services: Services): Router =>
  Router().post(CALLS.mandate.path, ...jsonBody, async (request, response) => {
    const caller = await authenticate(request, services.sessions);
    const envelope = await countersigned(
      services,
      caller,
      parsePart(CALLS.mandate.body, request.body, 'INPUT_INVALID'),
    );
    const { contract, name } = enterpriseActs.admitKey;
    const genesis = await genesisOf(services.db);
    const checked = checkEnvelope(contract, name, envelope, genesis?.ledgerId);
    assertParty(enterpriseActs.admitKey, checked, caller);
    sendAnswer(response, await services.desk.submit(checked, caller));
  });
