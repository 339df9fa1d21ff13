/** Refusals of the quality subject. */
export const QUALITY_ERRORS = [
  'RESULT_MISSING',
  'OOS_OPEN',
  'DEVIATION_OPEN',
  'CONCLUSION_ADVERSE',
  'REVIEW_MISSING',
  'PERSON_INVOLVED',
] as const;
