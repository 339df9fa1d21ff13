import { describe, expect, test } from '@jest/globals';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';
import { drillSteps, lengthOf } from './drill-steps.js';

type Read = Pick<ReadAnswer<'recall'>, 'holders' | 'responses' | 'sealedAt'>;

const SIGNAL = '2026-11-25T08:00:00.000Z';
const holder = (name: string): Read['holders'][number] => ({
  ...{ batch: 'b', holder: name, quantity: '1', unit: 'H87', response: null },
});
const answer = (enterprise: string, at: string): Read['responses'][number] => ({
  ...{ enterprise, at, stage: 'counted', counts: [] },
});

describe('the times of a drill', () => {
  test('have every step, answers in the order in which they came, and who has not answered', () => {
    const steps = drillSteps(
      { signalledAt: SIGNAL, startedAt: '2026-11-25T08:01:00.000Z' },
      { openedAt: '2026-11-25T08:20:00.000Z', closedAt: null },
      {
        sealedAt: '2026-11-25T08:02:00.000Z',
        holders: [holder('late'), holder('early'), holder('early'), holder('silent')],
        responses: [answer('late', '2026-11-25T10:00:00.000Z'), answer('early', '2026-11-25T09:00:00.000Z')],
      },
    );
    expect(steps.map(({ step, holder: of, at }) => [step, of, at?.slice(11, 16) ?? null])).toEqual([
      ['signalled', null, '08:00'],
      ['started', null, '08:01'],
      ['sealed', null, '08:02'],
      ['opened', null, '08:20'],
      ['answered', 'early', '09:00'],
      ['answered', 'late', '10:00'],
      ['silent', 'silent', null],
      ['closed', null, null],
    ]);
  });

  test('are awaited while nothing has been started', () => {
    const steps = drillSteps({ signalledAt: SIGNAL, startedAt: null }, null, {
      ...{ sealedAt: null, holders: [], responses: [] },
    });
    expect(steps.filter(({ at }) => at === null).map(({ step }) => step)).toEqual([
      'started',
      'sealed',
      'opened',
      'closed',
    ]);
  });

  test.each([
    ['2026-11-25T08:00:00.000Z', { hours: 0, minutes: 0, seconds: 0 }],
    ['2026-11-25T08:00:59.999Z', { hours: 0, minutes: 0, seconds: 59 }],
    ['2026-11-26T09:02:03.000Z', { hours: 25, minutes: 2, seconds: 3 }],
    ['2026-11-25T07:00:00.000Z', { hours: 0, minutes: 0, seconds: 0 }],
  ])('last until %s', (to, length) => {
    expect(lengthOf(SIGNAL, to)).toEqual(length);
  });
});
