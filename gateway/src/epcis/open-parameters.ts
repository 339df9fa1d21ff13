/** Parameters whose names hold a type, a unit, or a field of users. */
import { canonicalTime, canonicalValue } from '@yaosu/chaincode/model/epcis/canonical-values';
import type { Namespaces } from '@yaosu/chaincode/model/epcis/namespaces';
import { VOCABULARIES } from '@yaosu/chaincode/model/epcis/vocabularies';
import type { Condition, Operator } from './conditions.js';
import { fieldName } from './facts.js';
import { OPERATORS } from './parameters.js';
import { booleanOf, isNumber, listOf, numberOf, refuse, singleOf, timeOf } from './parameter-values.js';
import { measured, measureName, MEASURES } from './sensor-facts.js';
import { termOf } from './terms.js';

/** A parameter as it came. */
interface Given {
  readonly parameter: string;
  readonly value: unknown;
  readonly namespaces: Namespaces;
}

type Read = (parts: readonly string[], given: Given) => Condition | undefined;

const VALUE = /^[-+\d.eE]+$/;
const SCOPE =
  /^((?:INNER_)?(?:ILMD_|ERROR_DECLARATION_|SENSORELEMENT_|SENSORMETADATA_|SENSORREPORT_|readPoint_|bizLocation_)?)(.+)$/s;
const IS_FIELD = /[:#]/;
const STANDARD = /^[A-Za-z]+$/;
/** Fields whose values master data may describe. */
const DESCRIBED = 'readPoint|bizLocation|bizStep|disposition';

const TYPES = {
  bizTransaction: VOCABULARIES.bizTransaction,
  source: VOCABULARIES.sourceDestination,
  destination: VOCABULARIES.sourceDestination,
} as const;

const valuesOf = ({ parameter, value, namespaces }: Given): readonly string[] =>
  listOf(parameter, value).map((text) => canonicalValue(text, namespaces));

const typed: Read = ([list = '', type = ''], given) => {
  const term = termOf(type, TYPES[list as keyof typeof TYPES], given.namespaces) ?? type;
  return { kind: 'fact', name: `${list}_${term}`, values: valuesOf(given) };
};

const operatorOf = (prefix: string): Operator => OPERATORS[prefix as keyof typeof OPERATORS];

const measure: Read = ([prefix = '', name = '', uom], { parameter, value }) => {
  const number = numberOf(parameter, value);
  const operator = operatorOf(prefix);
  return uom === undefined
    ? { kind: 'number', name, operator, value: number }
    : { kind: 'number', name: measureName(name, uom), operator, value: measured(name, number, uom) };
};

/** A field of users with its scope, as facts name it; undefined when it is none. */
const fieldOf = (text: string, namespaces: Namespaces): string | undefined => {
  const [, scope = '', name = ''] = SCOPE.exec(text) ?? [];
  return IS_FIELD.test(name) ? `${scope}${fieldName(name, namespaces)}` : undefined;
};

const sayField = (text: string): string => {
  const time = canonicalTime(text);
  return time.endsWith('Z') ? time : text;
};

const field: Read = ([prefix = '', text = ''], given) => {
  const { parameter, value, namespaces } = given;
  const name = fieldOf(text, namespaces);
  if (name === undefined) return undefined;
  if (prefix === 'EQ') return { kind: 'fact', name, values: valuesOf(given).map(sayField) };
  const single = singleOf(parameter, value);
  const operator = operatorOf(prefix);
  return VALUE.test(single) && isNumber(single)
    ? { kind: 'number', name, operator, value: Number(single) }
    : { kind: 'time', name, operator, value: timeOf(parameter, value) };
};

const exists: Read = ([text = ''], { parameter, value, namespaces }) => {
  const name = fieldOf(text, namespaces) ?? (STANDARD.test(text) ? text : undefined);
  return name === undefined ? undefined : { kind: 'has', name, isThere: booleanOf(parameter, value) };
};

const hasAttribute: Read = ([name = ''], { parameter, value }) => ({
  kind: 'hasAttribute',
  name,
  attributes: listOf(parameter, value),
});

const attribute: Read = ([name = '', text = ''], { parameter, value }) => ({
  kind: 'attribute',
  name,
  attribute: text,
  values: listOf(parameter, value),
});

const FORMS: readonly (readonly [form: RegExp, read: Read])[] = [
  [/^EQ_(bizTransaction|source|destination)_(.+)$/s, typed],
  [new RegExp(`^(EQ|GT|GE|LT|LE)_(${MEASURES.join('|')})(?:_([A-Z0-9]{2,3}))?$`), measure],
  [/^EXISTS_(.+)$/s, exists],
  [new RegExp(`^HASATTR_(${DESCRIBED})$`), hasAttribute],
  [new RegExp(`^EQATTR_(${DESCRIBED})_(.+)$`, 's'), attribute],
  [/^(EQ|GT|GE|LT|LE)_(.+)$/s, field],
];

/** The condition of a parameter that is no fixed one. @throws ApiError QUERY_INVALID */
export const readOpenParameter = (parameter: string, value: unknown, namespaces: Namespaces): Condition => {
  for (const [form, read] of FORMS) {
    const [, ...parts] = form.exec(parameter) ?? [];
    const condition = parts.length > 0 ? read(parts, { parameter, value, namespaces }) : undefined;
    if (condition !== undefined) return condition;
  }
  return refuse(parameter);
};
