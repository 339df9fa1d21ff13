/** Pages of batches, the newest first: where one ends and the next begins. */
import { ApiError } from '../api/api-error.js';
import type { batchesOf } from './queries.js';

const CURSOR = /^(\d{1,15})~([0-9a-f]{64})$/;

/** Where a batch stands in the list. */
interface Place {
  readonly block: number;
  readonly batch: string;
}

/** The cursor of what follows a batch. */
export const cursorAfter = ({ block, batch }: Place): string => `${String(block)}~${batch}`;

const placeOf = (cursor: string): Place => {
  const [, block, batch] = CURSOR.exec(cursor) ?? [];
  if (block === undefined || batch === undefined) throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  return { block: Number(block), batch };
};

/** Batches after a cursor, the newest first. @throws ApiError QUERY_INVALID */
export const newestAfter = (
  batches: ReturnType<typeof batchesOf>,
  cursor: string | undefined,
): ReturnType<typeof batchesOf> => {
  const ordered = batches.orderBy('batches.block', 'desc').orderBy('batches.batch');
  if (cursor === undefined) return ordered;
  const { block, batch } = placeOf(cursor);
  return ordered.where((eb) =>
    eb.or([
      eb('batches.block', '<', block),
      eb.and([eb('batches.block', '=', block), eb('batches.batch', '>', batch)]),
    ]),
  );
};
