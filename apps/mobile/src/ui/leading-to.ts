/**
 * A page that work leads to once it is done. A person who has gone elsewhere meanwhile stays there:
 * nobody is taken away from what they look at.
 * @param target hash of the page, as `#/outbox`
 * @returns called when the work is done; to be made before it begins
 */
export const leadingTo = (target: string): (() => void) => {
  const begunOn = location.hash;
  return () => {
    if (location.hash === begunOn) location.hash = target;
  };
};
