import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Ports } from '../ports.js';

/** Gives every request an id and a line in the log, without headers, which may hold tokens. */
export const newRequestLog = (log: Logger, ports: Ports): RequestHandler =>
  pinoHttp({
    logger: log,
    genReqId: (_request, response) => {
      const id = ports.newId();
      response.setHeader('x-request-id', id);
      return id;
    },
    customLogLevel: (_request, { statusCode }, error) =>
      error !== undefined || statusCode >= 500 ? 'error' : 'debug',
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, url }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  });
