import { MAX_HITS, type SearchHit } from '../api/search.js';
import type { ReadHandler } from '../http/read-handler.js';
import { findCode } from './find-code.js';
import { findLots } from './find-lots.js';
import { findFirms, findIds, findNumbers } from './find-records.js';
import { newFinding } from './finding.js';

/** Of each way to find something. */
const MAX_OF_ONE = 20;

/** Each record once, found by the way that came first. */
const distinct = (hits: readonly SearchHit[]): readonly SearchHit[] =>
  [...new Map([...hits].reverse().map((hit) => [hit.key, hit])).values()].reverse();

/** `GET /api/search`: what the caller may not see is answered like what does not exist. */
export const search: ReadHandler<'search'> = async ({ query: { q }, caller, services }) => {
  const finding = newFinding(q, caller, services);
  const byCode = await findCode(finding);
  const lots = await findLots(
    byCode.lot === undefined ? finding : newFinding(byCode.lot, caller, services),
    MAX_OF_ONE,
  );
  const others = await Promise.all([
    findIds(finding, MAX_OF_ONE),
    findNumbers(finding, MAX_OF_ONE),
    findFirms(finding, MAX_OF_ONE),
  ]);
  return {
    code: byCode.code,
    hits: [...distinct([...byCode.hits, ...others.flat(), ...lots.hits])].slice(0, MAX_HITS),
    lots: { looked: lots.looked, isAll: lots.isAll },
  };
};
