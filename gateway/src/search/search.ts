import type { SearchHit } from '../api/search.js';
import type { ReadHandler } from '../http/read-handler.js';
import { findCode } from './find-code.js';
import { findLots } from './find-lots.js';
import { findFirms, findIds, findNumbers } from './find-records.js';
import { newFinding, type Finding } from './finding.js';

/** Of each way to find something. */
const MAX_OF_ONE = 20;

/** Each record once, found by the way that came first. */
const distinct = (hits: readonly SearchHit[]): readonly SearchHit[] =>
  [...new Map([...hits].reverse().map((hit) => [hit.key, hit])).values()].reverse();

/** Whatever is found otherwise than by the name of a lot. */
const findOthers = async (finding: Finding): Promise<readonly SearchHit[]> => {
  const found = await Promise.all([
    findIds(finding, MAX_OF_ONE),
    findNumbers(finding, MAX_OF_ONE),
    findFirms(finding, MAX_OF_ONE),
  ]);
  return found.flat();
};

/** `GET /api/search`: what the caller may not see is answered like what does not exist. */
export const search: ReadHandler<'search'> = async ({ query: { q, cursor }, caller, services }) => {
  const finding = newFinding(q, caller, services);
  const byCode = await findCode(finding);
  const named = byCode.lot === undefined ? finding : newFinding(byCode.lot, caller, services);
  const { hits, looked, next } = await findLots(named, { cursor, limit: MAX_OF_ONE });
  // The first answer had all but the older lots.
  const others = cursor === undefined ? [...byCode.hits, ...(await findOthers(finding))] : [];
  return { code: byCode.code, hits: [...distinct([...others, ...hits])], looked, next };
};
