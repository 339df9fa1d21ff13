import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { closed, holdKey, opened } from './keyring.js';
import { newDataKey, seal, unseal, unwrap, wrap } from './sealing.js';

const ITERATIONS = 10;

describe('records of a phone with a PIN', () => {
  let key: CryptoKey;
  beforeAll(async () => {
    key = await newDataKey();
  });

  it('come back as they were, and no word of them lies in the clear', async () => {
    const words = fc.string({ minLength: 4, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(words, words, fc.jsonValue(), async (name, word, rest) => {
        const value = { [word]: word, rest };
        const box = await seal(key, value, name);
        expect(await unseal(key, box, name)).toEqual(JSON.parse(JSON.stringify(value)));
        const written = Buffer.from(box.sealed, 'base64url');
        expect(written.includes(Buffer.from(word))).toBe(false);
      }),
    );
  });

  it.each([
    ['another key', async () => unseal(await newDataKey(), await seal(key, 1, 'a'), 'a')],
    ['the place of another record', async () => unseal(key, await seal(key, 1, 'a'), 'b')],
    [
      'an altered byte',
      async () => {
        const { iv, sealed } = await seal(key, 'word', 'a');
        return unseal(key, { iv, sealed: (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1) }, 'a');
      },
    ],
  ])('are not opened under %s', async (_, open) => {
    await expect(open()).rejects.toThrow();
  });

  it('are opened by PIN and by recovery code, and by nothing else', async () => {
    const box = await seal(key, 'load', 'a');
    const wrapped = await Promise.all(['246810', 'CODE'].map((secret) => wrap(key, secret, ITERATIONS)));
    for (const [at, secret] of ['246810', 'CODE'].entries()) {
      const [one] = [wrapped[at]];
      if (one === undefined) throw new Error('nothing wrapped');
      const again = await unwrap(one, secret);
      if (again === undefined) throw new Error('not opened');
      expect(again.extractable).toBe(false);
      expect(await unseal(again, box, 'a')).toBe('load');
      expect(await unwrap(one, `${secret}0`)).toBeUndefined();
    }
  });

  it('lie open until a PIN is set, and sealed afterwards', async () => {
    expect(await closed({ note: 'LH-1' }, 'a')).toEqual({ note: 'LH-1' });
    holdKey(key);
    const row = await closed({ note: 'LH-1' }, 'a');
    expect(JSON.stringify(row)).not.toContain('LH-1');
    expect(await opened(row, 'a')).toEqual({ note: 'LH-1' });
    expect(await opened({ note: 'old' }, 'a')).toEqual({ note: 'old' });
  });
});
