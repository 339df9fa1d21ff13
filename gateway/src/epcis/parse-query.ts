/** Reads the parameters of a query for events (EPCIS 2.0, section 8.2.7.1), of an address or of a JSON query. */
import { namespacesOf, type Namespaces } from '@yaosu/chaincode/model/epcis/namespaces';
import type { Condition, EventQuery, Order } from './conditions.js';
import { fieldName } from './facts.js';
import { readOpenParameter } from './open-parameters.js';
import { countOf, refuse, singleOf } from './parameter-values.js';
import { PARAMETERS } from './parameters.js';

/** Parameters as they came. */
export type Parameters = Readonly<Record<string, unknown>>;

const MAX_PER_PAGE = 1000;
const DEFAULT_PER_PAGE = 30;
const MAX_PARAMETERS = 100;

/** Parameters that say how to answer, not what to look for. */
export const CONTROLS: readonly string[] = [
  'orderBy',
  'orderDirection',
  'eventCountLimit',
  'maxEventCount',
  'perPage',
  'nextPageToken',
];

const COLUMNS = { eventTime: 'event_time', recordTime: 'record_time' } as const;
const DIRECTIONS = { ASC: 'asc', DESC: 'desc' } as const;
/** Facts of the standard that events can be ordered by. */
const ORDERED = /^(?:quantity|readPoint|bizLocation|bizStep|disposition|errorDeclarationTime)$/;

const isOneOf = <T extends string>(text: string, table: Readonly<Record<T, unknown>>): text is T =>
  Object.hasOwn(table, text);

const orderedBy = (text: string, namespaces: Namespaces): Order['by'] => {
  if (isOneOf(text, COLUMNS)) return COLUMNS[text];
  if (ORDERED.test(text) || /[:#]/.test(text)) return { fact: fieldName(text, namespaces) };
  return refuse('orderBy');
};

const orderOf = ({ orderBy, orderDirection }: Parameters, namespaces: Namespaces): Order => {
  const direction = orderDirection === undefined ? 'DESC' : singleOf('orderDirection', orderDirection);
  if (!isOneOf(direction, DIRECTIONS)) return refuse('orderDirection');
  const by = orderBy === undefined ? 'event_time' : orderedBy(singleOf('orderBy', orderBy), namespaces);
  return { by, direction: DIRECTIONS[direction] };
};

const optionalCount = (parameters: Parameters, name: string): number | undefined =>
  parameters[name] === undefined ? undefined : countOf(name, parameters[name], 1);

/** How many rows of a page, within our limit. */
export const perPageOf = ({ perPage }: Parameters): number =>
  Math.min(perPage === undefined ? DEFAULT_PER_PAGE : countOf('perPage', perPage, 1), MAX_PER_PAGE);

/** Where a page starts, as the page before has said. */
export const tokenOf = ({ nextPageToken }: Parameters): string | undefined =>
  nextPageToken === undefined ? undefined : singleOf('nextPageToken', nextPageToken);

const conditionOf = (name: string, value: unknown, namespaces: Namespaces): Condition => {
  const read = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
  return (read ?? readOpenParameter)(name, value, namespaces);
};

/**
 * A query of its parameters.
 * @param extensions prefixes that the client declares beside the query
 * @throws ApiError QUERY_INVALID
 */
export const parseEventQuery = (
  parameters: Parameters,
  extensions: Namespaces = namespacesOf(undefined),
): EventQuery => {
  const names = Object.keys(parameters);
  if (names.length > MAX_PARAMETERS) return refuse(names[MAX_PARAMETERS] ?? '');
  const namespaces = namespacesOf(parameters['@context'], extensions);
  const eventCountLimit = optionalCount(parameters, 'eventCountLimit');
  const maxEventCount = optionalCount(parameters, 'maxEventCount');
  // The standard wants an order where events are left out, and one way of limiting them.
  if (eventCountLimit !== undefined && (maxEventCount ?? parameters['orderBy']) === undefined)
    return refuse('eventCountLimit');
  if (eventCountLimit !== undefined && maxEventCount !== undefined) return refuse('maxEventCount');
  return {
    conditions: names
      .filter((name) => name !== '@context' && !CONTROLS.includes(name))
      .map((name) => conditionOf(name, parameters[name], namespaces)),
    order: orderOf(parameters, namespaces),
    eventCountLimit,
    maxEventCount,
    perPage: perPageOf(parameters),
    nextPageToken: tokenOf(parameters),
  };
};
