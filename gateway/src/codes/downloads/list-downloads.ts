import type { ReadHandler } from '../../http/read-handler.js';
import { viewOf } from './view-of.js';

/** `GET /api/codes/downloads` */
export const listDownloads: ReadHandler<'codeDownloads'> = ({ caller, services: { downloads } }) =>
  Promise.resolve({ downloads: downloads.of(caller.enterprise).map(viewOf) });
