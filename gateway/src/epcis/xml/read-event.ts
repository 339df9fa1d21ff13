/** An event in XML (EPCIS 1.2 and 2.0) as the JSON that means the same, under the same hash. */
import { expandedValue, STANDARD_NAMESPACES } from '@yaosu/chaincode/model/epcis/namespaces';
import {
  VOCABULARIES,
  webTerm,
  type Vocabulary,
  type VocabularyName,
} from '@yaosu/chaincode/model/epcis/vocabularies';
import { shortTerm } from '../../api/epcis-terms.js';
import type { Prefixes } from './prefixes.js';
import type { Element } from './read-elements.js';

type Json = Readonly<Record<string, unknown>>;
type Read = (element: Element, prefixes: Prefixes) => unknown;

/** EPCIS 1.2 packs what was added later into these. */
const WRAPPERS = ['extension', 'baseExtension'];
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

const isWrapper = ({ namespace, local }: Element): boolean => namespace === '' && WRAPPERS.includes(local);

/** Children, those in wrappers among them. */
export const unwrapped = ({ children }: Element): readonly Element[] =>
  children.flatMap((child) => (isWrapper(child) ? unwrapped(child) : [child]));

const text: Read = ({ text: value }) => value;
const numberOf = (value: string): string | number => (NUMBER.test(value) ? Number(value) : value);

/** A standard term as JSON spells it, the bare word. */
const spelled = (vocabulary: Vocabulary, value: string): string => {
  const short = shortTerm(webTerm(expandedValue(value, STANDARD_NAMESPACES)), vocabulary);
  return vocabulary.words.has(short) ? short : value;
};
const term =
  (name: VocabularyName): Read =>
  ({ text: value }) =>
    spelled(VOCABULARIES[name], value);

const texts: Read = (element) => unwrapped(element).map(({ text: value }) => value);

const attributesOf = (element: Element): Readonly<Record<string, string>> =>
  Object.fromEntries(element.attributes.map(({ local, value }) => [local, value]));

/** Fields of users: their text, their own fields, or their attributes. */
const userValue = (element: Element, prefixes: Prefixes): unknown => {
  const attributes = element.attributes
    .filter(({ namespace }) => !namespace.startsWith('http://www.w3.org/'))
    .map(({ namespace, local, value }): readonly [string, unknown] => [
      prefixes.name(namespace === '' ? element.namespace : namespace, local, element.prefix),
      value,
    ]);
  if (element.children.length === 0 && attributes.length === 0) return element.text;
  const told = element.text === '' ? [] : [['@value', element.text] as const];
  return collected([
    ...attributes,
    ...told,
    ...unwrapped(element).map((child) => [nameOf(child, prefixes), userValue(child, prefixes)] as const),
  ]);
};

const nameOf = ({ namespace, local, prefix }: Element, prefixes: Prefixes): string =>
  namespace === '' ? local : prefixes.name(namespace, local, prefix);

/** Fields, those of one name as a list. */
const collected = (entries: readonly (readonly [string, unknown])[]): Json => {
  const fields = new Map<string, unknown>();
  for (const [name, value] of entries) {
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(fields);
};

/** An object whose standard fields are read by a table; the others are fields of users. */
const object =
  (fields: Readonly<Record<string, Read>>): Read =>
  (element, prefixes) =>
    collected(
      unwrapped(element).map((child) => {
        const read =
          child.namespace === '' && Object.hasOwn(fields, child.local) ? fields[child.local] : undefined;
        return [nameOf(child, prefixes), (read ?? userValue)(child, prefixes)] as const;
      }),
    );

const list =
  (read: Read): Read =>
  (element, prefixes) =>
    unwrapped(element).map((child) => read(child, prefixes));

const quantity = object({ epcClass: text, quantity: ({ text: value }) => numberOf(value), uom: text });

const typed =
  (vocabulary: VocabularyName): Read =>
  (element) => {
    const { type } = attributesOf(element);
    return {
      ...(type === undefined ? {} : { type: spelled(VOCABULARIES[vocabulary], type) }),
      [element.local]: element.text,
    };
  };

const REPORT_TERMS: Readonly<Record<string, VocabularyName>> = {
  type: 'measurement',
  exception: 'alert',
  component: 'component',
};
const REPORT_NUMBERS = ['value', 'minValue', 'maxValue', 'meanValue', 'sDev', 'percRank', 'percValue'];

const reportValue = (local: string, value: string): unknown => {
  const vocabulary = REPORT_TERMS[local];
  if (vocabulary !== undefined) return spelled(VOCABULARIES[vocabulary], value);
  if (REPORT_NUMBERS.includes(local)) return numberOf(value);
  return local === 'booleanValue' && /^(?:true|false|1|0)$/.test(value) ? /^(?:true|1)$/.test(value) : value;
};

/** Metadata and reports say all in attributes; those with a namespace are fields of users. */
const attributed: Read = (element, prefixes) =>
  Object.fromEntries(
    element.attributes.map(({ namespace, local, value }) =>
      namespace === ''
        ? [local, reportValue(local, value)]
        : [prefixes.name(namespace, local, element.prefix), value],
    ),
  );

const sensorElement: Read = (element, prefixes) => {
  const { sensorReport, ...rest } = object({ sensorMetadata: attributed, sensorReport: attributed })(
    element,
    prefixes,
  ) as Json;
  return { ...rest, ...(sensorReport === undefined ? {} : { sensorReport: [sensorReport].flat() }) };
};

const persistent: Read = (element) => {
  const named = (local: string): readonly string[] =>
    unwrapped(element)
      .filter((child) => child.local === local)
      .map((child) => spelled(VOCABULARIES.disposition, child.text));
  const [set, unset] = [named('set'), named('unset')];
  return { ...(set.length > 0 ? { set } : {}), ...(unset.length > 0 ? { unset } : {}) };
};

const EVENT = object({
  eventTime: text,
  recordTime: text,
  eventTimeZoneOffset: text,
  eventID: text,
  certificationInfo: text,
  errorDeclaration: object({
    declarationTime: text,
    reason: term('errorReason'),
    correctiveEventIDs: texts,
  }),
  parentID: text,
  epcList: texts,
  childEPCs: texts,
  inputEPCList: texts,
  outputEPCList: texts,
  quantityList: list(quantity),
  childQuantityList: list(quantity),
  inputQuantityList: list(quantity),
  outputQuantityList: list(quantity),
  action: text,
  transformationID: text,
  bizStep: term('bizStep'),
  disposition: term('disposition'),
  persistentDisposition: persistent,
  readPoint: object({ id: text }),
  bizLocation: object({ id: text }),
  bizTransactionList: list(typed('bizTransaction')),
  sourceList: list(typed('sourceDestination')),
  destinationList: list(typed('sourceDestination')),
  sensorElementList: list(sensorElement),
});

/** XML names lists of which JSON wants none when they are empty. */
const isTold = (value: unknown): boolean => value !== '' && !(Array.isArray(value) && value.length === 0);

const ILMD = 'ilmd';

/** The event of an element. */
export const readEvent = (element: Element, prefixes: Prefixes): Json => {
  const { [ILMD]: ilmd, ...fields } = EVENT(element, prefixes) as Json;
  const told = Object.entries(fields).filter(
    ([name, value]) => isTold(value) || name === 'epcList' || name.includes(':'),
  );
  return {
    type: nameOf(element, prefixes),
    ...Object.fromEntries(told),
    ...(typeof ilmd === 'object' ? { ilmd } : {}),
  };
};
