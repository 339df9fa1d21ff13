import { fromMillionths, toMillionths } from '../../model/kernel/quantity.js';

/** A piece of the n-th source. */
export interface Piece {
  readonly source: number;
  /** Decimal. */
  readonly quantity: string;
}

/**
 * Cuts sources, one after the other, at the bounds of both sources and parts, so that nothing of different origin is
 * joined; sources and parts have the same sum.
 */
export const cut = (sources: readonly string[], parts: readonly string[]): readonly Piece[] => {
  const left = sources.map(toMillionths);
  const pieces: Piece[] = [];
  let source = 0;
  for (const part of parts) {
    for (let missing = toMillionths(part); missing > 0n && source < left.length;) {
      const available = left[source] ?? 0n;
      const piece = available < missing ? available : missing;
      pieces.push({ source, quantity: fromMillionths(piece) });
      left[source] = available - piece;
      missing -= piece;
      if (left[source] === 0n) source += 1;
    }
  }
  return pieces;
};

/** Decimal difference of two quantities, and whether the second is the larger. */
export const differenceOf = (a: string, b: string): { quantity: string; isGain: boolean } => {
  const difference = toMillionths(b) - toMillionths(a);
  const isGain = difference > 0n;
  return { quantity: fromMillionths(isGain ? difference : -difference), isGain };
};
