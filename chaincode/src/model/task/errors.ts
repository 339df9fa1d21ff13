/** Refusals of the task subject; none of them says anything of private terms. */
export const TASK_ERRORS = [
  'TASK_EXISTS',
  'TASK_NOT_FOUND',
  'TASK_DATE_WRONG',
  'TASK_CDMO_UNFIT',
  'TASK_TERMS_MISSING',
  'TASK_TERMS_WRONG',
  'TASK_TERMS_EXIST',
  'TASK_BATCH_FOREIGN',
  'TASK_QUANTITY_EXCEEDED',
] as const;
