/** `GET /api/search`: whatever a person types or a scanner gives, and what the caller may see of it. */
import * as z from 'zod';
import { asOf, cursor } from './schemas.js';
import { queryText } from './query-text.js';
import { none, page, read } from './read-definition.js';

/** Types of records that a search finds and a page shows. */
export const FOUND_TYPES = [
  'batch',
  'ship',
  'order',
  'task',
  'rec',
  'inv',
  'man',
  'drum',
  'doc',
  'obj',
  'unit',
  'ent',
] as const;
/** A type of records that a search finds. */
export type FoundType = (typeof FOUND_TYPES)[number];

/** Why something was found. */
export const FOUND_BY = ['id', 'code', 'number', 'name', 'lot'] as const;

const MAX_QUERY = 500;
/** Shorter texts are not looked for. */
export const MIN_QUERY = 2;

/** Something that was found: where it is, and how it is called where the caller may know that. */
export const searchHit = z
  .strictObject({
    key: z.string(),
    type: z.enum(FOUND_TYPES),
    by: z.enum(FOUND_BY),
    title: z.string().nullable(),
    /** Whether it belongs to a recall drill 模拟召回. */
    drill: z.boolean(),
    /** Batches that a code's goods are of, as far as the caller may see them. */
    batches: z.array(z.string()),
  })
  .meta({ id: 'SearchHit' });
/** Something that was found. */
export type SearchHit = z.output<typeof searchHit>;

/** Answer of a search. */
export const searchView = z.strictObject({
  ...asOf,
  /** What the text is as a code: its kind, its elements, and what is wrong with it; null where it is none. */
  code: z
    .strictObject({
      what: z.string(),
      /** In the order in which they were read. */
      elements: z.array(z.strictObject({ ai: z.string(), value: z.string() })),
      problems: z.array(z.string()),
    })
    .nullable(),
  /** A few of each way; behind a cursor older lots alone. */
  hits: z.array(searchHit),
  /** How many lots were looked through by name, the newest first; `next` is where older ones begin that were not. */
  looked: z.int().min(0),
  ...cursor,
});

/** Name → definition. */
export const SEARCH_READS = {
  search: read({
    path: '/api/search',
    summary:
      'What the caller may see of a code, an id or its beginning, a number, the name of a firm, a product or a lot',
    access: 'session',
    params: none,
    query: page.pick({ cursor: true }).extend({ q: queryText(MAX_QUERY).trim().min(MIN_QUERY) }),
    response: searchView,
  }),
} as const;
