// Node's resolution for suites: `@jest/globals` is ours, since Jest's own is for its sandbox alone.
const globals = new URL('./globals.mjs', import.meta.url).href;

export const resolve = (specifier, context, next) =>
  specifier === '@jest/globals' ? { url: globals, shortCircuit: true } : next(specifier, context);
