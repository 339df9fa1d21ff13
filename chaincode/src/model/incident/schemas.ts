/** Incidents on the way: accidents, spills, thefts … with a load on board. */
import * as z from 'zod';
import { recordBase } from '../enterprise/schemas.js';
import { signedBy } from '../enterprise/signed-by.js';
import { digest, enterpriseId, recordId } from '../kernel/text.js';
import { instant } from '../kernel/time.js';
import { INCIDENT_CONCLUSIONS, INCIDENT_KINDS, INCIDENT_STATES, INCIDENT_SUBJECTS } from './states.js';

/** The load that an incident is about. */
export const incidentSubject = z.strictObject({ type: z.enum(INCIDENT_SUBJECTS), id: recordId });
/** A load. */
export type IncidentSubject = z.infer<typeof incidentSubject>;

/** `inc~I` */
export const incidentRecord = z.strictObject({
  ...recordBase,
  incident: recordId,
  subject: incidentSubject,
  kind: z.enum(INCIDENT_KINDS),
  /** Words, place and photographs: a document, never on the ledger. */
  evidence: digest,
  /** Who answers for it and closes it: the owner of the goods, of waste its generator. */
  owner: enterpriseId,
  reported: z.strictObject({ by: signedBy, at: instant }),
  state: z.enum(INCIDENT_STATES),
  closed: z
    .strictObject({ conclusion: z.enum(INCIDENT_CONCLUSIONS), report: digest, by: signedBy, at: instant })
    .nullable(),
});
/** An incident. */
export type IncidentRecord = z.infer<typeof incidentRecord>;
