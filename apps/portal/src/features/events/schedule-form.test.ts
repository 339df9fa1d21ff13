import { describe, expect, it } from '@jest/globals';
import { orderOf, rhythmOf, type Rhythm } from './schedule-form.js';

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

  it.each<Rhythm>([
    { rhythm: 'hourly', time: '00:05', dayOfWeek: '1' },
    { rhythm: 'daily', time: '06:05', dayOfWeek: '1' },
    { rhythm: 'weekly', time: '06:05', dayOfWeek: '3' },
  ])('%j is read back from its schedule', (rhythm) => {
    expect(rhythmOf(orderOf(rhythm)?.schedule ?? {})).toEqual(rhythm);
  });

  it.each([{ second: '0' }, { hour: '[8-18]', minute: '0' }, { month: '1', hour: '6', minute: '0' }, {}])(
    '%j of other software is no rhythm of ours',
    (schedule) => {
      expect(rhythmOf(schedule)).toBeUndefined();
    },
  );

  it.each(['', '24:00', '6:5', '06:60'])('never at %p', (time) => {
    expect(orderOf({ ...chosen, rhythm: 'daily', time })).toBeUndefined();
  });
});
