import { expect, test } from '@jest/globals';
import { digitalLinkOf } from './digital-link.js';

test.each([
  [
    '(01)06901004000215(17)281125(10)AH/26(21)7HK2',
    'https://id.gs1.org/01/06901004000215/10/AH%2F26/21/7HK2?17=281125',
  ],
  ['(21)7HK2(01)06901004000215', 'https://id.gs1.org/01/06901004000215/21/7HK2'],
  ['(00)369010041234560019', 'https://id.gs1.org/00/369010041234560019'],
  ['(10)AH-26', undefined],
  ['(01)06901004000210(21)7HK2', undefined],
  [' (00)369010041234560019', undefined],
])('%s', (code, link) => {
  expect(digitalLinkOf(code)).toBe(link);
});
