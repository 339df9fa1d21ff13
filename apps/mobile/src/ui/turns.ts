/** Work of which only the last that was begun counts: what was begun before and takes longer comes too late. */

/** Begins a turn. @returns whether no other one has begun since */
export type Turns = () => () => boolean;

/** Turns one after another. */
export const newTurns = (): Turns => {
  let begun = 0;
  return () => {
    begun += 1;
    const own = begun;
    return () => own === begun;
  };
};
