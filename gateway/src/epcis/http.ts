/** What all EPCIS routes say and ask in headers (EPCIS 2.0, section 12.5). */
import type { Request, RequestHandler, Response } from 'express';
import { namespacesOf, type Namespaces } from '@yaosu/chaincode/model/epcis/namespaces';
import { ApiError } from '../api/api-error.js';
import { CAPTURE_LIMITS, EPCIS_JSON, ERROR_BEHAVIOURS } from '../api/epcis.js';

const NO_CONTENT = 204;
const VERSION = '2.0.0';
const OWN_VERSION = '0.1.0';
const EXTENSION = /^\s*([A-Za-z][\w.-]*)\s*=\s*(\S+)\s*$/;

/** Headers of every answer. */
export const versions: RequestHandler = (_request, response, next) => {
  response.setHeader('GS1-EPCIS-Version', VERSION);
  response.setHeader('GS1-EPCIS-Min', VERSION);
  response.setHeader('GS1-EPCIS-Max', VERSION);
  response.setHeader('GS1-CBV-Version', VERSION);
  response.setHeader('GS1-CBV-Min', VERSION);
  response.setHeader('GS1-CBV-Max', VERSION);
  response.setHeader('GS1-Vendor-Version', OWN_VERSION);
  response.setHeader('GS1-EPC-Format', 'No_Preference');
  response.setHeader('GS1-CBV-XML-Format', 'No_Preference');
  response.setHeader('cache-control', 'no-store');
  next();
};

const numbers = (version: string): readonly number[] => version.split('.').map(Number);

/** Negative, zero or positive as the first version is before, equal to or after the second. */
const compare = (first: string, second: string): number => {
  const [a, b] = [numbers(first), numbers(second)];
  const at = [0, 1, 2].find((each) => (a[each] ?? 0) !== (b[each] ?? 0));
  return at === undefined ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};

const asked = (request: Request, name: string): string => {
  const version = request.get(name) ?? VERSION;
  if (!/^\d{1,3}(\.\d{1,3}){0,2}$/.test(version)) throw new ApiError('QUERY_INVALID', { issues: [name] });
  return version;
};

/** Clients may want other versions or media types than there are. @throws ApiError NOT_ACCEPTABLE */
export const acceptable: RequestHandler = (request, _response, next) => {
  const isWithin = ['EPCIS', 'CBV'].every(
    (each) =>
      compare(asked(request, `GS1-${each}-Min`), VERSION) <= 0 &&
      compare(asked(request, `GS1-${each}-Max`), VERSION) >= 0,
  );
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const takes = !isRead || request.accepts([...EPCIS_JSON, 'text/event-stream']) !== false;
  next(isWithin && takes ? undefined : new ApiError('NOT_ACCEPTABLE'));
};

/** Answers OPTIONS with the methods of a resource. */
export const discover =
  (...methods: readonly string[]): RequestHandler =>
  (_request, response) => {
    response.setHeader('allow', ['OPTIONS', ...methods].join(', '));
    response.setHeader('GS1-EPCIS-Capture-Limit', String(CAPTURE_LIMITS.events));
    response.setHeader('GS1-EPCIS-Capture-File-Size-Limit', String(CAPTURE_LIMITS.bytes));
    response.setHeader('GS1-Capture-Error-Behaviour', ERROR_BEHAVIOURS.join(','));
    response.status(NO_CONTENT).end();
  };

/** Prefixes that a client declares in `GS1-Extensions: prefix=namespace, …`. @throws ApiError QUERY_INVALID */
export const extensionsOf = (request: Request): Namespaces => {
  const declared = (request.get('GS1-Extensions') ?? '').split(',').filter((each) => each.trim() !== '');
  const pairs = declared.map((each) => {
    const [, prefix, namespace] = EXTENSION.exec(each) ?? [];
    if (prefix === undefined) throw new ApiError('QUERY_INVALID', { issues: ['GS1-Extensions'] });
    return [prefix, namespace] as const;
  });
  return namespacesOf(Object.fromEntries(pairs));
};

/** Names the next page, on the same resource. */
export const linkNext = (request: Request, response: Response, token: string | null): void => {
  if (token === null) return;
  const [path = '', text = ''] = request.originalUrl.split('?');
  const query = new URLSearchParams(text);
  query.set('nextPageToken', token);
  response.setHeader('link', `<${path}?${query.toString()}>; rel="next"`);
};

/** Answers with JSON, under the media type that the client prefers. */
export const answer = (request: Request, response: Response, body: object): void => {
  const type = request.accepts([...EPCIS_JSON]);
  response.type(typeof type === 'string' ? type : EPCIS_JSON[0]).send(JSON.stringify(body));
};
