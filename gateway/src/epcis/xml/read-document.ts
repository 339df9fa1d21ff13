/** Documents in XML as the JSON that means the same. */
import { EPCIS_CONTEXT } from '../../api/epcis.js';
import { Prefixes } from './prefixes.js';
import { readElements, type Element } from './read-elements.js';
import { readEvent, unwrapped } from './read-event.js';

type Json = Readonly<Record<string, unknown>>;

const DOCUMENTS: Readonly<Record<string, readonly string[]>> = {
  EPCISDocument: ['urn:epcglobal:epcis:xsd:1', 'urn:epcglobal:epcis:xsd:2'],
  EPCISQueryDocument: ['urn:epcglobal:epcis-query:xsd:1', 'urn:epcglobal:epcis-query:xsd:2'],
};
const VERSIONED = /:xsd:(\d)$/;

const at = (element: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>(
    (found, local) =>
      found === undefined ? undefined : unwrapped(found).find((child) => child.local === local),
    element,
  );

const attribute = (element: Element, name: string): string | undefined =>
  element.attributes.find(({ local, namespace }) => local === name && namespace === '')?.value;

const readVocabularyElement = (element: Element): Json => ({
  id: attribute(element, 'id') ?? '',
  attributes: unwrapped(element)
    .filter(({ local }) => local === 'attribute')
    .map((each) => ({ id: attribute(each, 'id') ?? '', attribute: each.text })),
  children: unwrapped(element)
    .filter(({ local }) => local === 'children')
    .flatMap((each) => unwrapped(each).map(({ text }) => text)),
});

const readVocabularies = (list: Element): readonly Json[] =>
  unwrapped(list).map((vocabulary) => ({
    type: attribute(vocabulary, 'type') ?? '',
    vocabularyElementList: unwrapped(at(vocabulary, 'VocabularyElementList') ?? vocabulary).map(
      readVocabularyElement,
    ),
  }));

const headerOf = (root: Element): Json => {
  const list = at(root, 'EPCISHeader', 'EPCISMasterData', 'VocabularyList');
  return list === undefined
    ? {}
    : { epcisHeader: { epcisMasterData: { vocabularyList: readVocabularies(list) } } };
};

const bodyOf = (root: Element, prefixes: Prefixes): Json => {
  // Some repositories answer with the results themselves below the document.
  const results = at(root, 'EPCISBody', 'QueryResults') ?? (at(root, 'resultsBody') && root);
  const list = at(root, 'EPCISBody', 'EventList') ?? at(results, 'resultsBody', 'EventList');
  const eventList = list === undefined ? [] : unwrapped(list).map((each) => readEvent(each, prefixes));
  if (results === undefined) return { eventList };
  const queryName = at(results, 'queryName')?.text ?? '';
  return { queryResults: { queryName, resultsBody: { eventList } } };
};

/**
 * The JSON document that an XML document stands for; documents of other names are given back under theirs, and are refused
 * as documents.
 * @throws ApiError BODY_INVALID when it is no XML, or brings a document type along
 */
export const readXmlDocument = (text: string): Json => {
  const root = readElements(text);
  const prefixes = new Prefixes();
  const body = bodyOf(root, prefixes);
  const isKnown = (DOCUMENTS[root.local] ?? []).includes(root.namespace);
  const [, version = '2'] = VERSIONED.exec(root.namespace) ?? [];
  return {
    '@context': [EPCIS_CONTEXT, prefixes.context()],
    type: isKnown ? root.local : `{${root.namespace}}${root.local}`,
    schemaVersion: attribute(root, 'schemaVersion') ?? version,
    creationDate: attribute(root, 'creationDate'),
    ...headerOf(root),
    epcisBody: body,
  };
};
