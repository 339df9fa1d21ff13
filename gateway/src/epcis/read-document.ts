/** Documents in both forms as values. */
import { parseStrictJson } from '../http/strict-json.js';
import { ApiError } from '../api/api-error.js';
import { readXmlDocument } from './xml/read-document.js';

/** How a document is written. */
export const DOCUMENT_FORMS = ['json', 'xml'] as const;
/** One of {@link DOCUMENT_FORMS}. */
export type DocumentForm = (typeof DOCUMENT_FORMS)[number];

/** A document as it was sent. */
export interface SentDocument {
  readonly bytes: Uint8Array;
  readonly form: DocumentForm;
}

/** One of GS1's examples says its event's id twice; it is no part of what names an event. */
const REPEATABLE = ['eventID'];
const BYTE_ORDER_MARK = /^\ufeff/;

const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ApiError('BODY_INVALID', { reason: 'utf8' });
  }
};

/** The value of a document that was sent. @throws ApiError BODY_INVALID */
export const readSent = ({ bytes, form }: SentDocument): unknown =>
  form === 'json'
    ? parseStrictJson(bytes, REPEATABLE)
    : readXmlDocument(decoded(bytes).replace(BYTE_ORDER_MARK, ''));

/** The value of a document that was judged before, of its text. */
export const readKept = (text: string, form: DocumentForm): unknown =>
  form === 'json' ? JSON.parse(text) : readXmlDocument(text.replace(BYTE_ORDER_MARK, ''));
