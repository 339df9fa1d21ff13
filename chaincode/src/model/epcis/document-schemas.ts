/** EPCIS 2.0 documents in JSON (EPCIS 2.0, section 10); their events are judged one by one. */
import * as z from 'zod';
import { context, extensible, time, uri } from './json-parts.js';

const header = {
  '@context': context,
  id: uri.optional(),
  schemaVersion: z.string().regex(/^\d+(\.\d+)*$/, 'VERSION'),
  creationDate: time,
};
const eventList = z.array(z.unknown());
const masterData = extensible({
  epcisMasterData: z
    .looseObject({ vocabularyList: z.array(z.looseObject({ type: uri })).optional() })
    .optional(),
});

/** `EPCISDocument`: its events are judged one by one. */
export const epcisDocument = extensible({
  ...header,
  type: z.literal('EPCISDocument'),
  instanceIdentifier: z.string().optional(),
  sender: z.string().optional(),
  receiver: z.string().optional(),
  epcisHeader: masterData.optional(),
  epcisBody: z.looseObject({ eventList }),
});

/** `EPCISQueryDocument`: what another repository has answered. */
export const epcisQueryDocument = extensible({
  ...header,
  schemaVersion: header.schemaVersion.optional(),
  creationDate: time.optional(),
  type: z.literal('EPCISQueryDocument'),
  epcisBody: extensible({
    queryResults: extensible({
      queryName: z.string(),
      subscriptionID: z.string().optional(),
      resultsBody: extensible({
        eventList,
        vocabularyList: z.array(z.looseObject({ type: uri })).optional(),
      }),
    }),
  }),
});

/** A single event says its context itself. */
export const contextOfEvent = z.looseObject({ '@context': context });
