import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromBase64url, toBase64url } from './bytes.js';

describe('base64url', () => {
  it('is what node makes of the same bytes, and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url');
        expect(toBase64url(bytes)).toBe(text);
        expect(Buffer.from(fromBase64url(text)).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  it.each(['A', 'AAAAA', 'AA=', 'A+', 'A/', 'ä'])('%s is none', (text) => {
    expect(() => fromBase64url(text)).toThrow(TypeError);
  });
});
