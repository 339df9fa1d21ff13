import { Router } from 'express';
import { ApiError } from '../api/api-error.js';
import { packStatusOf } from '../codes/pack-status.js';
import type { Services } from '../services.js';
import { byWeight } from './choose-link.js';
import { parseRequest } from './parse-request.js';
import { verifyPage } from './verify-page.js';
import type { PageLanguage } from './verify-words.js';

const PREFIX = '/verify';

/** The language that was asked for, in the address or by the browser; Chinese when neither of both is. */
const languageOf = (asked: unknown, header: string | undefined): PageLanguage => {
  if (asked === 'zh' || asked === 'en') return asked;
  const wanted = byWeight(header).map((each) => each.split('-')[0]);
  return wanted.find((each): each is PageLanguage => each === 'zh' || each === 'en') ?? 'zh';
};

/** `GET /verify/01/{gtin}[/10/{lot}]/21/{serial}`: what is known of a pack, as a page for whoever scans it. */
export const verifyRoutes = (services: Services): Router =>
  Router().get(`${PREFIX}/{*path}`, async (request, response) => {
    const asked = parseRequest(request.path.slice(PREFIX.length));
    if (asked?.key[0] !== '01') throw new ApiError('QUERY_INVALID', { issues: ['path: no GTIN'] });
    const [, gtin] = asked.key;
    const serial = asked.qualifiers.find(([ai]) => ai === '21')?.[1] ?? '';
    const { asOfBlock } = services.projection;
    const status = await packStatusOf(services, gtin, serial);
    const language = languageOf(request.query['lang'], request.headers['accept-language']);
    response.setHeader('cache-control', 'no-store');
    response.type('html').send(verifyPage({ language, gtin, serial, status, asOfBlock }));
  });
