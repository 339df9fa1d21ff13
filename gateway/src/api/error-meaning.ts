/** What a refusal means to a client. */

/** `never`: nothing will change; `same`: send the very same again; `new`: make and sign a new command. */
export type Retry = 'never' | 'same' | 'new';

/** What a code means to a client. */
export interface ErrorMeaning {
  readonly status: number;
  readonly retry: Retry;
  readonly zh: string;
  readonly en: string;
}

/** A meaning with its status and retry rule. */
export const meaning =
  (status: number, retry: Retry) =>
  (zh: string, en: string): ErrorMeaning => ({ status, retry, zh, en });

/** Malformed. */
export const bad = meaning(400, 'never');
/** Not theirs to do. */
export const forbidden = meaning(403, 'never');
/** Not known here. */
export const missing = meaning(404, 'never');
/** There already. */
export const exists = meaning(409, 'never');
/** A rule forbids it. */
export const broken = meaning(422, 'never');
/** To be made and signed anew. */
export const outdated = meaning(409, 'new');
