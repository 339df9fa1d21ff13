/** Reads the parameters of a query for events (EPCIS 2.0, section 8.2.7.1). */
import { canonicalTime, canonicalValue } from '@yaosu/chaincode/model/epcis/canonical-values';
import { namespacesOf } from '@yaosu/chaincode/model/epcis/namespaces';
import { VOCABULARIES } from '@yaosu/chaincode/model/epcis/vocabularies';
import { ApiError } from '../api/api-error.js';
import type { EventQuery } from '../api/epcis.js';
import { isWithoutNul } from '../api/query-text.js';
import { termOf, type EpcPart } from './event-rows.js';
import type { EpcMatch, EventConditions } from './queries.js';

const MAX_VALUES = 200;
const PATTERN = 'urn:epc:idpat:';
/** Keys whose serial number is part of their value. */
const APPENDED = /^https:\/\/id\.gs1\.org\/(?:8003|253|255)\//;
const TIME = /Z$/;

const EPCS: readonly EpcPart[] = ['epc', 'parent', 'input', 'output'];
const CLASSES: readonly EpcPart[] = ['epcClass', 'inputClass', 'outputClass'];

/** Parameter → where the identifiers have to stand. */
const MATCHES = {
  MATCH_epc: ['epc'],
  MATCH_parentID: ['parent'],
  MATCH_inputEPC: ['input'],
  MATCH_outputEPC: ['output'],
  MATCH_anyEPC: EPCS,
  MATCH_epcClass: ['epcClass'],
  MATCH_anyEPCClass: CLASSES,
} as const satisfies Partial<Record<keyof EventQuery, readonly EpcPart[]>>;

const none = namespacesOf(undefined);
const asIs = (text: string): string => text;

/** Parameter → column, and the spelling in which it is compared. */
const EQUAL = {
  eventType: ['type', asIs],
  EQ_bizStep: ['biz_step', (text: string) => termOf(text, VOCABULARIES.bizStep) ?? text],
  EQ_disposition: ['disposition', (text: string) => termOf(text, VOCABULARIES.disposition) ?? text],
  EQ_action: ['action', asIs],
  EQ_eventID: ['event_id', asIs],
} as const;

const RANGES = {
  GE_eventTime: ['event_time', '>='],
  LT_eventTime: ['event_time', '<'],
  GE_recordTime: ['record_time', '>='],
  LT_recordTime: ['record_time', '<'],
} as const;

const refuse = (parameter: string): never => {
  throw new ApiError('QUERY_INVALID', { issues: [parameter] });
};

const valuesOf = (parameter: string, text: string): readonly string[] => {
  const values = text.split('|');
  return values.length > MAX_VALUES || values.includes('') ? refuse(parameter) : values;
};

const matchOf = (text: string): EpcMatch => {
  const epc = canonicalValue(text, none);
  if (!text.startsWith(PATTERN)) return { epc, prefixes: [] };
  return { epc, prefixes: [APPENDED.test(epc) ? epc : `${epc}/`] };
};

const timeOf = (parameter: string, text: string): string => {
  const time = canonicalTime(text);
  return TIME.test(time) ? time : refuse(parameter);
};

const given = <T>(
  query: EventQuery,
  table: Readonly<Record<string, T>>,
): readonly (readonly [parameter: string, text: string, meaning: T])[] =>
  Object.entries(table).flatMap(([parameter, meaning]) => {
    const text = query[parameter as keyof EventQuery];
    return typeof text === 'string' ? [[parameter, text, meaning] as const] : [];
  });

const afterOf = (token: string | undefined): EventConditions['after'] => {
  if (token === undefined) return undefined;
  const [time, hash, declared, ...rest] = Buffer.from(token, 'base64url').toString('utf8').split(' ');
  const isWhole = time !== undefined && hash !== undefined && declared !== undefined && rest.length === 0;
  return isWhole && isWithoutNul(`${time}${hash}${declared}`)
    ? [time, hash, declared]
    : refuse('nextPageToken');
};

/** Where the page after an event starts. */
export const nextPageToken = (event: {
  readonly event_time: string;
  readonly hash: string;
  readonly declared: string;
}): string =>
  Buffer.from(`${event.event_time} ${event.hash} ${event.declared}`, 'utf8').toString('base64url');

/** What the events have to have. @throws ApiError QUERY_INVALID */
export const parseEventQuery = (query: EventQuery): EventConditions => ({
  matches: given(query, MATCHES).map(([parameter, text, parts]) => ({
    parts,
    epcs: valuesOf(parameter, text).map(matchOf),
  })),
  equal: given(query, EQUAL).map(([parameter, text, [column, spelled]]) => ({
    column,
    values: valuesOf(parameter, text).map(spelled),
  })),
  ranges: given(query, RANGES).map(([parameter, text, [column, operator]]) => ({
    column,
    operator,
    value: timeOf(parameter, text),
  })),
  after: afterOf(query.nextPageToken),
});
