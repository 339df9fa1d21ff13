import { describe, expect, it } from '@jest/globals';
import { orderOf, type Rhythm } from './schedule-form.js';

const chosen = { time: '06:05', dayOfWeek: '3' };

describe('when a subscriber is reported to', () => {
  it.each<[Rhythm['rhythm'], object]>([
    ['each', { stream: true }],
    ['hourly', { schedule: { minute: '5' } }],
    ['daily', { schedule: { hour: '6', minute: '5' } }],
    ['weekly', { schedule: { hour: '6', minute: '5', dayOfWeek: '3' } }],
  ])('%s', (rhythm, order) => {
    expect(orderOf({ ...chosen, rhythm })).toEqual(order);
  });

  it.each(['', '24:00', '6:5', '06:60'])('never at %p', (time) => {
    expect(orderOf({ ...chosen, rhythm: 'daily', time })).toBeUndefined();
  });
});
