import type { DocumentRecord } from '@yaosu/chaincode/model/document/schemas';
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { cursorAfter, newestAfter } from '../batch/batch-pages.js';
import { batchesOf, viewOf, type BatchView } from '../batch/queries.js';
import { isOpenTo } from '../documents/read-document.js';
import type { SearchHit } from '../api/search.js';
import { pageOf } from '../http/paging.js';
import type { LotName } from '../vault/lot-names.js';
import type { Finding } from './finding.js';

/** So many lots are looked through by name at a time, the newest first. */
const MAX_LOOKED = 2_000;

/** Hits among lots, and through how many of them was looked. */
interface LookedThrough {
  readonly hits: readonly SearchHit[];
  readonly looked: number;
}

/** Hits among lots, how far was looked, and where to look on. */
export interface FoundLots extends LookedThrough {
  readonly next: string | null;
}

/** How a search for lots goes. */
interface Looking {
  /** Where an earlier one ended. */
  readonly cursor: string | undefined;
  /** It ends when it has found so many. */
  readonly limit: number;
}

const isMeant = ({ name, product, lot }: LotName, words: readonly string[]): boolean => {
  const whole = `${name} ${product} ${lot}`.toLowerCase();
  return words.every((word) => whole.includes(word));
};

/** A lot and the document that names it. */
type Named = Pick<BatchView, 'batch' | 'identity'>;

const documentsOf = async (
  { services: { db } }: Finding,
  batches: readonly Named[],
): Promise<ReadonlyMap<string, DocumentRecord>> => {
  if (batches.length === 0) return new Map();
  const rows = await db
    .selectFrom('records')
    .select(['key', 'value'])
    .where('key', 'in', [...new Set(batches.map(({ identity }) => keyOf('doc', identity)))])
    .execute();
  return new Map(rows.map(({ key, value }) => [key, value as unknown as DocumentRecord]));
};

/** Those of these lots whose product, name and number have all words; only what is open to the caller is found. */
export const lotsAmong = async (
  finding: Finding,
  batches: readonly Named[],
  limit: number,
): Promise<LookedThrough> => {
  const { services, caller, words } = finding;
  const documents = await documentsOf(finding, batches);
  const hits: SearchHit[] = [];
  let looked = 0;
  for (const { batch, identity } of batches) {
    if (hits.length >= limit) break;
    looked += 1;
    const document = documents.get(keyOf('doc', identity));
    const name = document && (await services.lotNames.of(caller.enterprise, document));
    if (document === undefined || name === undefined || !isMeant(name, words)) continue;
    if (!(await isOpenTo(services.db, caller.enterprise, document, caller.at))) continue;
    const title = `${name.name} · ${name.lot}`;
    hits.push({
      key: keyOf('batch', batch),
      type: 'batch',
      by: 'lot',
      title,
      drill: false,
      batches: [batch],
    });
  }
  return { hits, looked };
};

/**
 * Lots by product, name and number, among those that the caller may see, the newest first.
 * @throws ApiError QUERY_INVALID when the cursor is none
 */
export const findLots = async (finding: Finding, { cursor, limit }: Looking): Promise<FoundLots> => {
  const { services, caller } = finding;
  const read = await newestAfter(batchesOf(services.db, caller), cursor)
    .limit(MAX_LOOKED + 1)
    .execute();
  const { rows, next } = pageOf(read, MAX_LOOKED, cursorAfter);
  const { hits, looked } = await lotsAmong(finding, rows.map(viewOf), limit);
  const last = rows[looked - 1];
  return { hits, looked, next: looked < rows.length && last !== undefined ? cursorAfter(last) : next };
};
