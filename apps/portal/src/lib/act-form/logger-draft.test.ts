import { describe, expect, test } from '@jest/globals';
import { loggerIdOf } from '@yaosu/chaincode/signing/logger-id';
import { joinLogger, loggerIdTyped, OWN_KEY, splitLogger } from './logger-draft.js';

describe('a logger as it is typed', () => {
  test('has the id that its export leads to', () => {
    expect(loggerIdTyped(joinLogger('qtagClm', ' YS0003 '))).toBe(loggerIdOf('qtagClm', 'YS0003'));
    expect(splitLogger(joinLogger('fridgeTag2', 'A 1'))).toEqual({ model: 'fridgeTag2', number: 'A 1' });
  });

  test('with its own key is known by it', () => {
    const kid = 'c'.repeat(64);
    expect(loggerIdTyped(joinLogger(OWN_KEY, kid))).toBe(kid);
  });

  test('without a number is missing', () => {
    expect(loggerIdTyped('')).toBeUndefined();
    expect(loggerIdTyped('qtagClm  ')).toBeUndefined();
  });
});
