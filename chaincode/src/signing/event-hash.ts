import { preHashOf, type EventJson } from '../model/epcis/pre-hash.js';
import { sha256Hex } from './bytes.js';

/** Name of an event by its content (CBV 2.0, section 8.9): SHA-256 of its canonical string as 64 hex digits. */
export const eventDigest = (event: EventJson, context: unknown, ignored?: readonly string[]): string =>
  sha256Hex(preHashOf(event, context, ignored));

/** The same as the `ni` URI (RFC 6920) that is an event's `eventID` when its sender gives none. */
export const eventHashUri = (digest: string): string => `ni:///sha-256;${digest}?ver=CBV2.0`;
