import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '@yaosu/chaincode/model/kernel/errors';
import { GATEWAY_ERRORS } from './error-codes.js';
import { ERRORS } from './errors.js';

describe('the table of refusals', () => {
  it('has every code of peers and gateway, and no other', () => {
    expect(Object.keys(ERRORS).sort()).toEqual([...ERROR_CODES, ...GATEWAY_ERRORS].sort());
  });

  it.each(Object.entries(ERRORS))('%s has a status and two sentences', (_, { status, zh, en }) => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(en).toMatch(/^[A-Z].*\.$/);
  });
});
