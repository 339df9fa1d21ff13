// What a suite imports as `@jest/globals`: bound anew to each suite, since suites share the modules that they import.

export let afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test;

/** From now on the names mean those of the suite at hand. */
export const bind = (globals) => {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = globals);
};
