/** What a row is written in and what a run observes. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One stub call of a probe: its name, then its arguments. */
export type Op = readonly [name: string, ...args: readonly Json[]];

/** Turns the text of a probe's argument or result into data. */
export function parseJson(text: string): Json {
  return JSON.parse(text) as Json;
}

/** Turns the argument of a probe into its list of stub calls. @throws Error when it is not such a list. */
export function parseOps(text: string): readonly Op[] {
  const ops = parseJson(text);
  if (!Array.isArray(ops) || !ops.every((op) => Array.isArray(op) && typeof op[0] === 'string')) {
    throw new Error('a probe takes a list of stub calls');
  }
  return ops as readonly Op[];
}
