import { describe, expect, it } from '@jest/globals';
import type { OfferMessage } from './messages.js';
import { OFFER_MS, Offers } from './offers.js';

const newOffers = (): { readonly offers: Offers; pass: (milliseconds: number) => void } => {
  let [elapsed, made] = [5, 0];
  const make = (): OfferMessage => ({ n: String(++made) }) as OfferMessage;
  return { offers: new Offers(make, () => elapsed), pass: (milliseconds) => void (elapsed += milliseconds) };
};

describe('offers of a hand-over', () => {
  it('stay for a minute of the phone that shows them, then change', () => {
    const { offers, pass } = newOffers();
    expect(offers.current().n).toBe('1');
    pass(OFFER_MS - 1);
    expect(offers.current().n).toBe('1');
    expect(offers.remaining()).toBe(1);
    pass(1);
    expect(offers.current().n).toBe('2');
    expect(offers.remaining()).toBe(OFFER_MS);
  });

  it('take an answer to what is shown, none to what was shown, none to anything else', () => {
    const { offers, pass } = newOffers();
    offers.current();
    expect(offers.judge({ n: '1' })).toBe('fresh');
    pass(OFFER_MS);
    expect(offers.judge({ n: '1' })).toBe('expired');
    expect(offers.judge({ n: '2' })).toBe('fresh');
    expect(offers.judge({ n: '7' })).toBe('foreign');
  });
});
