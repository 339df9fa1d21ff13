import { ApiError } from '../../api/api-error.js';
import type { ConflictView } from '../../api/code-conflicts.js';
import type { ReadHandler } from '../../http/read-handler.js';
import type { Place } from './alias-rows.js';
import { judgeAliases } from './judge-aliases.js';

/** Second codes that are judged by one round of queries. */
const AT_ONCE = 100;
/** So many are looked at for one page, which may then hold less than was asked for, and another follows. */
const MOST_ROUNDS = 10;

const CURSOR = /^(\d{1,15}) (\d{1,4}) (alias~[0-9a-f]{64})$/;

const placeOf = (cursor: string | undefined): Place | undefined => {
  if (cursor === undefined) return undefined;
  const [, block, shown, key] = CURSOR.exec(cursor) ?? [];
  if (block === undefined || shown === undefined || key === undefined)
    throw new ApiError('QUERY_INVALID', { issues: ['cursor'] });
  return { block: Number(block), shown: Number(shown), key };
};

const cursorOf = ({ block, shown, key }: Place): string => `${String(block)} ${String(shown)} ${key}`;

/** `GET /api/codes/conflicts` */
export const listConflicts: ReadHandler<'codeConflicts'> = async (request) => {
  const { query } = request;
  const conflicts: ConflictView[] = [];
  let place = placeOf(query.cursor);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { judged, isLast } = await judgeAliases(request, place, AT_ONCE);
    for (const { row, conflicts: found } of judged) {
      const all = found.filter(({ kind }) => query.kind === undefined || kind === query.kind);
      const before = row.key === place?.key ? place.shown : 0;
      const shown = all.slice(before, before + query.limit - conflicts.length);
      conflicts.push(...shown);
      place = { block: row.block, key: row.key, shown: before + shown.length };
      if (place.shown < all.length) return { conflicts, next: cursorOf(place) };
    }
    if (isLast) return { conflicts, next: null };
  }
  return { conflicts, next: place === undefined ? null : cursorOf(place) };
};
