import { describe, expect, it } from '@jest/globals';
import { partsOf } from './statement-parts.js';

const JPEG = 'data:image/jpeg;base64,/9j/4AAQSkZJRg==';

describe('what is shown of a statement', () => {
  it.each([
    ['words of a desk', { text: 'Set aside.' }, { words: 'Set aside.', photo: null }],
    ['words of a phone', { words: 'A dent.', photo: null }, { words: 'A dent.', photo: null }],
    ['both', { words: 'A dent.', photo: JPEG }, { words: 'A dent.', photo: JPEG }],
    ['a photo alone', { words: '', photo: JPEG }, { words: null, photo: JPEG }],
    ['neither', { kind: 'weighIn', words: '' }, null],
    ['words that are none', { text: 7 }, null],
  ])('%s', (_, content, parts) => {
    expect(partsOf(content)).toEqual(parts);
  });

  it.each([
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:text/html;base64,PGI+',
    'https://elsewhere.example/a.jpg',
    'javascript:alert(1)',
    `${JPEG}" onerror="alert(1)`,
  ])('never %s', (photo) => {
    expect(partsOf({ photo })).toBeNull();
  });
});
