/** Parameters of simple event queries (EPCIS 2.0, section 8.2.7.1) by name: how their values are read. */
import { canonicalValue } from '@yaosu/chaincode/model/epcis/canonical-values';
import { isUri } from '@yaosu/chaincode/model/epcis/json-parts';
import type { Namespaces } from '@yaosu/chaincode/model/epcis/namespaces';
import { VOCABULARIES, type Vocabulary } from '@yaosu/chaincode/model/epcis/vocabularies';
import type { Condition, Operator } from './conditions.js';
import { matchOf } from './epc-patterns.js';
import type { EpcPart } from './event-rows.js';
import { booleanOf, listOf, numberOf, refuse, timeOf } from './parameter-values.js';
import { placeOf, termOf } from './terms.js';

/** Makes the condition of a parameter with its value. @throws ApiError QUERY_INVALID */
export type ReadParameter = (parameter: string, value: unknown, namespaces: Namespaces) => Condition;

type Column = Extract<Condition, { kind: 'column' }>['column'];

const EVENT_TYPES = [
  'ObjectEvent',
  'AggregationEvent',
  'AssociationEvent',
  'TransactionEvent',
  'TransformationEvent',
];
const ACTIONS = ['ADD', 'OBSERVE', 'DELETE'];
const HASH_URI = /^ni:\/\/\/sha-256;([0-9a-f]{64})\?ver=CBV2\.0$/i;

const EPCS: readonly EpcPart[] = ['epc', 'parent', 'input', 'output'];
const CLASSES: readonly EpcPart[] = ['epcClass', 'inputClass', 'outputClass'];

const termsOf =
  (vocabulary: Vocabulary) =>
  (parameter: string, value: unknown, namespaces: Namespaces): readonly string[] =>
    listOf(parameter, value).map((text) => termOf(text, vocabulary, namespaces) ?? text);

const terms =
  (column: Column, vocabulary: Vocabulary): ReadParameter =>
  (parameter, value, namespaces) => ({
    kind: 'column',
    column,
    values: termsOf(vocabulary)(parameter, value, namespaces),
  });
const factTerms =
  (name: string, vocabulary: Vocabulary): ReadParameter =>
  (parameter, value, namespaces) => ({
    kind: 'fact',
    name,
    values: termsOf(vocabulary)(parameter, value, namespaces),
  });
const oneOf =
  (column: Column, isKnown: (text: string) => boolean): ReadParameter =>
  (parameter, value) => {
    const values = listOf(parameter, value);
    return values.every(isKnown) ? { kind: 'column', column, values } : refuse(parameter);
  };

const uris =
  (name: string): ReadParameter =>
  (parameter, value, namespaces) => ({
    kind: 'fact',
    name,
    values: listOf(parameter, value).map((text) => canonicalValue(text, namespaces)),
  });
const places =
  (name: string): ReadParameter =>
  (parameter, value, namespaces) => ({
    kind: 'fact',
    name,
    values: listOf(parameter, value).map((text) => placeOf(text, namespaces)),
  });
const texts =
  (name: string, spell = (text: string): string => text): ReadParameter =>
  (parameter, value) => ({ kind: 'fact', name, values: listOf(parameter, value).map(spell) });
const flag =
  (name: string): ReadParameter =>
  (parameter, value) => ({ kind: 'fact', name, values: [String(booleanOf(parameter, value))] });
const within =
  (name: string): ReadParameter =>
  (parameter, value, namespaces) => ({
    kind: 'within',
    name,
    values: listOf(parameter, value).map((text) => placeOf(text, namespaces)),
  });
const match =
  (parts: readonly EpcPart[]): ReadParameter =>
  (parameter, value, namespaces) => ({
    kind: 'epc',
    parts,
    epcs: listOf(parameter, value).map((text) => matchOf(text, namespaces)),
  });
const id: ReadParameter = (parameter, value) => {
  const ids = listOf(parameter, value);
  return {
    kind: 'id',
    ids,
    hashes: ids.flatMap((each) => HASH_URI.exec(each)?.[1]?.toLowerCase() ?? []),
  };
};
const range =
  (column: 'event_time' | 'record_time', operator: Operator): ReadParameter =>
  (parameter, value) => ({ kind: 'range', column, operator, value: timeOf(parameter, value) });
const time =
  (name: string, operator: Operator): ReadParameter =>
  (parameter, value) => ({ kind: 'time', name, operator, value: timeOf(parameter, value) });
const number =
  (name: string, operator: Operator): ReadParameter =>
  (parameter, value) => ({ kind: 'number', name, operator, value: numberOf(parameter, value) });

/** Prefix of a parameter → how it compares. */
export const OPERATORS = { EQ: '=', GT: '>', GE: '>=', LT: '<', LE: '<=' } as const satisfies Record<
  string,
  Operator
>;

const compared = (
  name: string,
  read: (name: string, operator: Operator) => ReadParameter,
  prefixes: readonly (keyof typeof OPERATORS)[] = ['EQ', 'GT', 'GE', 'LT', 'LE'],
): Readonly<Record<string, ReadParameter>> =>
  Object.fromEntries(prefixes.map((prefix) => [`${prefix}_${name}`, read(name, OPERATORS[prefix])]));

const SENSOR_URIS =
  'deviceID dataProcessingMethod microorganism chemicalSubstance bizRules uriValue deviceMetadata rawData coordinateReferenceSystem';
const SENSOR_TIMES = ['startTime', 'endTime', 'SENSORMETADATA_time', 'SENSORREPORT_time'];

/** Parameters whose names are fixed. */
export const PARAMETERS: Readonly<Record<string, ReadParameter>> = {
  eventType: oneOf('type', (text) => EVENT_TYPES.includes(text) || isUri(text)),
  EQ_action: oneOf('action', (text) => ACTIONS.includes(text)),
  EQ_bizStep: terms('biz_step', VOCABULARIES.bizStep),
  EQ_disposition: terms('disposition', VOCABULARIES.disposition),
  EQ_persistentDisposition_set: factTerms('persistentDisposition_set', VOCABULARIES.disposition),
  EQ_persistentDisposition_unset: factTerms('persistentDisposition_unset', VOCABULARIES.disposition),
  EQ_eventID: id,
  GE_eventTime: range('event_time', '>='),
  LT_eventTime: range('event_time', '<'),
  GE_recordTime: range('record_time', '>='),
  LT_recordTime: range('record_time', '<'),
  EQ_readPoint: places('readPoint'),
  WD_readPoint: within('readPoint'),
  EQ_bizLocation: places('bizLocation'),
  WD_bizLocation: within('bizLocation'),
  EQ_transformationID: uris('transformationID'),
  MATCH_epc: match(['epc']),
  MATCH_parentID: match(['parent']),
  MATCH_inputEPC: match(['input']),
  MATCH_outputEPC: match(['output']),
  MATCH_anyEPC: match(EPCS),
  MATCH_epcClass: match(['epcClass']),
  MATCH_inputEPCClass: match(['inputClass']),
  MATCH_outputEPCClass: match(['outputClass']),
  MATCH_anyEPCClass: match(CLASSES),
  ...compared('quantity', number),
  GE_errorDeclarationTime: time('errorDeclarationTime', '>='),
  LT_errorDeclarationTime: time('errorDeclarationTime', '<'),
  EQ_errorReason: factTerms('errorReason', VOCABULARIES.errorReason),
  EQ_correctiveEventID: texts('correctiveEventID'),
  EQ_type: factTerms('type', VOCABULARIES.measurement),
  EQ_exception: factTerms('exception', VOCABULARIES.alert),
  EQ_component: factTerms('component', VOCABULARIES.component),
  ...Object.fromEntries(SENSOR_URIS.split(' ').map((name) => [`EQ_${name}`, uris(name)])),
  EQ_stringValue: texts('stringValue'),
  EQ_booleanValue: flag('booleanValue'),
  EQ_hexBinaryValue: texts('hexBinaryValue', (text) => text.toUpperCase()),
  ...compared('percRank', number),
  ...Object.fromEntries(SENSOR_TIMES.flatMap((name) => Object.entries(compared(name, time, ['GE', 'LT'])))),
};
