/** What the giver's phone shows: an offer that is good for a minute of its own clock, then another one. */
import type { AnswerMessage, OfferMessage } from './messages.js';

/** How long an offer is good for. */
export const OFFER_MS = 60_000;

/** The present offer and its forerunners. */
export class Offers {
  readonly #make: () => OfferMessage;
  /** Milliseconds that only go forward: the time of day of a phone may be set. */
  readonly #elapsed: () => number;
  readonly #past = new Set<string>();
  #current: { readonly offer: OfferMessage; readonly since: number } | undefined;

  constructor(make: () => OfferMessage, elapsed: () => number) {
    this.#make = make;
    this.#elapsed = elapsed;
  }

  /** The offer to show now. */
  current(): OfferMessage {
    const now = this.#elapsed();
    if (this.#current === undefined || now - this.#current.since >= OFFER_MS) {
      if (this.#current !== undefined) this.#past.add(this.#current.offer.n);
      this.#current = { offer: this.#make(), since: now };
    }
    return this.#current.offer;
  }

  /** Milliseconds until the next offer. */
  remaining(): number {
    return OFFER_MS - (this.#elapsed() - (this.#current?.since ?? 0));
  }

  /** What an answer is to what is shown now. */
  judge({ n }: Pick<AnswerMessage, 'n'>): 'fresh' | 'expired' | 'foreign' {
    const { n: shown } = this.current();
    if (n === shown) return 'fresh';
    return this.#past.has(n) ? 'expired' : 'foreign';
  }
}
