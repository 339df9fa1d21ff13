/** Runs while this process's clock is so far ahead, or behind when negative, for libraries as well: only minutes can be gained. */
export const withClock = async <T>(aheadMs: number, run: () => Promise<T>): Promise<T> => {
  const real = globalThis.Date;
  const told = new Proxy(real, {
    construct: (target, args: readonly unknown[], newTarget: new () => Date): Date =>
      Reflect.construct(target, args.length === 0 ? [real.now() + aheadMs] : args, newTarget) as Date,
    get: (target, name): unknown =>
      name === 'now' ? () => real.now() + aheadMs : (Reflect.get(target, name) as unknown),
  });
  globalThis.Date = told;
  try {
    return await run();
  } finally {
    globalThis.Date = real;
  }
};
