/**
 * The canonical string of an event, whose SHA-256 names it (CBV 2.0, section 8.9.2). Where the standard's table and the
 * published vectors of its reference implementation put fields in another order, the vectors count
 * (docs/decisions/0004-event-hash-order.md).
 */
import { byCodePoints, canonicalTime, canonicalValue } from './canonical-values.js';
import { expandedName, expandedValue, namespacesOf, type Namespaces } from './namespaces.js';
import { bareTerm, VOCABULARIES, type Vocabulary } from './vocabularies.js';

/** An event as JSON says it. */
export type EventJson = Readonly<Record<string, unknown>>;

interface Scope {
  readonly namespaces: Namespaces;
  /** Extension fields that a repository has added, as pre-hash strings spell names. */
  readonly ignored: readonly string[];
}

type Spell = (value: string | number | boolean, scope: Scope) => string;
/** Strings of a field, in their order. */
type Reader = (name: string, value: unknown, scope: Scope) => readonly string[];
type Fields = readonly (readonly [name: string, read: Reader])[];

const COMMENT = '{http://www.w3.org/2000/01/rdf-schema#}comment';

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);
const isObject = (value: unknown): value is EventJson =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort(byCodePoints);

const plain: Spell = (value, { namespaces }) => canonicalValue(value, namespaces);
const time: Spell = (value) => canonicalTime(String(value).trim());
const term =
  (vocabulary: Vocabulary): Spell =>
  (value, scope) =>
    plain(bareTerm(vocabulary, String(value).trim()), scope);

/** A value, or several of them sorted; empty ones say nothing. */
const values =
  (spell: Spell = plain): Reader =>
  (name, value, scope) =>
    sorted(
      items(value)
        .filter(isScalar)
        .map((each) => spell(each, scope))
        .filter((text) => text !== '')
        .map((text) => `${name}=${text}`),
    );

/** Field, then extensions at its end; undefined when it says nothing. */
const fieldsText = (object: EventJson, fields: Fields, scope: Scope): string => {
  const known = fields.flatMap(([name, read]) =>
    Object.hasOwn(object, name) ? read(name, object[name], scope) : [],
  );
  const others = Object.entries(object).filter(([name]) => !fields.some(([each]) => each === name));
  return [...known, ...extensions(others, scope)].join('');
};

/** Objects of a field, each under the field's name, sorted. */
const records =
  (fields: Fields): Reader =>
  (name, value, scope) =>
    sorted(
      items(value)
        .filter(isObject)
        .map((each) => fieldsText(each, fields, scope))
        .filter((text) => text !== '')
        .map((text) => `${name}${text}`),
    );

/** A list whose name stands once, its elements under a name of their own (none when it is empty). */
const list =
  (element: string, read: Reader): Reader =>
  (name, value, scope) => {
    const text = read(element, value, scope).join('');
    return text === '' ? [] : [`${name}${text}`];
  };

/** Fields of users: `{namespace}local=value`, nested and sorted. */
const extension: Reader = (name, value, scope) => {
  if (Array.isArray(value)) return value.flatMap((each) => extensionItem(name, each, scope));
  if (isObject(value)) return [`${name}${extensions(Object.entries(value), scope).join('')}`];
  if (!isScalar(value)) return [];
  const text = plain(value, scope);
  return [text === '' ? name : `${name}=${text}`];
};

const extensionItem: Reader = (name, item, scope) =>
  Array.isArray(item)
    ? [`${name}${sorted(extension('', item, scope)).join('')}`]
    : extension(name, item, scope);

const extensions = (entries: readonly (readonly [string, unknown])[], scope: Scope): readonly string[] =>
  sorted(
    entries.flatMap(([name, value]) => {
      const expanded = expandedName(name, scope.namespaces);
      const isLeftOut = expanded.startsWith('@') || expanded === COMMENT || scope.ignored.includes(expanded);
      return isLeftOut ? [] : extension(expanded, value, scope);
    }),
  );

const epcs = list('epc', values());
const quantities = list(
  'quantityElement',
  records([
    ['epcClass', values()],
    ['quantity', values()],
    ['uom', values()],
  ]),
);
const place = records([['id', values()]]);
const typed = (vocabulary: Vocabulary, name: string): Reader =>
  list(
    '',
    records([
      ['type', values(term(vocabulary))],
      [name, values()],
    ]),
  );

const METADATA: Fields = [
  ['time', values(time)],
  ['startTime', values(time)],
  ['endTime', values(time)],
  ...['deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod', 'bizRules'].map(
    (name) => [name, values()] as const,
  ),
];

const REPORT: Fields = [
  ['type', values(term(VOCABULARIES.measurement))],
  ['exception', values(term(VOCABULARIES.alert))],
  ...['deviceID', 'deviceMetadata', 'rawData', 'dataProcessingMethod'].map(
    (name) => [name, values()] as const,
  ),
  ['time', values(time)],
  ...['microorganism', 'chemicalSubstance', 'value'].map((name) => [name, values()] as const),
  ['component', values(term(VOCABULARIES.component))],
  ...'stringValue booleanValue hexBinaryValue uriValue minValue maxValue meanValue sDev percRank percValue uom'
    .split(' ')
    .map((name) => [name, values()] as const),
  ['coordinateReferenceSystem', values()],
];

const nothing: Reader = () => [];
const dispositions = values(term(VOCABULARIES.disposition));

const EVENT: Fields = [
  ...['type', 'eventID', 'recordTime', 'errorDeclaration'].map((name) => [name, nothing] as const),
  ['eventTime', values(time)],
  ['eventTimeZoneOffset', values()],
  ['certificationInfo', values()],
  ['parentID', values()],
  ['epcList', epcs],
  ['inputEPCList', epcs],
  ['childEPCs', epcs],
  ['quantityList', quantities],
  ['childQuantityList', quantities],
  ['inputQuantityList', quantities],
  ['outputEPCList', epcs],
  ['outputQuantityList', quantities],
  ['action', values()],
  ['transformationID', values()],
  ['bizStep', values(term(VOCABULARIES.bizStep))],
  ['disposition', dispositions],
  [
    'persistentDisposition',
    records([
      ['set', dispositions],
      ['unset', dispositions],
    ]),
  ],
  ['readPoint', place],
  ['bizLocation', place],
  [
    'sensorElementList',
    list(
      'sensorElement',
      records([
        ['sensorMetadata', records(METADATA)],
        ['sensorReport', records(REPORT)],
      ]),
    ),
  ],
  ['bizTransactionList', typed(VOCABULARIES.bizTransaction, 'bizTransaction')],
  ['destinationList', typed(VOCABULARIES.sourceDestination, 'destination')],
  ['ilmd', records([])],
  ['sourceList', typed(VOCABULARIES.sourceDestination, 'source')],
];

/**
 * The string that is hashed.
 * @param context JSON-LD context of the document; one of the event's own is added to it
 * @param ignored extension fields that do not belong to the event, as the document writes their names
 */
export const preHashOf = (event: EventJson, context: unknown, ignored: readonly string[] = []): string => {
  const namespaces = namespacesOf(event['@context'], namespacesOf(context));
  const scope = { namespaces, ignored: ignored.map((name) => expandedName(name, namespaces)) };
  const type = typeof event['type'] === 'string' ? expandedValue(event['type'], namespaces) : '';
  return `eventType=${type}${fieldsText(event, EVENT, scope)}`;
};
