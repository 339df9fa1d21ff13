/** The responder for returned packs (GS1 Lightweight Messaging Standard 1.1): who made the codes answers for its packs. */
import { Router, type Response } from 'express';
import { sql } from 'kysely';
import type * as z from 'zod';
import { ApiError } from '../api/api-error.js';
import {
  connectivityQuestion,
  returnPath,
  returnQuery,
  type connectivityAnswer,
  type returnAnswer,
  type Verdict,
} from '../api/verification.js';
import { findPack } from '../codes/pack-status.js';
import { parsePart } from '../http/json-body.js';
import { nowInstant } from '../ports.js';
import type { Services } from '../services.js';
import { judgeReturn, UNKNOWN_PACK, UNTOLD } from './judge-return.js';
import { returnFacts, type Printed } from './return-facts.js';

/** Who answers for a GTIN. */
interface Responder {
  readonly enterprise: string;
  readonly gln: string;
}

/** Who has issued codes of a GTIN here, by its first site. @throws ApiError RESPONDER_UNKNOWN */
const responderFor = async ({ db, issuing }: Services, gtin: string): Promise<Responder> => {
  const [space] = issuing.spaces.ofGtin(gtin);
  const site =
    space &&
    (await db
      .selectFrom('sites')
      .select(['enterprise', 'gln'])
      .where('enterprise', '=', space.enterprise)
      .orderBy('gln')
      .executeTakeFirst());
  if (site === undefined) throw new ApiError('RESPONDER_UNKNOWN', { gtin });
  return site;
};

/** Lists that were brought from elsewhere are known by their root alone: a serial on one of them cannot be found. */
const hasForeignLists = async ({ db }: Services, enterprise: string): Promise<boolean> => {
  const found = await db
    .selectFrom('records')
    .select('key')
    .where('type', '=', 'com')
    .where(sql<boolean>`value ->> 'enterprise' = ${enterprise} and value ->> 'uniqueness' = 'unproved'`)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
};

interface Pack extends Printed {
  readonly gtin: string;
  readonly ser: string;
}

const verdictOn = async (services: Services, pack: Pack, { enterprise }: Responder): Promise<Verdict> => {
  const found = await findPack(services, pack.gtin, pack.ser);
  if (found !== undefined) return judgeReturn(await returnFacts(services, found, pack));
  return (await hasForeignLists(services, enterprise)) ? UNTOLD : UNKNOWN_PACK;
};

const send = <S extends z.ZodType>(response: Response, body: z.output<S>): void => {
  response.setHeader('cache-control', 'private, no-cache');
  response.json(body);
};

/** `GET /checkConnectivity` and `GET /verify/gtin/{gtin}/lot/{lot}/ser/{ser}` */
export const verificationRoutes = (services: Services): Router =>
  Router()
    .get('/checkConnectivity', async (request, response) => {
      const { gtin } = parsePart(connectivityQuestion, request.query, 'QUERY_INVALID');
      send<typeof connectivityAnswer>(response, { responderGLN: (await responderFor(services, gtin)).gln });
    })
    .get('/verify/gtin/:gtin/lot/:lot/ser/:ser', async (request, response) => {
      const path = parsePart(returnPath, request.params, 'QUERY_INVALID');
      const { exp, corrUUID, reqGLN } = parsePart(returnQuery, request.query, 'QUERY_INVALID');
      const responder = await responderFor(services, path.gtin);
      const data = await verdictOn(services, { ...path, exp }, responder);
      services.log.info({ corrUUID, reqGLN, ...data }, 'a returned pack was judged');
      send<typeof returnAnswer>(response, {
        verificationTimestamp: nowInstant(services.ports.clock),
        responderGLN: responder.gln,
        data,
        corrUUID,
      });
    });
