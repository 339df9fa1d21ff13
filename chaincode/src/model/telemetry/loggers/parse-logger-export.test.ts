import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceFigures } from './logger-export.js';
import { LoggerFormatError } from './logger-export.js';
import { meanKineticTemperature } from './mean-kinetic-temperature.js';
import { parseLoggerExport } from './parse-logger-export.js';

const folder = join(
  process.env['CONFORMANCE_DIR'] ?? join(import.meta.dirname, '../../../../../../shared/conformance'),
  'cold-chain',
);
const isThere = existsSync(folder);
const real = isThere ? describe : describe.skip;
const read = (file: string): string => readFileSync(join(folder, 'logger-exports', file), 'utf8');
const QTAG = 'QTag-CLm-doc-LR__RCPJ00010_02_202211090128.txt';
const FRIDGE_L = 'FridgeTag-2L__test.txt';
const FRIDGE = 'FridgeTag-2__130400191544_202304201514.txt';

interface Device {
  readonly min_c: number;
  readonly max_c: number;
  readonly avg_c: number;
  readonly mkt_c: number;
  readonly minutes_below_2: number;
  readonly alarm_low_at: string | null;
  readonly minutes_above_8: number;
  readonly alarm_high_at: string | null;
}
interface Expected {
  readonly qtag: readonly {
    readings: number;
    interval_min: number;
    mkt_energy_kj_mol: number;
    device: Device;
  }[];
  readonly fridgetag2L_days: readonly { date: string; device: Device }[];
}
const expected = isThere
  ? (JSON.parse(readFileSync(join(folder, 'logger-expected.json'), 'utf8')) as Expected)
  : { qtag: [], fridgetag2L_days: [] };

const celsius = (centi: number): number => centi / 100;
const cut = (value: number): number => Math.trunc(value * 10) / 10;

real('the exports of real devices', () => {
  const NOTHING: Expected['qtag'][number] = {
    readings: 0,
    interval_min: 0,
    mkt_energy_kj_mol: 0,
    device: {
      min_c: 0,
      max_c: 0,
      avg_c: 0,
      mkt_c: 0,
      minutes_below_2: 0,
      alarm_low_at: null,
      minutes_above_8: 0,
      alarm_high_at: null,
    },
  };

  test('Q-tag: every reading, and the figures that the device computed itself', () => {
    const { readings, intervalSeconds, figures, limits, serial } = parseLoggerExport(read(QTAG));
    const [{ readings: count, interval_min, mkt_energy_kj_mol, device } = NOTHING] = expected.qtag;
    const [trip] = figures;
    const degrees = readings.map(({ centiCelsius }) => celsius(centiCelsius));
    expect(serial).toBe('RCPJ00010');
    expect(readings).toHaveLength(count);
    expect(intervalSeconds).toBe(interval_min * 60);
    expect(readings[0]).toEqual({ at: '2022-11-08T04:49:00.000Z', centiCelsius: 440 });
    const { min_c, max_c, avg_c, mkt_c } = device;
    expect(trip).toMatchObject({ minimum: min_c * 100, maximum: max_c * 100, kinetic: mkt_c * 100 });
    expect(Math.min(...degrees)).toBe(min_c);
    expect(Math.max(...degrees)).toBe(max_c);
    const weighted = degrees.map((each) => ({ celsius: each, weight: 1 }));
    expect(cut(meanKineticTemperature(weighted, mkt_energy_kj_mol))).toBe(mkt_c);
    const mean = degrees.reduce((sum, each) => sum + each, 0) / degrees.length;
    expect(Math.abs(mean - avg_c)).toBeLessThanOrEqual(0.1);
    expect(limits).toEqual([
      { side: 'high', centiCelsius: 800, minutes: 30, summed: false },
      { side: 'high', centiCelsius: 800, minutes: 60, summed: true },
      { side: 'low', centiCelsius: 200, minutes: 60, summed: true },
      { side: 'low', centiCelsius: 200, minutes: 30, summed: false },
    ]);
    expect(trip?.alarms.map(({ minutesBeyond }) => minutesBeyond)).toEqual([219, 219, 598, 145, 32, 31]);
  });

  const days = (): ReadonlyMap<string, DeviceFigures> =>
    new Map(parseLoggerExport(read(FRIDGE_L)).figures.map((day) => [day.date ?? '', day]));

  test('Fridge-tag 2 L: its days are those that are expected', () => {
    const found = days();
    expect(found.size).toBe(38);
    for (const { date, device } of expected.fridgetag2L_days) {
      expect(found.get(date)).toMatchObject({
        minimum: Math.round(device.min_c * 100),
        maximum: Math.round(device.max_c * 100),
        mean: Math.round(device.avg_c * 100),
        alarms: [
          { side: 'low', minutesBeyond: device.minutes_below_2, alarmAt: device.alarm_low_at },
          { side: 'high', minutesBeyond: device.minutes_above_8, alarmAt: device.alarm_high_at },
        ],
      });
    }
  });

  test('Fridge-tag 2 L: its readings, in order', () => {
    const { readings, intervalSeconds } = parseLoggerExport(read(FRIDGE_L));
    expect(intervalSeconds).toBe(300);
    expect(readings).toHaveLength(53);
    expect(readings[0]).toEqual({ at: '2022-05-02T04:44:00.000Z', centiCelsius: 2630 });
    expect(readings.at(-1)).toEqual({ at: '2022-06-08T10:11:00.000Z', centiCelsius: 570 });
  });

  test('Fridge-tag 2: four days without readings, and the time that its sensor was lost', () => {
    const { figures, readings, limits } = parseLoggerExport(read(FRIDGE));
    expect(readings).toEqual([]);
    expect(limits[0]).toEqual({ side: 'low', centiCelsius: -50, minutes: 60, summed: false });
    expect(
      figures.map(({ date, minimum, maximum, mean, lostMinutes }) => [
        date,
        minimum,
        maximum,
        mean,
        lostMinutes,
      ]),
    ).toEqual([
      ['2023-04-20', 200, 800, 460, 21],
      ['2023-04-19', 150, 710, 390, 0],
      ['2023-04-18', 190, 850, 400, 0],
      ['2023-04-17', 230, 2080, 440, 178],
    ]);
  });
});

real('mean kinetic temperature', () => {
  interface Case {
    readonly id: string;
    readonly readings?: readonly { celsius: number; weight: number; times: number }[];
    readonly mkt_c: string;
  }
  const { cases } = isThere
    ? (JSON.parse(readFileSync(join(folder, 'mkt-cases.json'), 'utf8')) as { cases: readonly Case[] })
    : { cases: [] };
  test.each(cases.filter(({ readings }) => readings !== undefined))('$id', ({ readings = [], mkt_c }) => {
    const weighted = readings.map(({ celsius: each, weight, times }) => ({
      celsius: each,
      weight: weight * times,
    }));
    expect(Math.abs(meanKineticTemperature(weighted) - Number(mkt_c))).toBeLessThan(0.01);
  });
});

/** The form of a Q-tag's export, with invented values. */
const SMALL = [
  'Device: Q-tag CLm doc LR',
  'Conf:',
  ' Serial: T1',
  ' Zone: 8.00',
  ' Logging Interval: 10',
  ' Alarm:',
  '  1:',
  '   Type: 2, T AL: 8.0, t AL: 30',
  'Res:',
  ' Min T: 2.0, TS Min T: 2026-11-01 08:00',
  ' Max T: 9.0, TS Max T: 2026-11-01 08:10',
  ' MKT: 5.5',
  ' Avrg T: 5.5',
  ' Alarm:',
  'Data:',
  '\tyyyy-MM-dd hh:mm\tT\tOut of limits',
  '\t2026-11-01 08:00\t-2.5\t',
  '\t2026-11-01 08:10\t9.0\tx',
];

describe('what does not fit', () => {
  const small = (change: Readonly<Record<number, string>> = {}): string =>
    SMALL.map((line, i) => change[i + 1] ?? line).join('\r\n');
  const misfit = (text: string): readonly [number, string] => {
    try {
      parseLoggerExport(text);
    } catch (error) {
      if (error instanceof LoggerFormatError) return [error.line, error.text];
      throw error;
    }
    throw new Error('it fits');
  };

  test('the small export fits, and its zone is taken off', () => {
    expect(parseLoggerExport(small()).readings).toEqual([
      { at: '2026-11-01T00:00:00.000Z', centiCelsius: -250 },
      { at: '2026-11-01T00:10:00.000Z', centiCelsius: 900 },
    ]);
  });

  test.each<readonly [string, number, string]>([
    ['an unknown device', 1, 'Device: Thermo 9000'],
    ['a line without a key', 3, ' Serial T1'],
    ['an interval that is none', 5, ' Logging Interval: often'],
    ['a zone that is none', 4, ' Zone: east'],
    ['an alarm without a limit', 8, '   Type: 2, t AL: 30'],
    ['a temperature that is none', 17, '\t2026-11-01 08:00\t--\t'],
    ['a day that is none', 17, '\t2026-02-30 08:00\t2.0\t'],
    ['a reading before the one before', 18, '\t2026-11-01 07:59\t2.0\t'],
    ['another heading', 16, '\ttime\ttemperature'],
    ['a cell too many', 18, '\t2026-11-01 08:10\t9.0\tx\ty'],
  ])('%s is named with its line', (_, line, text) => {
    expect(misfit(small({ [line]: text }))).toEqual([line, text]);
  });

  test.each([
    ['nothing', '', [1, '']],
    ['a binary file', '\u0000\u0001', [1, '\u0000\u0001']],
    ['a cut one, at the part that lacks what must be there', SMALL.slice(0, 9).join('\n'), [9, 'Res:']],
  ])('%s', (_, text, at) => {
    expect(misfit(text)).toEqual(at);
  });
});
