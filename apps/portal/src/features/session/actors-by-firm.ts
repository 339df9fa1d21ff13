import type { ReadAnswer } from '@yaosu/gateway/api/reads';

/** An actor of the demonstration. */
export type Actor = ReadAnswer<'demoLogins'>['logins'][number];
/** A firm's actors. */
export interface FirmActors {
  readonly enterprise: string;
  readonly actors: readonly Actor[];
}

/** Actors by firm, in the order of the supply chain. */
export const actorsByFirm = (actors: readonly Actor[]): readonly FirmActors[] =>
  [...new Set(actors.map(({ enterprise }) => enterprise))].map((enterprise) => ({
    enterprise,
    actors: actors.filter((actor) => actor.enterprise === enterprise),
  }));

/** Whether words that a person typed are found in what an actor is called. */
export const isFound = (typed: string, words: readonly string[]): boolean => {
  const text = words.join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};
