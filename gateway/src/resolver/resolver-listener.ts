/** The resolver stands before the app: a key is answered out of memory, without what pages and reads need. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ApiError } from '../api/api-error.js';
import { ERRORS } from '../api/errors.js';
import { PROBLEM_TYPE, problemOf } from '../api/problem.js';
import { isOwnHost } from '../lan/lan-guard.js';
import type { Services } from '../services.js';
import { newAllowance } from './allowance.js';
import { impliedBy } from './implied-links.js';
import { CONTEXT, descriptionOf } from './description.js';
import { isForResolver } from './parse-request.js';
import { resolve, type ResolverAnswer } from './resolve.js';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'link, location',
} as const;
const READS: readonly string[] = ['GET', 'HEAD'];
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

const sendProblem = (
  request: IncomingMessage,
  response: ServerResponse,
  code: 'INTERNAL' | 'RATE_LIMITED',
  headers: Readonly<Record<string, string>> = {},
): void => {
  const refusal = new ApiError(code);
  send(request, response, {
    status: ERRORS[code].status,
    headers: { 'content-type': PROBLEM_TYPE, ...headers },
    body: JSON.stringify(problemOf(refusal)),
  });
};

interface Parts extends Pick<Services, 'lan' | 'log'> {
  readonly config: Pick<Services['config'], 'publicCallsPerMinute'>;
  readonly entries: Pick<Services['entries'], 'index'>;
  readonly issuing: Pick<Services['issuing'], 'spaces'>;
  readonly ports: Pick<Services['ports'], 'clock'>;
}

/** Answers what is for the resolver, so many calls a minute and address, and leaves everything else to the app. */
export const newResolverListener = (
  { config, entries, issuing, lan, log, ports }: Parts,
  app: RequestListener,
): RequestListener => {
  const secondsToWait = newAllowance(ports.clock, config.publicCallsPerMinute);
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
  /** Nobody stands above: what is thrown here would end the gateway. */
  const answered =
    (answer: typeof ofKey): typeof ofKey =>
    (request, response) => {
      try {
        answer(request, response);
      } catch (error) {
        log.error({ err: error, url: request.url }, 'the resolver failed');
        if (!response.headersSent) sendProblem(request, response, 'INTERNAL');
      }
    };
  const answerTo = (url: string): typeof ofKey | undefined => {
    const [path = ''] = url.split('?', 1);
    return own[path] ?? (isForResolver(path.replace(/\/$/, '')) ? ofKey : undefined);
  };
  return (request, response) => {
    const answer = answerTo(request.url ?? '');
    if (answer === undefined || !isOwnHost(lan, request.headers.host)) {
      app(request, response);
      return;
    }
    const seconds = secondsToWait(request.socket.remoteAddress ?? '');
    if (seconds > 0) sendProblem(request, response, 'RATE_LIMITED', { 'retry-after': String(seconds) });
    else if (READS.includes(request.method ?? '')) answered(answer)(request, response);
    else sendMethods(request, response);
  };
};
