import { describe, expect, test } from '@jest/globals';
import { LedgerError } from '@yaosu/network';
import { ApiError } from '../api/api-error.js';
import { apiErrorOf } from './error-handler.js';

const evaluating = (details: LedgerError['details']): LedgerError =>
  new LedgerError('evaluate', 'failed to find any endorsing peers for org(s): CdmoMSP', details);

describe('what was thrown, as an answer', () => {
  test.each<{ readonly title: string; readonly thrown: unknown; readonly code: string }>([
    { title: 'a refusal of ours', thrown: new ApiError('RECORD_NOT_FOUND'), code: 'RECORD_NOT_FOUND' },
    { title: 'a peer that is away', thrown: evaluating({ status: 'UNAVAILABLE' }), code: 'LEDGER_AWAY' },
    {
      title: 'a peer that does not answer',
      thrown: evaluating({ status: 'DEADLINE_EXCEEDED' }),
      code: 'LEDGER_AWAY',
    },
    { title: 'a peer that refuses', thrown: evaluating({ status: 'FAILED_PRECONDITION' }), code: 'INTERNAL' },
    { title: 'a body that is too large', thrown: { status: 413 }, code: 'BODY_TOO_LARGE' },
    { title: 'a body that cannot be parsed', thrown: { status: 400 }, code: 'BODY_INVALID' },
    { title: 'anything else', thrown: new Error('no such thing'), code: 'INTERNAL' },
  ])('$title is $code', ({ thrown, code }) => {
    expect(apiErrorOf(thrown).code).toBe(code);
  });
});
