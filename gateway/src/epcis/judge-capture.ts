/** Reads a document that somebody wants captured, and says which of its events are sound. */
import { later } from '@yaosu/chaincode/model/kernel/time';
import { canonicalTime } from '@yaosu/chaincode/model/epcis/canonical-values';
import { asEvent, eventProblems, parseDocument } from '@yaosu/chaincode/model/epcis/parse-document';
import { eventDigest } from '@yaosu/chaincode/signing/event-hash';
import { ApiError } from '../api/api-error.js';
import { CAPTURE_LIMITS, type ErrorBehaviour } from '../api/epcis.js';
import type { CaptureContent } from './capture-content.js';
import { usesOwnNames } from './own-acts/uses-own-names.js';
import { readSent, type SentDocument } from './read-document.js';

/** How far ahead of ours the clocks of partners may be. */
const CLOCK_SKEW_MS = 300_000;
const MAX_TOLD = 50;

const LISTS = ['epcList', 'childEPCs', 'inputEPCList', 'outputEPCList'];

/** Identifiers that an event lists. */
const identifiersOf = (event: unknown): number =>
  LISTS.map((name) => (event as Readonly<Record<string, unknown>> | null)?.[name])
    .filter((list) => Array.isArray(list))
    .reduce((sum, list) => sum + list.length, 0);

const problemsAt = (event: unknown, context: unknown, latest: string): readonly string[] => {
  if (identifiersOf(event) > CAPTURE_LIMITS.identifiers) return ['epcList: TOO_MANY'];
  const problems = eventProblems(event);
  if (problems.length > 0) return problems;
  if (usesOwnNames(asEvent(event), context)) return ['yaosu: RESERVED'];
  const isAhead = canonicalTime(String(asEvent(event)['eventTime'])) > latest;
  return isAhead ? ['eventTime: IN_FUTURE'] : [];
};

const refuse = (errors: CaptureContent['errors']): never => {
  const issues = errors.flatMap(({ at, problems }) =>
    problems.map((problem) => `eventList.${String(at)}.${problem}`),
  );
  throw new ApiError('EPCIS_DOCUMENT_INVALID', { issues: issues.slice(0, MAX_TOLD) });
};

/**
 * What the vault will keep.
 * @param sent body of the request, and its form
 * @param receivedAt when it came; no event may be later, but for clocks that differ
 * @throws ApiError BODY_INVALID, EPCIS_DOCUMENT_INVALID, EPCIS_TOO_MANY_EVENTS
 */
export const judgeCapture = (
  sent: SentDocument,
  receivedAt: string,
  behaviour: ErrorBehaviour,
): CaptureContent => {
  const document = parseDocument(readSent(sent));
  if ('problems' in document) throw new ApiError('EPCIS_DOCUMENT_INVALID', { issues: document.problems });
  const { context, events } = document;
  if (events.length > CAPTURE_LIMITS.events)
    throw new ApiError('EPCIS_TOO_MANY_EVENTS', { most: CAPTURE_LIMITS.events });
  const latest = later(receivedAt, CLOCK_SKEW_MS);
  const judged = events.map((event, at) => ({
    at,
    event,
    problems: [...problemsAt(event, context, latest)],
  }));
  const errors = judged.flatMap(({ at, problems }) => (problems.length > 0 ? [{ at, problems }] : []));
  const sound = judged.filter(({ problems }) => problems.length === 0);
  if (sound.length === 0 || (behaviour === 'rollback' && errors.length > 0)) return refuse(errors);
  return {
    kind: 'epcis',
    receivedAt,
    behaviour,
    form: sent.form,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(sent.bytes),
    captured: sound.map(({ at, event }) => ({ at, hash: eventDigest(asEvent(event), context) })),
    errors,
  };
};
