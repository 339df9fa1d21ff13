/** Closed lists of the incident subject. */
import type { KeyType } from '../kernel/keys.js';

/** What has happened on the way. */
export const INCIDENT_KINDS = [
  'accident',
  'spill',
  'fire',
  'theft',
  'breakdown',
  'tampering',
  'injury',
  'other',
] as const;
/** One of {@link INCIDENT_KINDS}. */
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Types of records that an incident may be about: a shipment, a manifest of waste. */
export const INCIDENT_SUBJECTS = ['ship', 'man'] as const satisfies readonly KeyType[];

/** An incident's way. */
export const INCIDENT_STATES = ['open', 'closed'] as const;
/** One of {@link INCIDENT_STATES}. */
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** Act → states that it starts from. */
export const INCIDENT_STEPS = {
  close: ['open'],
} as const satisfies Readonly<Record<string, readonly IncidentState[]>>;

/** What became of it: nothing was harmed, it was investigated, an authority has taken it over. */
export const INCIDENT_CONCLUSIONS = ['noImpact', 'investigated', 'handedToAuthority'] as const;
