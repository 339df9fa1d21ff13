/** Tasks that run one after the other, in the order in which they were given. */

/** Runs a task when those before it have ended, well or not. @throws what the task throws */
export type InOrder = (task: () => Promise<void>) => Promise<void>;

/** A new order. */
export const newInOrder = (): InOrder => {
  let before: Promise<void> = Promise.resolve();
  return (task) => {
    const own = before.then(task);
    before = own.catch(() => undefined);
    return own;
  };
};
