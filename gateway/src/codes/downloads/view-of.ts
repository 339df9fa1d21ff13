import type { DownloadView } from '../../api/downloads.js';
import type { Job } from './downloads.js';

/** A job as answers show it. */
export const viewOf = ({ id, spec, done, bytes, state }: Job): DownloadView => {
  const { gtin, format, count } = spec;
  return { id, gtin, format, count, done, bytes, state };
};
