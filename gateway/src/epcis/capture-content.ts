/** What the vault keeps of a capture: the document as it came, and what was found sound in it. */
import { hashOfLeaf, merkleRoot } from '@yaosu/chaincode/signing/merkle';
import { fromHex } from '@yaosu/chaincode/signing/bytes';
import { eventDigest } from '@yaosu/chaincode/signing/event-hash';
import { digest } from '@yaosu/chaincode/model/kernel/text';
import { instant } from '@yaosu/chaincode/model/kernel/time';
import { masterDataOf, type MasterEntry } from './master-data.js';
import { parseDocument, asEvent } from '@yaosu/chaincode/model/epcis/parse-document';
import type { EventJson } from '@yaosu/chaincode/model/epcis/pre-hash';
import * as z from 'zod';
import { ERROR_BEHAVIOURS } from '../api/epcis.js';
import { DOCUMENT_FORMS, readKept } from './read-document.js';

/** Content of the vault's document. */
export const captureContent = z.strictObject({
  kind: z.literal('epcis'),
  receivedAt: instant,
  behaviour: z.enum(ERROR_BEHAVIOURS),
  form: z.enum(DOCUMENT_FORMS).default('json'),
  /** The body of the request, whose UTF-8 bytes are those that were sent. */
  text: z.string(),
  /** Places of the sound events in the document, and their hashes. */
  captured: z.array(z.strictObject({ at: z.int().min(0), hash: digest })).min(1),
  errors: z.array(z.strictObject({ at: z.int().min(0), problems: z.array(z.string()) })),
});
/** Content of the vault's document. */
export type CaptureContent = z.infer<typeof captureContent>;

/** An event of a capture with what names it. */
export interface CapturedEvent {
  readonly at: number;
  readonly hash: string;
  readonly event: EventJson;
}

/** Root over the hashes of events, in their order (RFC 6962, a hash of 32 bytes a leaf). */
export const rootOfEvents = (hashes: readonly string[]): string =>
  merkleRoot(hashes.map((hash) => hashOfLeaf(fromHex(hash))));

/** What a capture says. */
export interface Opened {
  readonly context: unknown;
  readonly events: readonly CapturedEvent[];
  readonly masterData: readonly MasterEntry[];
}

/**
 * The sound events of a capture, the context of their document, and its master data.
 * @returns undefined when the document is not the one whose events were hashed
 */
export const eventsOfCapture = (content: CaptureContent): Opened | undefined => {
  const document = parseDocument(readKept(content.text, content.form));
  if ('problems' in document) return undefined;
  const events = content.captured.map(({ at, hash }) => ({ at, hash, event: asEvent(document.events[at]) }));
  const isSame = events.every(
    ({ event, hash }) => (event as unknown) !== undefined && eventDigest(event, document.context) === hash,
  );
  return isSame ? { context: document.context, events, masterData: masterDataOf(document) } : undefined;
};
