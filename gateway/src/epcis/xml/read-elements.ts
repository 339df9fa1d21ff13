/** XML as a tree of elements. A document type is refused, so there are no entities but the five of XML itself. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ApiError } from '../../api/api-error.js';

/** An element with its namespace; text is that between its tags, without that of its children. */
export interface Element {
  readonly namespace: string;
  readonly local: string;
  readonly prefix: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly Element[];
  readonly text: string;
}

/** An attribute that is no declaration of a namespace. */
export interface Attribute {
  readonly namespace: string;
  readonly local: string;
  readonly value: string;
}

interface Open {
  readonly tag: SaxesTagNS;
  readonly children: Element[];
  text: string;
}

const MAX_DEPTH = 32;
const MAX_ATTRIBUTES = 64;
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const ENCODING = /^utf-?8$/i;

const refuse = (reason: string): never => {
  throw new ApiError('BODY_INVALID', { reason });
};

const attributesOf = ({ attributes }: SaxesTagNS): readonly Attribute[] => {
  const all = Object.values(attributes);
  if (all.length > MAX_ATTRIBUTES) return refuse('attributes');
  return all.flatMap(({ uri, local, value }) =>
    uri === XMLNS || local === 'xmlns' ? [] : [{ namespace: uri, local, value }],
  );
};

const closed = ({ tag, children, text }: Open): Element => ({
  namespace: tag.uri,
  local: tag.local,
  prefix: tag.prefix,
  attributes: attributesOf(tag),
  children,
  text: text.trim(),
});

/** Reads a document. @throws ApiError BODY_INVALID: not well-formed, a document type, another encoding, too deep */
export const readElements = (text: string): Element => {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: Open[] = [];
  let root: Element | undefined;
  parser.on('error', () => refuse('xml'));
  parser.on('doctype', () => refuse('doctype'));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !ENCODING.test(encoding)) refuse('encoding');
  });
  const addText = (piece: string): void => {
    const at = open.at(-1);
    if (at !== undefined) at.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', (tag) => {
    if (open.length >= MAX_DEPTH) refuse('depth');
    open.push({ tag, children: [], text: '' });
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element === undefined) return;
    const made = closed(element);
    const above = open.at(-1);
    if (above === undefined) root = made;
    else above.children.push(made);
  });
  parser.write(text).close();
  return root ?? refuse('xml');
};
