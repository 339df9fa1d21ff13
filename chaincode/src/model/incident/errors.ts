/** Refusals of the incident subject. */
export const INCIDENT_ERRORS = ['INCIDENT_EXISTS', 'INCIDENT_NOT_FOUND'] as const;
