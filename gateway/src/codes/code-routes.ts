import { Router } from 'express';
import { BLOCK_SIZE } from '@yaosu/chaincode/model/code/states';
import { CALLS } from '../api/calls.js';
import { guessRate } from '../api/codes.js';
import { requireOwnPrefix } from '../enterprise/company-prefix.js';
import { authenticate } from '../http/authenticate.js';
import { jsonBody, parsePart } from '../http/json-body.js';
import type { Services } from '../services.js';

const A_HUNDRED_MILLION = 1e8;

/** What stands before and after a signature: an application, and the serials of what was reserved. */
export const codeRoutes = ({ db, issuing, sessions }: Services): Router =>
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
    });
