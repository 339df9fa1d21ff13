/** Refusals of the order subject. */
export const ORDER_ERRORS = [
  'ORDER_EXISTS',
  'ORDER_NOT_FOUND',
  'ORDER_DATE_WRONG',
  'ORDER_LINES_EXCEED',
  'SUPPLIER_NOT_QUALIFIED',
] as const;
