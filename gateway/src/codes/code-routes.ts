import { Router } from 'express';
import { secondCodeOf } from '@yaosu/chaincode/rules/code/second-code';
import { BLOCK_SIZE } from '@yaosu/chaincode/model/code/states';
import { ApiError } from '../api/api-error.js';
import { CALLS } from '../api/calls.js';
import { guessRate } from '../api/codes.js';
import { requireOwnPrefix } from '../enterprise/company-prefix.js';
import { authenticate } from '../http/authenticate.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import type { Services } from '../services.js';

const A_HUNDRED_MILLION = 1e8;

/** What stands before and after a signature: an application, the serials of what was reserved, a second code that peers are to be shown. */
export const codeRoutes = ({ db, issuing, sessions, vault }: Services): Router =>
  Router()
    .post(CALLS.codeApplication.path, ...jsonBody, async (request, response) => {
      const { enterprise } = await authenticate(request, sessions);
      const asked = parsePart(CALLS.codeApplication.body, request.body, 'INPUT_INVALID');
      const { gtin, scheme, count } = asked;
      const companyPrefix = await requireOwnPrefix(db, enterprise, ['01', gtin]);
      const space = await issuing.space(enterprise, gtin, scheme);
      const firstBlock = asked.firstBlock ?? (await issuing.nextBlock(space));
      const blocks = Math.ceil(count / BLOCK_SIZE);
      const { prefix, keyVersion } = space;
      response.json({
        reserve: { enterprise, companyPrefix, prefix, firstBlock, blocks, keyVersion },
        codes: blocks * BLOCK_SIZE,
        guessRate: guessRate(scheme, (firstBlock + blocks) * BLOCK_SIZE),
        guessRateAt1e8: guessRate(scheme, A_HUNDRED_MILLION),
      });
    })
    .post(CALLS.codeList.path, ...jsonBody, async (request, response) => {
      const { enterprise } = await authenticate(request, sessions);
      const asked = parsePart(CALLS.codeList.body, request.body, 'INPUT_INVALID');
      const { gtin, scheme, count } = asked;
      const space = await issuing.space(enterprise, gtin, scheme);
      const serials = await issuing.issued(space, asked, count);
      response.json({ gtin, prefix: space.prefix, serials });
    })
    .post(CALLS.secondCode.path, ...jsonBody, async (request, response) => {
      await authenticate(request, sessions);
      const { text } = parsePart(CALLS.secondCode.body, request.body, 'INPUT_INVALID');
      if (secondCodeOf(text) === undefined) throw new ApiError('CODE_ALIAS_UNFIT');
      response.status(CALLS.secondCode.status).json({ alias: await vault.keepCode(text) });
    });
