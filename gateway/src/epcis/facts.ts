/**
 * What queries ask of an event beside its times and identifiers, in one spelling (EPCIS 2.0, section 8.2.7.1): values that
 * are compared as text, as numbers, as times, and which fields there are. Names are those of the query parameters.
 */
import { canonicalTime, canonicalValue } from '@yaosu/chaincode/model/epcis/canonical-values';
import { expandedName, type Namespaces } from '@yaosu/chaincode/model/epcis/namespaces';
import type { EventJson } from '@yaosu/chaincode/model/epcis/pre-hash';
import { VOCABULARIES, type Vocabulary } from '@yaosu/chaincode/model/epcis/vocabularies';
import type { EventFacts } from '../db/epcis-tables.js';
import { placeOf, termOf } from './terms.js';
import { sensorFacts, type Note } from './sensor-facts.js';

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const STANDARD = /^[A-Za-z]+$/;
const NAMESPACE_END = /[/#:]+$/;

/** A field of users as queries name it: its namespace without the sign at its end, `#`, and its own name. */
export const fieldName = (name: string, namespaces: Namespaces): string => {
  const [, namespace, local] = /^\{([^}]*)\}(.*)$/s.exec(expandedName(name, namespaces)) ?? [];
  return namespace === undefined ? name : `${namespace.replace(NAMESPACE_END, '')}#${local ?? ''}`;
};

const isObject = (value: unknown): value is EventJson =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);
const items = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value.flat() : [value];

/** Collects facts; the same is noted once. */
class FactBook {
  readonly #is = new Map<string, Set<string>>();
  readonly #numbers = new Map<string, Set<number>>();
  readonly #times = new Map<string, Set<string>>();
  readonly #has = new Set<string>();

  readonly note: Note = (name, value) => {
    if (typeof value === 'number') {
      add(this.#numbers, name, value);
      return;
    }
    const text = String(value);
    add(this.#is, name, text);
    if (NUMBER.test(text)) add(this.#numbers, name, Number(text));
    if (TIME.test(text)) add(this.#times, name, text);
  };

  has(name: string): void {
    this.#has.add(name);
  }

  facts(): EventFacts {
    return {
      is: listed(this.#is),
      number: listed(this.#numbers),
      time: listed(this.#times),
      has: [...this.#has].sort(),
    };
  }
}

const add = <T>(map: Map<string, Set<T>>, name: string, value: T): void => {
  map.set(name, (map.get(name) ?? new Set<T>()).add(value));
};

const listed = <T>(map: ReadonlyMap<string, ReadonlySet<T>>): Readonly<Record<string, readonly T[]>> =>
  Object.fromEntries([...map].map(([name, values]) => [name, [...values]]));

/** Where fields of users stand: the prefix of their parameters, and standard fields that are no such field. */
interface Scope {
  readonly prefix: string;
  readonly book: FactBook;
  readonly namespaces: Namespaces;
}

const noteField = ({ prefix, book, namespaces }: Scope, name: string, value: unknown): void => {
  // A client may ask with the prefix that it wrote, without saying again what the prefix means.
  for (const known of new Set([fieldName(name, namespaces), name])) {
    book.has(`${prefix}${known}`);
    for (const each of items(value)) {
      const plain = isObject(each) ? each['@value'] : each;
      if (isScalar(plain)) book.note(`${prefix}${known}`, comparable(plain, namespaces));
    }
  }
};

const comparable = (value: string | number | boolean, namespaces: Namespaces): string => {
  const text = canonicalValue(value, namespaces);
  const time = canonicalTime(text);
  return TIME.test(time) ? time : text;
};

/** Fields of users below a field of users. */
const noteInner = (scope: Scope, value: unknown): void => {
  for (const each of items(value).filter(isObject)) {
    for (const [name, inner] of Object.entries(each)) {
      if (name.startsWith('@')) continue;
      noteField(scope, name, inner);
      noteInner(scope, inner);
    }
  }
};

const noteFields = (object: unknown, scope: Scope, except: (name: string) => boolean): void => {
  for (const each of items(object).filter(isObject)) {
    for (const [name, value] of Object.entries(each)) {
      if (name.startsWith('@') || except(name)) continue;
      noteField(scope, name, value);
      noteInner({ ...scope, prefix: `INNER_${scope.prefix}` }, value);
    }
  }
};

const isStandard = (name: string): boolean => STANDARD.test(name);
const nothing = (): boolean => false;

const noteUsersFields = (event: EventJson, book: FactBook, namespaces: Namespaces): void => {
  const scoped = (prefix: string): Scope => ({ prefix, book, namespaces });
  noteFields(event, scoped(''), isStandard);
  noteFields(event['ilmd'], scoped('ILMD_'), nothing);
  noteFields(event['errorDeclaration'], scoped('ERROR_DECLARATION_'), isStandard);
  for (const place of ['readPoint', 'bizLocation']) noteFields(event[place], scoped(`${place}_`), isStandard);
  for (const element of items(event['sensorElementList']).filter(isObject)) {
    noteFields(element, scoped('SENSORELEMENT_'), isStandard);
    noteFields(element['sensorMetadata'], scoped('SENSORMETADATA_'), isStandard);
    noteFields(element['sensorReport'], scoped('SENSORREPORT_'), isStandard);
  }
};

const LISTS = [
  ['bizTransactionList', 'bizTransaction', VOCABULARIES.bizTransaction],
  ['sourceList', 'source', VOCABULARIES.sourceDestination],
  ['destinationList', 'destination', VOCABULARIES.sourceDestination],
] as const satisfies readonly (readonly [string, string, Vocabulary])[];

const noteLists = (event: EventJson, note: Note, namespaces: Namespaces): void => {
  for (const [list, name, vocabulary] of LISTS) {
    for (const each of items(event[list]).filter(isObject)) {
      const value = canonicalValue(String(each[name]), namespaces);
      note(`${name}_${termOf(each['type'], vocabulary, namespaces) ?? ''}`, value);
    }
  }
  const persistent = event['persistentDisposition'];
  for (const name of ['set', 'unset']) {
    for (const each of isObject(persistent) ? items(persistent[name]) : [])
      note(
        `persistentDisposition_${name}`,
        termOf(each, VOCABULARIES.disposition, namespaces) ?? String(each),
      );
  }
};

const QUANTITIES = ['quantityList', 'childQuantityList', 'inputQuantityList', 'outputQuantityList'];

const noteSingle = (event: EventJson, note: Note, namespaces: Namespaces): void => {
  for (const name of ['readPoint', 'bizLocation']) {
    const place = event[name];
    if (isObject(place)) note(name, placeOf(String(place['id']), namespaces));
  }
  for (const name of ['bizStep', 'disposition'] as const) {
    const term = termOf(event[name], VOCABULARIES[name], namespaces);
    if (term !== null) note(name, term);
  }
  for (const name of ['transformationID', 'certificationInfo']) {
    for (const each of items(event[name]).filter(isScalar)) note(name, canonicalValue(each, namespaces));
  }
  for (const each of QUANTITIES.flatMap((list) => items(event[list])).filter(isObject)) {
    if (typeof each['quantity'] === 'number') note('quantity', each['quantity']);
  }
};

const noteError = (event: EventJson, note: Note, namespaces: Namespaces): void => {
  const declaration = event['errorDeclaration'];
  if (!isObject(declaration)) return;
  note('errorDeclarationTime', canonicalTime(String(declaration['declarationTime'])));
  const reason = termOf(declaration['reason'], VOCABULARIES.errorReason, namespaces);
  if (reason !== null) note('errorReason', reason);
  for (const id of items(declaration['correctiveEventIDs'])) note('correctiveEventID', String(id));
};

/** Facts of an event, whose document's prefixes and its own are given. */
export const factsOf = (event: EventJson, namespaces: Namespaces): EventFacts => {
  const book = new FactBook();
  for (const name of Object.keys(event).filter(isStandard)) book.has(name);
  noteSingle(event, book.note, namespaces);
  noteLists(event, book.note, namespaces);
  noteError(event, book.note, namespaces);
  sensorFacts(event, book.note, namespaces);
  noteUsersFields(event, book, namespaces);
  return book.facts();
};
