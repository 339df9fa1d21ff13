import { ApiError } from '../api/api-error.js';
import type { ReadHandler } from '../http/read-handler.js';

const NUMBER = /^\d{1,15}$/;

/** `GET /api/checkpoints`, the newest first */
export const listCheckpoints: ReadHandler<'checkpoints'> = ({
  query: { cursor, limit },
  services: { checkpoints, anchors },
}) => {
  if (cursor !== undefined && !NUMBER.test(cursor))
    throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  const { all } = checkpoints;
  const end = Math.min(cursor === undefined ? all.length : Number(cursor), all.length);
  const start = Math.max(0, end - limit);
  return Promise.resolve({
    checkpoints: all.slice(start, end).reverse(),
    next: start === 0 ? null : String(start),
    anchored: anchors.latest !== undefined,
    anchor: anchors.latest?.statement ?? null,
    forks: [...checkpoints.forks],
  });
};
