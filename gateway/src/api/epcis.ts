/** EPCIS 2.0 over REST (EPCIS 2.0, section 12): paths, limits, and what is answered. */
import * as z from 'zod';
import { digest } from '@yaosu/chaincode/model/kernel/text';
import { instant } from '@yaosu/chaincode/model/kernel/time';

/** Where EPCIS clients find us. */
export const EPCIS_BASE = '/epcis/v2';

/** Address of one of our resources. */
export const addressOf = (...parts: readonly string[]): string =>
  [EPCIS_BASE, ...parts.map((part) => encodeURIComponent(part))].join('/');

/** How the ledger's own names begin where they stand in events, by what they name. */
export const LEDGER_NAMES = {
  /** A pack, case, pallet, drum or commission, by the SHA-256 of its canonical code. */
  code: 'urn:yaosu:c:',
  /** A lot, by its opaque id. */
  batch: 'urn:yaosu:b:',
  enterprise: 'urn:yaosu:e:',
  shipment: 'urn:yaosu:s:',
  manifest: 'urn:yaosu:m:',
} as const;

/** Media types of documents. */
export const EPCIS_TYPES = [
  'application/json',
  'application/ld+json',
  'application/xml',
  'text/xml',
] as const;

/** Media types of answers. */
export const EPCIS_JSON = ['application/json', 'application/ld+json'] as const;

/** Most events of a document, its greatest size in bytes, and most identifiers of an event. */
export const CAPTURE_LIMITS = { events: 5000, bytes: 8_388_608, identifiers: 20_000 } as const;

/** What becomes of the sound events of a document of which others are not. */
export const ERROR_BEHAVIOURS = ['rollback', 'proceed'] as const;
/** One of {@link ERROR_BEHAVIOURS}. */
export type ErrorBehaviour = (typeof ERROR_BEHAVIOURS)[number];

/** Header that chooses the behaviour. */
export const BEHAVIOUR_HEADER = 'gs1-capture-error-behaviour';

/** The base context of every answer; it is named, never fetched. */
export const EPCIS_CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld';

const event = z.record(z.string(), z.unknown());

/** `GET /epcis/v2/capture/{captureID}`; beside the standard's fields, what we know more. */
export const captureJob = z
  .strictObject({
    captureID: digest,
    createdAt: instant,
    finishedAt: instant.nullable(),
    running: z.boolean(),
    success: z.boolean(),
    captureErrorBehaviour: z.enum(ERROR_BEHAVIOURS),
    errors: z.array(z.record(z.string(), z.unknown())),
    /** Events of the document that were sound, and how many of them were here already. */
    events: z.number().int(),
    duplicates: z.number().int(),
    /** `att~…`: the root over the events' hashes, on the ledger. */
    attestation: z.string().nullable(),
    txId: z.string().nullable(),
    block: z.number().int().nullable(),
  })
  .meta({ id: 'CaptureJob' });
/** A capture job. */
export type CaptureJob = z.output<typeof captureJob>;

/** Events, each with the context of the document that it came in. */
export const epcisAnswer = z
  .strictObject({
    '@context': z.array(z.unknown()),
    type: z.literal('EPCISQueryDocument'),
    schemaVersion: z.literal('2.0'),
    creationDate: instant,
    epcisBody: z.strictObject({
      queryResults: z.strictObject({
        queryName: z.string(),
        subscriptionID: z.string().optional(),
        resultsBody: z.strictObject({ eventList: z.array(event) }),
      }),
    }),
  })
  .meta({ id: 'EPCISQueryDocument' });
/** An answer with events. */
export type EpcisAnswer = z.output<typeof epcisAnswer>;

/** Method, path and meaning of every route, for the OpenAPI document. */
export const EPCIS_ROUTES = {
  queries: {
    path: `${EPCIS_BASE}/queries`,
    summary: 'Named queries of the own enterprise: lists them, or names one',
  },
  query: { path: `${EPCIS_BASE}/queries/{queryName}`, summary: 'A named query, or forgets it' },
  queryEvents: {
    path: `${EPCIS_BASE}/queries/{queryName}/events`,
    summary: 'Events of a named query; as a stream when text/event-stream is accepted',
  },
  subscriptions: {
    path: `${EPCIS_BASE}/queries/{queryName}/subscriptions`,
    summary: 'Subscriptions of a named query: lists them, or subscribes an address',
  },
  subscription: {
    path: `${EPCIS_BASE}/queries/{queryName}/subscriptions/{subscriptionID}`,
    summary: 'A subscription with how far it has come, or ends it',
  },
  jobs: { path: `${EPCIS_BASE}/capture`, summary: 'Captures of the own enterprise, the newest first' },
  captureEvent: { path: `${EPCIS_BASE}/events`, summary: 'Captures a single event with its context' },
  members: {
    path: `${EPCIS_BASE}/{collection}`,
    summary: 'What events name: eventTypes, epcs, bizSteps, bizLocations, readPoints, dispositions',
  },
  member: { path: `${EPCIS_BASE}/{collection}/{member}`, summary: 'That there are events of it' },
  memberEvents: { path: `${EPCIS_BASE}/{collection}/{member}/events`, summary: 'Its events' },
  eventProof: {
    path: `${EPCIS_BASE}/events/{eventID}/proof`,
    summary:
      'That an event was attested: its place under the attested root, and the proof of that transaction',
  },
  eventOrigin: {
    path: `${EPCIS_BASE}/events/{eventID}/origin`,
    summary: 'Whose word an event is: the capture that brought it, or the act of the ledger that it is',
  },
  capture: {
    path: `${EPCIS_BASE}/capture`,
    summary: 'Captures an EPCIS document, the answer of a query, or an event with its context',
  },
  job: { path: `${EPCIS_BASE}/capture/{captureID}`, summary: 'Where a capture of the own enterprise stands' },
  events: {
    path: `${EPCIS_BASE}/events`,
    summary: 'Captured events of the own enterprise; all spellings of an identifier or term are one',
  },
  event: {
    path: `${EPCIS_BASE}/events/{eventID}`,
    summary: 'An event by its id or the URI of its hash, with declarations that it was wrong',
  },
} as const;
