/** Exports of real loggers: what our parsers read against what the devices computed themselves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoggerExport } from '@yaosu/chaincode/model/telemetry/loggers/logger-export';
import { meanKineticTemperature } from '@yaosu/chaincode/model/telemetry/loggers/mean-kinetic-temperature';
import { parseLoggerExport } from '@yaosu/chaincode/model/telemetry/loggers/parse-logger-export';
import { readJson } from '../folder.js';
import type { Case, ConformanceSet } from '../set.js';

interface Qtag {
  readonly file: string;
  readonly readings: number;
  readonly interval_min: number;
  readonly mkt_energy_kj_mol: number;
  readonly device: Readonly<Record<'mkt_c' | 'avg_c' | 'min_c' | 'max_c', number>>;
}
interface Day {
  readonly date: string;
  readonly device: {
    readonly min_c: number;
    readonly max_c: number;
    readonly avg_c: number;
    readonly minutes_below_2: number;
    readonly alarm_low_at: string | null;
    readonly minutes_above_8: number;
    readonly alarm_high_at: string | null;
  };
}
interface Expected {
  readonly qtag: readonly Qtag[];
  readonly fridgetag2L_days: readonly Day[];
  readonly fridgetag2L_config: { readonly file: string };
}
interface MktCase {
  readonly id: string;
  readonly readings: readonly {
    readonly celsius: number;
    readonly weight: number;
    readonly times: number;
  }[];
  readonly mkt_c: string;
}

const cut = (value: number): number => Math.trunc(value * 10) / 10;
const centi = (celsius: number): number => Math.round(celsius * 100);

const tripCases = (folder: string, { file, device, ...trip }: Qtag): readonly Case[] => {
  const read = (): LoggerExport =>
    parseLoggerExport(readFileSync(join(folder, 'logger-exports', file), 'utf8'));
  const degrees = (): readonly number[] => read().readings.map(({ centiCelsius }) => centiCelsius / 100);
  const mean = (): number => degrees().reduce((sum, each) => sum + each, 0) / trip.readings;
  const mkt = (): number =>
    meanKineticTemperature(
      degrees().map((celsius) => ({ celsius, weight: 1 })),
      trip.mkt_energy_kj_mol,
    );
  const checks: Readonly<Record<string, () => boolean>> = {
    readings: () => read().readings.length === trip.readings,
    interval: () => read().intervalSeconds === trip.interval_min * 60,
    minimum: () => read().figures[0]?.minimum === centi(device.min_c),
    maximum: () => read().figures[0]?.maximum === centi(device.max_c),
    mean: () => Math.abs(mean() - device.avg_c) <= 0.1,
    'mean kinetic temperature': () => cut(mkt()) === device.mkt_c,
  };
  return Object.entries(checks).map(([what, passes]) => ({ id: `${file} ${what}`, passes }));
};

const dayCases = (folder: string, { fridgetag2L_config, fridgetag2L_days }: Expected): readonly Case[] =>
  fridgetag2L_days.map(({ date, device }) => ({
    id: `${fridgetag2L_config.file} ${date}`,
    passes: () => {
      const text = readFileSync(join(folder, 'logger-exports', fridgetag2L_config.file), 'utf8');
      const day = parseLoggerExport(text).figures.find((each) => each.date === date);
      const found = [day?.minimum, day?.maximum, day?.mean, day?.alarms];
      const wanted = [
        ...[device.min_c, device.max_c, device.avg_c].map(centi),
        [
          { side: 'low', minutesBeyond: device.minutes_below_2, alarmAt: device.alarm_low_at },
          { side: 'high', minutesBeyond: device.minutes_above_8, alarmAt: device.alarm_high_at },
        ],
      ];
      return JSON.stringify(found) === JSON.stringify(wanted);
    },
  }));

const mktCases = (folder: string): readonly Case[] =>
  readJson<{ cases: readonly MktCase[] }>(folder, 'mkt-cases.json').cases.map(({ id, readings, mkt_c }) => {
    const weighted = readings.map(({ celsius, weight, times }) => ({ celsius, weight: weight * times }));
    return { id, passes: () => Math.abs(meanKineticTemperature(weighted) - Number(mkt_c)) < 0.01 };
  });

export const COLD_CHAIN: ConformanceSet = {
  name: 'cold-chain',
  at: 'cold-chain',
  cases: (folder) => {
    const expected = readJson<Expected>(folder, 'logger-expected.json');
    return [
      ...expected.qtag.flatMap((trip) => tripCases(folder, trip)),
      ...dayCases(folder, expected),
      ...mktCases(folder),
    ];
  },
  leftOut: [{ what: 'limits.json', why: 'verdicts on whole trips; not joined to this runner yet' }],
};
