import { describe, expect, it } from '@jest/globals';
import { isDiskFull } from './disk-full.js';

describe('a full disk', () => {
  it.each([
    ['a system error', Object.assign(new Error('write'), { code: 'ENOSPC' })],
    ['a store', new Error('IO error: 000005.log: No space left on device')],
    ['a cause', new Error('The ledger could not be written', { cause: Object.assign(new Error(), { code: 'ENOSPC' }) })],
    ['a process of ours', Object.assign(new Error('Command failed'), { stderr: 'errno: -28, code: ENOSPC' })],
    ['PGlite', { name: 'ErrnoError', errno: 51 }],
    ['PGlite in a process of ours', { stderr: "^\nErrnoError { name: 'ErrnoError', errno: 51 }" }],
    ['a quota', new Error('EDQUOT: disk quota exceeded')],
  ])('is known from %s', (_, error) => expect(isDiskFull(error)).toBe(true));

  it.each([[undefined], ['ENOSPC'], [new Error('EACCES')], [{ name: 'ErrnoError', errno: 44 }]])('is not seen in %p', (error) =>
    expect(isDiskFull(error)).toBe(false),
  );
});
