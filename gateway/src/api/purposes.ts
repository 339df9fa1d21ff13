/** Reads of authorities: outside of an open case they say why (one of the purposes of a case). */

/** Request header that holds the purpose. */
export const PURPOSE_HEADER = 'yaosu-purpose';
