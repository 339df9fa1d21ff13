/** Identifiers of the industrial-internet identifier system (工业互联网标识), and how far the secondary node knows them. */
import { instant } from '@yaosu/chaincode/model/kernel/time';
import * as z from 'zod';
import { queryText } from './query-text.js';
import { none, page, read } from './read-definition.js';
import { asOf, cursor } from './schemas.js';
import { troubleView } from './trouble.js';

/** Longest identifier. */
export const MOST_HANDLE = 255;

/** Whether the secondary node has the last change: not yet, it has, or it has refused it. */
export const SYNC_STATES = ['waiting', 'registered', 'refused'] as const;
/** Whether the secondary node has the last change. */
export type SyncState = (typeof SYNC_STATES)[number];

/** One value of an identifier. */
export const handleValue = z
  .strictObject({
    index: z.int(),
    type: z.string(),
    data: z.strictObject({ format: z.literal('string'), value: z.string() }),
    /** Empty or `1`: everybody; otherwise enterprises or prefixes, by commas, besides the owner. */
    auth: z.string(),
  })
  .meta({ id: 'HandleValue' });
/** One value of an identifier. */
export type HandleValue = z.output<typeof handleValue>;

const PUBLIC: readonly string[] = ['', '1'];

/** Whether a value is for everybody. */
export const isPublicValue = ({ auth }: Pick<HandleValue, 'auth'>): boolean => PUBLIC.includes(auth.trim());

/** One item of a template. */
export interface TemplateItem {
  /** Chinese name. */
  readonly name: string;
  /** English name: the `type` of values. */
  readonly idType: string;
  /** The `index` of values. */
  readonly idIndex: number;
  readonly metadata: { readonly type: 'string'; readonly minLength: number; readonly maxLength: number };
  readonly required: boolean;
  /** 1: in use; 0: not any more. */
  readonly state: 0 | 1;
}

/** What a template says beside its prefix and version. */
export interface TemplateContent {
  readonly industryCategory: string;
  readonly industrySpecific: string;
  readonly industryTrade: string;
  readonly industrySubclass: string;
  readonly type: 1 | 2;
  readonly description: string;
  readonly items: readonly TemplateItem[];
}

/** An identifier without its values. */
export const identifierView = z
  .strictObject({
    handle: z.string(),
    template: z.string(),
    /** Number of values. */
    values: z.int(),
    madeAt: instant,
    changedAt: instant,
    /** It is gone here, and the secondary node has yet to be told. */
    deleted: z.boolean(),
    sync: z.enum(SYNC_STATES),
    /** When the secondary node has last answered about it. */
    syncedAt: instant.nullable(),
    /** The secondary node's words. */
    refusal: z.strictObject({ code: z.string(), text: z.string() }).nullable(),
  })
  .meta({ id: 'Identifier' });
/** An identifier without its values. */
export type IdentifierView = z.output<typeof identifierView>;

const handleText = queryText(MOST_HANDLE).min(1);

/** `POST /api/identifiers/again` */
export const identifierAgainBody = z.strictObject({ handle: handleText });

/** Name → definition. */
export const IDENTIFIER_READS = {
  identifiers: read({
    path: '/api/identifiers',
    summary: "Industrial-internet identifiers of the caller's own enterprise, the last changed first",
    access: 'session',
    params: none,
    query: page.extend({
      sync: z.enum(SYNC_STATES).optional(),
      /** Part of the identifier. */
      contains: queryText(MOST_HANDLE).min(1).optional(),
    }),
    response: z.strictObject({ ...asOf, ...cursor, identifiers: z.array(identifierView) }),
  }),
  identifier: read({
    path: '/api/identifiers/{handle}',
    summary: "An identifier of the caller's own enterprise with its values",
    access: 'session',
    params: z.strictObject({ handle: handleText }),
    query: none,
    response: z.strictObject({
      ...asOf,
      identifier: identifierView,
      values: z.array(handleValue),
      /** What everybody may know of the pack that it stands for. */
      facts: z.array(handleValue),
    }),
  }),
  secondaryNode: read({
    path: '/api/secondary-node',
    summary: 'The secondary node that identifiers are registered with, and whether it answers',
    access: 'session',
    params: none,
    query: none,
    response: z.strictObject({
      ...asOf,
      /** Null: none is connected, and nothing is registered. */
      node: z.string().nullable(),
      /** Prefixes of the caller's enterprise. */
      prefixes: z.array(z.string()),
      waiting: z.int(),
      refused: z.int(),
      /** Null while it answers. */
      trouble: troubleView.nullable(),
    }),
  }),
} as const;
