/** What EPCIS routes answer beside documents of the standard: named queries, subscriptions, and whose word an event is. */
import * as z from 'zod';
import { digest } from '@yaosu/chaincode/model/kernel/text';
import { instant } from '@yaosu/chaincode/model/kernel/time';

/** A named query. */
export const namedQueryView = z
  .strictObject({ name: z.string(), query: z.record(z.string(), z.unknown()) })
  .meta({ id: 'EPCISNamedQuery' });
/** A named query. */
export type NamedQueryView = z.output<typeof namedQueryView>;

const field = z.string().optional();
/** When reports are due: fields like those of cron, in UTC; days of the week from Monday, 1. */
const scheduleView = z.strictObject({
  second: field,
  minute: field,
  hour: field,
  dayOfMonth: field,
  month: field,
  dayOfWeek: field,
});

/** A subscription: what was asked for but the secret, and beside the standard's fields how it stands. */
export const subscriptionView = z
  .strictObject({
    subscriptionID: z.string(),
    dest: z.string(),
    reportIfEmpty: z.boolean(),
    initialRecordTime: z.string().optional(),
    stream: z.boolean().optional(),
    trigger: z.string().optional(),
    schedule: scheduleView.optional(),
    createdAt: instant,
    isSigned: z.boolean(),
    lastNotifiedAt: instant.nullable(),
    /** Attempts since the last acknowledgement. */
    failures: z.int(),
    lastFailedAt: instant.nullable(),
    /** Why the last attempt that failed did so; stays after a later one was acknowledged. */
    lastProblem: z.string().nullable(),
    /** When it is tried again, or is due by its schedule; null: with the next event. */
    nextReportAt: instant.nullable(),
  })
  .meta({ id: 'EPCISSubscriptionState' });
/** A subscription with how it stands. */
export type SubscriptionView = z.output<typeof subscriptionView>;

/** What a client asks for when it subscribes; either `stream` or a schedule. */
export type SubscriptionOrder = Partial<
  Pick<SubscriptionView, 'dest' | 'reportIfEmpty' | 'initialRecordTime' | 'stream' | 'schedule'>
> & { readonly signatureToken?: string };

/** Whose word an event is, and where that stands on the ledger. */
export const eventOrigin = z.strictObject({
  hash: digest,
  /** The enterprise whose systems reported it; null: the act that it is was judged by the contracts. */
  reportedBy: z.string().nullable(),
  /** The document that brought it; null for acts. */
  capture: z
    .strictObject({
      captureID: digest,
      receivedAt: instant,
      /** Events of the document that were sound. */
      events: z.int(),
      /** Key of the record that attests the document's root. */
      attestation: z.string(),
    })
    .nullable(),
  /** The transaction that attests it, or that it is. */
  txId: z.string(),
  block: z.int(),
});
/** Whose word an event is. */
export type EventOrigin = z.output<typeof eventOrigin>;

/** Origins of the events of that name, in the order in which they are answered. */
export const eventOriginAnswer = z
  .strictObject({ origins: z.array(eventOrigin) })
  .meta({ id: 'EventOrigin' });
