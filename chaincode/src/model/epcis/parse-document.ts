/** Takes an EPCIS document or a single event apart; which events are well-formed is said one by one. */
import type * as z from 'zod';
import type { EventJson } from './pre-hash.js';
import { contextOfEvent, epcisDocument, epcisQueryDocument } from './document-schemas.js';
import { eventSchemaOf } from './event-schemas.js';

/** Events of a document, not yet judged, its JSON-LD context, and its lists of master data. */
export interface ParsedDocument {
  readonly context: unknown;
  readonly events: readonly unknown[];
  readonly vocabularies: readonly unknown[];
}

/** What is wrong with a text, as `path: rule`, a few at most. */
export type Problems = readonly string[];

const MAX_PROBLEMS = 8;

const problemsOf = (error: z.ZodError): Problems =>
  error.issues
    .slice(0, MAX_PROBLEMS)
    .map(({ path, code, message }) => `${path.join('.')}: ${code === 'custom' ? message : code}`);

/** Text that no database and no XML can hold: halves of characters, NUL; and numbers that JSON cannot say. */
const isTold = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, member]) => isTold(name) && isTold(member));
};

type Parsed = ParsedDocument | { readonly problems: Problems };

const parseOwn = (value: unknown): Parsed => {
  const parsed = epcisDocument.safeParse(value);
  if (!parsed.success) return { problems: problemsOf(parsed.error) };
  const { epcisHeader, epcisBody } = parsed.data;
  const vocabularies = epcisHeader?.epcisMasterData?.vocabularyList ?? [];
  return { context: parsed.data['@context'], events: epcisBody.eventList, vocabularies };
};

const parseAnswer = (value: unknown): Parsed => {
  const parsed = epcisQueryDocument.safeParse(value);
  if (!parsed.success) return { problems: problemsOf(parsed.error) };
  const { eventList, vocabularyList = [] } = parsed.data.epcisBody.queryResults.resultsBody;
  return { context: parsed.data['@context'], events: eventList, vocabularies: vocabularyList };
};

const parseEvent = (value: unknown): Parsed => {
  const parsed = contextOfEvent.safeParse(value);
  if (!parsed.success) return { problems: problemsOf(parsed.error) };
  return { context: parsed.data['@context'], events: [value], vocabularies: [] };
};

const PARSERS: Readonly<Record<string, (value: unknown) => Parsed>> = {
  EPCISDocument: parseOwn,
  EPCISQueryDocument: parseAnswer,
};

/** A document, the answer of a query, or an event that brings its context along; otherwise what is wrong. */
export const parseDocument = (value: unknown): Parsed => {
  if (!isTold(value)) return { problems: ['ILL_FORMED_TEXT'] };
  const type = (value as { readonly type?: unknown } | null)?.type;
  const parse = typeof type === 'string' && Object.hasOwn(PARSERS, type) ? PARSERS[type] : undefined;
  return (parse ?? parseEvent)(value);
};

/** What is wrong with an event; empty when nothing is. */
export const eventProblems = (event: unknown): Problems => {
  const parsed = eventSchemaOf((event as { readonly type?: unknown } | null)?.type).safeParse(event);
  return parsed.success ? [] : problemsOf(parsed.error);
};

/** An event that has no problems. */
export const asEvent = (event: unknown): EventJson => event as EventJson;
