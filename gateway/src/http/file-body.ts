import express, { type Request, type RequestHandler } from 'express';
import { ApiError } from '../api/api-error.js';
import { UPLOAD_TYPES } from '../api/uploads.js';

const MAX_FILE = '2mb';

const requireFile: RequestHandler = (request, _response, next) => {
  const isFile = typeof request.is([...UPLOAD_TYPES]) === 'string';
  next(isFile ? undefined : new ApiError('CONTENT_TYPE_UNSUPPORTED'));
};

/** Takes a file as it is, of 2 MB at most. */
export const fileBody: readonly RequestHandler[] = [
  requireFile,
  express.raw({ type: () => true, limit: MAX_FILE }),
];

/** The bytes of the file. */
export const fileOf = ({ body }: Request): Uint8Array =>
  (body as unknown) instanceof Uint8Array ? (body as Uint8Array) : new Uint8Array();
