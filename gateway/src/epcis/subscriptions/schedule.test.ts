import { describe, expect, it } from '@jest/globals';
import { nextDue, schedule, type Schedule } from './schedule.js';

const after = '2026-11-28T10:20:30.500Z';

describe('schedules', () => {
  it.each<[Schedule, string]>([
    [{ second: '0' }, '2026-11-28T10:21:00.000Z'],
    [{ second: '31' }, '2026-11-28T10:20:31.000Z'],
    [{ minute: '0,30' }, '2026-11-28T10:30:00.000Z'],
    [{ minute: '20' }, '2026-11-28T11:20:00.000Z'],
    [{ hour: '2', minute: '15' }, '2026-11-29T02:15:00.000Z'],
    [{ dayOfWeek: '1' }, '2026-11-30T00:00:00.000Z'],
    [{ dayOfWeek: '7', hour: '23' }, '2026-11-29T23:00:00.000Z'],
    [{ dayOfMonth: '31' }, '2026-12-31T00:00:00.000Z'],
    [{ month: '2', dayOfMonth: '29' }, '2028-02-29T00:00:00.000Z'],
    [{ hour: '[8-11]', minute: '5' }, '2026-11-28T11:05:00.000Z'],
  ])('%j comes next at %s', (given, due) => {
    expect(nextDue(given, Date.parse(after))).toBe(Date.parse(due));
  });

  it('that can never come never comes', () => {
    expect(nextDue({ month: '2', dayOfMonth: '30' }, Date.parse(after))).toBeUndefined();
  });

  it.each([
    [{}],
    [{ minute: '60' }],
    [{ dayOfWeek: '0' }],
    [{ hour: '[9-8]' }],
    [{ hour: '*' }],
    [{ second: '1,,2' }],
    [{ year: '2026' }],
  ])('%j is none', (given) => {
    expect(schedule.safeParse(given).success).toBe(false);
  });
});
