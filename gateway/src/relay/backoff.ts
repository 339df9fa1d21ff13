/** A delay that doubles with every try, up to a bound. */
export const backoff = (first: number, most: number, tries: number): number =>
  Math.min(most, first * 2 ** Math.min(tries, 20));
