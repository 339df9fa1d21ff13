import { expect, test } from '@jest/globals';
import { isOlder } from './is-older.js';

test.each([
  ['an answer as of a block before', { asOfBlock: 6 }, true],
  ['an answer as of the block', { asOfBlock: 7 }, false],
  ['an answer as of a later block', { asOfBlock: 8 }, false],
  ['pages, one of which was read before', { pages: [{ asOfBlock: 8 }, { asOfBlock: 6 }] }, true],
  ['pages as of the block', { pages: [{ asOfBlock: 7 }, { asOfBlock: 7 }] }, false],
  ['no pages', { pages: [] }, false],
  ['a list that was made of an answer', [{ enterprise: 'anhe' }], undefined],
  ['a page that does not say, beside one that does', { pages: [{ asOfBlock: 7 }, {}] }, undefined],
  ['nothing', null, undefined],
  ['not yet read', undefined, undefined],
])('%s', (_, data, expected) => {
  expect(isOlder(data, 7)).toBe(expected);
});
