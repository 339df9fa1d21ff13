/** How one frame after another is looked at while none has shown a code. */

/** One look at a frame. */
export interface Pass {
  /** Side of the square that is looked at, in pixels: noise goes with fewer, thin bars with more. */
  readonly size: number;
  /** Degrees by which the picture is turned first: bars are found along straight lines only. */
  readonly turn: number;
  /** Quick: what is held straight and well lit, in a few milliseconds. Thorough: light on dark and on its side too. */
  readonly effort: Effort;
}

/** How hard is tried. */
export type Effort = 'quick' | 'thorough';

/** A miss costs a quick look; every fifth frame is looked at thoroughly. */
export const PASSES: readonly [Pass, ...Pass[]] = [
  { size: 480, turn: 0, effort: 'quick' },
  { size: 560, turn: 0, effort: 'quick' },
  { size: 480, turn: 14, effort: 'quick' },
  { size: 480, turn: -14, effort: 'quick' },
  { size: 560, turn: 0, effort: 'thorough' },
];

/** The pass for the frame that comes after so many without a code. */
export const passAfter = (misses: number): Pass => PASSES[misses % PASSES.length] ?? PASSES[0];
