import { EPCIS_CONTEXT, type EpcisAnswer } from '../api/epcis.js';

/** A captured event as queries select it. */
export interface StoredEvent {
  readonly event_id: string;
  readonly record_time: string;
  readonly context: string | null;
  readonly event: string;
}

const viewOf = ({ event, event_id: eventID, record_time: recordTime, context }: StoredEvent) => ({
  ...(JSON.parse(event) as Record<string, unknown>),
  eventID,
  recordTime,
  ...(context === null ? {} : { '@context': JSON.parse(context) as unknown }),
});

/** Which query is answered, and to which subscription of it. */
export interface Answered {
  readonly queryName: string;
  readonly subscriptionID?: string;
}

/** Events as an answer of EPCIS 2.0; each says the prefixes that it needs. */
export const epcisAnswerOf = (
  events: readonly StoredEvent[],
  createdAt: string,
  answered: Answered = { queryName: 'SimpleEventQuery' },
): EpcisAnswer => ({
  '@context': [EPCIS_CONTEXT],
  type: 'EPCISQueryDocument',
  schemaVersion: '2.0',
  creationDate: createdAt,
  epcisBody: {
    queryResults: { ...answered, resultsBody: { eventList: events.map(viewOf) } },
  },
});
