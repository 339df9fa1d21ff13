/** Why an authority reads. */
export const CASE_PURPOSES = [
  'inspection',
  'complaint',
  'recall',
  'accident',
  'crime',
  'statistics',
] as const;
/** One of {@link CASE_PURPOSES}. */
export type CasePurpose = (typeof CASE_PURPOSES)[number];
