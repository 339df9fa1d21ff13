/** The resolver stands before the app: a key is answered out of memory, without what pages and reads need. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isOwnHost } from '../lan/lan-guard.js';
import type { Services } from '../services.js';
import { impliedBy } from './implied-links.js';
import { CONTEXT, descriptionOf } from './description.js';
import { isForResolver } from './parse-request.js';
import { resolve, type ResolverAnswer } from './resolve.js';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'link, location',
} as const;
const METHODS = 'GET, HEAD, OPTIONS';
const DESCRIPTION = '/.well-known/gs1resolver';

const originOf = ({ headers, socket }: IncomingMessage): string =>
  `${'encrypted' in socket ? 'https' : 'http'}://${headers.host ?? 'localhost'}`;

const send = (request: IncomingMessage, response: ServerResponse, answer: ResolverAnswer): void => {
  response.writeHead(answer.status, { ...CORS, ...answer.headers, 'x-content-type-options': 'nosniff' });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
};

const sendJson = (request: IncomingMessage, response: ServerResponse, type: string, body: object): void =>
  send(request, response, { status: 200, headers: { 'content-type': type }, body: JSON.stringify(body) });

const sendMethods = (request: IncomingMessage, response: ServerResponse): void => {
  const allowed = {
    allow: METHODS,
    'access-control-allow-methods': METHODS,
    'access-control-allow-headers': '*',
  };
  response.writeHead(request.method === 'OPTIONS' ? 204 : 405, { ...CORS, ...allowed });
  response.end();
};

/** Answers what is for the resolver and leaves everything else to the app. */
export const newResolverListener = (
  { entries, issuing, lan }: Pick<Services, 'entries' | 'issuing' | 'lan'>,
  app: RequestListener,
): RequestListener => {
  const implied = impliedBy(issuing.spaces);
  const own: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
    [DESCRIPTION]: (request, response) =>
      sendJson(request, response, 'application/json', descriptionOf(originOf(request))),
    [`${DESCRIPTION}/context.jsonld`]: (request, response) =>
      sendJson(request, response, 'application/ld+json', CONTEXT),
  };
  const ofKey = (request: IncomingMessage, response: ServerResponse): void => {
    const { accept, 'accept-language': languages } = request.headers;
    const asked = { url: request.url ?? '', origin: originOf(request), accept, languages };
    send(request, response, resolve(entries.index, asked, implied));
  };
  return (request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    const answer = own[path] ?? (isForResolver(path.replace(/\/$/, '')) ? ofKey : undefined);
    if (answer === undefined || !isOwnHost(lan, request.headers.host)) app(request, response);
    else if (request.method === 'GET' || request.method === 'HEAD') answer(request, response);
    else sendMethods(request, response);
  };
};
