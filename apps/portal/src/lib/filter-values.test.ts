import { describe, expect, it } from '@jest/globals';
import { calendarDay, chosenOf, oneOf, textUpTo } from './filter-values.js';

const filters = { state: oneOf(['open', 'closed']), q: textUpTo(5), from: calendarDay };
const chosen = (search: string) => chosenOf(filters, new URLSearchParams(search));

describe('filters of an address', () => {
  it('are what it says of them, and nothing else', () => {
    expect(chosen('state=open&q=+abc+&from=2026-11-30&other=1')).toEqual({
      state: 'open',
      q: 'abc',
      from: '2026-11-30',
    });
    expect(chosen('')).toEqual({});
  });

  it.each([
    ['a word that is none', 'state=lost'],
    ['an inherited name', 'state=toString'],
    ['text that is too long', 'q=abcdef'],
    ['white space', 'q=+'],
    ['a day that is none', 'from=2026-13-41'],
    ['a day that its month has not', 'from=2026-02-31'],
    ['an instant for a day', 'from=2026-11-30T00:00:00Z'],
  ])('leave out %s, and keep the others', (_, search) => {
    expect(chosen(`${search}&${search.startsWith('state') ? 'q=ab' : 'state=open'}`)).toEqual(
      search.startsWith('state') ? { q: 'ab' } : { state: 'open' },
    );
  });
});
