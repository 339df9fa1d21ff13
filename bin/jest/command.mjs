// How Jest is run here: the product's sources as they are, suites in the realm of their worker.

/** What Node runs, from the repository's root; Jest's own options follow. */
export const JEST = [
  '--conditions=source',
  '--import',
  './bin/jest/register.mjs',
  'node_modules/jest/bin/jest.js',
];
