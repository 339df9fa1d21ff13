/** Files of a built app: compressed where the build left a copy and the browser takes it, kept for good where their name changes with them. */
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Request, RequestHandler, Response } from 'express';

/** Names that the build gives; no other reaches the disk. */
const BUILT = /^\/(?:assets\/)?[\w.-]+\.(?:js|css|wasm|html)$/;
const HASHED = /^\/assets\//;

const isTaken = (request: Request, copy: string): boolean =>
  request.acceptsEncodings('gzip') === 'gzip' && existsSync(copy);

/** Sends a built file, compressed if possible. @param isForGood its content never changes under this name */
export const sendBuilt = (request: Request, response: Response, file: string, isForGood: boolean): void => {
  const copy = `${file}.gz`;
  const isCompressed = isTaken(request, copy);
  response.vary('accept-encoding').type(extname(file));
  if (isCompressed) response.setHeader('content-encoding', 'gzip');
  response.sendFile(isCompressed ? copy : file, isForGood ? { maxAge: '1y', immutable: true } : {});
};

/** Files of a folder that was built; anything else is left to what comes next. */
export const builtFiles =
  (folder: string): RequestHandler =>
  (request, response, next) => {
    const path = request.path === '/' ? '/index.html' : request.path;
    const isAsked = request.method === 'GET' || request.method === 'HEAD';
    const file = join(folder, path);
    if (isAsked && BUILT.test(path) && existsSync(file))
      sendBuilt(request, response, file, HASHED.test(path));
    else next();
  };
