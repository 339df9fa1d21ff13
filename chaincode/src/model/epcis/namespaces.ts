/** Namespaces of EPCIS documents: what a JSON-LD context says of prefixes. No context is ever fetched. */

/** Prefix → namespace. */
export type Namespaces = Readonly<Record<string, string>>;

/** Prefixes of the EPCIS 2.0 context itself. */
export const STANDARD_NAMESPACES: Namespaces = {
  epcis: 'https://ref.gs1.org/epcis/',
  cbv: 'https://ref.gs1.org/cbv/',
  cbvmda: 'urn:epcglobal:cbv:mda:',
  gs1: 'https://gs1.org/voc/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dcterms: 'http://purl.org/dc/terms/',
};

const ABSOLUTE = /^(?:https?:\/\/|urn:).*[/#:](?=[^/#:]+$)/;

const prefixesOf = (context: object): readonly (readonly [string, string])[] =>
  Object.entries(context).flatMap(([prefix, namespace]) =>
    typeof namespace === 'string' && !prefix.startsWith('@') ? [[prefix, namespace] as const] : [],
  );

/** The prefixes that a context declares, over those known before; contexts by address add nothing. */
export const namespacesOf = (context: unknown, before: Namespaces = STANDARD_NAMESPACES): Namespaces => {
  const declared = [context].flat().filter((each) => typeof each === 'object' && each !== null);
  return { ...before, ...Object.fromEntries(declared.flatMap(prefixesOf)) };
};

const splitCurie = (text: string, namespaces: Namespaces): readonly [string, string] | undefined => {
  const at = text.indexOf(':');
  const prefix = text.slice(0, at);
  if (at < 0 || !Object.hasOwn(namespaces, prefix)) return undefined;
  return [namespaces[prefix] ?? '', text.slice(at + 1)];
};

/** A name as pre-hash strings spell it: `{namespace}local`, or as it is when it has no namespace. */
export const expandedName = (name: string, namespaces: Namespaces): string => {
  const [namespace, local] = splitCurie(name, namespaces) ?? [];
  if (namespace !== undefined) return `{${namespace}}${local ?? ''}`;
  const [absolute] = ABSOLUTE.exec(name) ?? [];
  return absolute === undefined ? name : `{${absolute}}${name.slice(absolute.length)}`;
};

/** A value with its prefix written out. */
export const expandedValue = (text: string, namespaces: Namespaces): string =>
  splitCurie(text, namespaces)?.join('') ?? text;
