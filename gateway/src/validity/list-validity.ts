import { daysBetween, daysLater, dayOf } from '@yaosu/chaincode/model/kernel/time';
import { ApiError } from '../api/api-error.js';
import { USUAL_DAYS } from '../api/validity.js';
import { pageOf } from '../http/paging.js';
import type { ReadHandler } from '../http/read-handler.js';
import type { Paper } from './licence-papers.js';
import { papersOf } from './papers-of.js';

const CURSOR = /^\d{4}-\d{2}-\d{2} .{1,180}$/;

/** Place of a paper in the list: its day, then its name. */
const placeOf = ({ validUntil, id }: Pick<Paper, 'validUntil' | 'id'>): string => `${validUntil} ${id}`;

const parseCursor = (cursor: string | undefined): string => {
  if (cursor !== undefined && !CURSOR.test(cursor))
    throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  return cursor ?? '';
};

/** `GET /api/validity` */
export const listValidity: ReadHandler<'validity'> = async ({ query, caller, services: { db } }) => {
  const { kind, whose, limit } = query;
  const after = parseCursor(query.cursor);
  const today = dayOf(caller.at);
  const until = query.until ?? daysLater(today, USUAL_DAYS);
  const papers = await papersOf(db, { enterprise: caller.enterprise, today, until });
  const read = papers
    .filter(
      (paper) =>
        (kind === undefined || paper.kind === kind) && (whose === undefined || paper.whose === whose),
    )
    .filter((paper) => placeOf(paper) > after)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const { rows, next } = pageOf(read, limit, placeOf);
  return {
    papers: rows.map((paper) => ({
      functions: [],
      ...paper,
      daysLeft: daysBetween(today, paper.validUntil),
    })),
    next,
  };
};
