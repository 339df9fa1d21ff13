/** Acts without their schemas: what a page needs to offer one. */
import { ACTS } from './acts.js';
import type { Act } from './kernel/define-acts.js';

/** Names an act, and says who may sign it. */
export type ActHead = Pick<Act, 'contract' | 'name' | 'kind' | 'parties'>;

type Heads<T> = { readonly [C in keyof T]: { readonly [A in keyof T[C]]: ActHead } };

const headsOf = (acts: Readonly<Record<string, Act>>): Readonly<Record<string, ActHead>> =>
  Object.fromEntries(
    Object.entries(acts).map(([key, { contract, name, kind, parties }]) => [
      key,
      { contract, name, kind, parties },
    ]),
  );

/** Contract → act → its head. */
export const HEADS = Object.fromEntries(
  Object.entries<Readonly<Record<string, Act>>>(ACTS).map(([contract, acts]) => [contract, headsOf(acts)]),
) as Heads<typeof ACTS>;
