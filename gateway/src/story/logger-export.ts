/** Writes the export of a Q-tag CLm doc LR, as the device does when it is plugged in at the end of a trip. */
import { meanKineticTemperature } from '@yaosu/chaincode/model/telemetry/loggers/mean-kinetic-temperature';

/** What the logger recorded. */
export interface LoggerTrip {
  readonly serial: string;
  /** First reading, milliseconds since 1970, on the minute. */
  readonly startMs: number;
  readonly intervalMinutes: number;
  /** Hundredths of a degree, which the device shows to a tenth. */
  readonly values: readonly number[];
}

const MINUTE_MS = 60_000;
const ZONE_HOURS = 8;
const MKT_ENERGY_KJ = 83;
const ALARM = { high: 800, low: 200, minutes: 30 } as const;
const PER_DEGREE = 100;
const TIME_LENGTH = 16;

const degrees = (centiCelsius: number): string => (centiCelsius / PER_DEGREE).toFixed(1);
/** The device cuts its own figures, it does not round them. */
const cut = (celsius: number): string => (Math.trunc(celsius * 10) / 10).toFixed(1);

const localTime = ({ startMs, intervalMinutes }: LoggerTrip, index: number): string => {
  const local = startMs + (index * intervalMinutes + ZONE_HOURS * 60) * MINUTE_MS;
  return new Date(local).toISOString().slice(0, TIME_LENGTH).replace('T', ' ');
};

interface Run {
  readonly first: number;
  /** One past the last reading beyond. */
  readonly end: number;
}

const runsOf = (values: readonly number[], isBeyond: (value: number) => boolean): readonly Run[] => {
  const firsts = values.flatMap((value, i) =>
    isBeyond(value) && !isBeyond(values[i - 1] ?? Number.NaN) ? [i] : [],
  );
  return firsts.map((first) => {
    const length = values.slice(first).findIndex((value) => !isBeyond(value));
    return { first, end: length === -1 ? values.length : first + length };
  });
};

/** Lines of an alarm for each unbroken time beyond that was long enough. */
const alarmLines = (trip: LoggerTrip, side: 'high' | 'low'): readonly string[] => {
  const isBeyond = (value: number): boolean => (side === 'high' ? value > ALARM.high : value < ALARM.low);
  const { intervalMinutes, values } = trip;
  return runsOf(values, isBeyond)
    .map(({ first, end }) => ({ first, end, minutes: (end - first) * intervalMinutes }))
    .filter(({ minutes }) => minutes >= ALARM.minutes)
    .map(({ first, end, minutes }) => {
      const within = values.slice(first, end);
      const most = side === 'high' ? Math.max(...within) : Math.min(...within);
      const rung = localTime(trip, first + Math.ceil(ALARM.minutes / intervalMinutes));
      const at = localTime(trip, first + within.indexOf(most));
      const ended = end === values.length ? '' : ` ${localTime(trip, end)}`;
      return `   TS S: ${localTime(trip, first)}, t A: ${String(minutes)}, TS A: ${rung}, TS E:${ended}, T M: ${degrees(most)}, TS M: ${at}`;
    });
};

const settingsOf = ({ serial, intervalMinutes }: LoggerTrip): readonly string[] => [
  'Conf:',
  ` Serial: ${serial}`,
  ` Zone: ${ZONE_HOURS.toFixed(2)}`,
  ' Start Delay: 0',
  ' Moving Avrg: 1',
  ` MKT Energy: ${MKT_ENERGY_KJ.toFixed(1)}`,
  ` Logging Interval: ${String(intervalMinutes)}`,
  ' Alarm:',
  '  1:',
  `   Type: 2, T AL: ${degrees(ALARM.high)}, t AL: ${String(ALARM.minutes)}`,
  '  2:',
  '   Type: 0',
  '  5:',
  `   Type: 1, T AL: ${degrees(ALARM.low)}, t AL: ${String(ALARM.minutes)}`,
];

const resultsOf = (trip: LoggerTrip): readonly string[] => {
  const { values } = trip;
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const weighted = values.map((value) => ({ celsius: value / PER_DEGREE, weight: 1 }));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length / PER_DEGREE;
  return [
    'Res:',
    ` TS Start: ${localTime(trip, 0)}`,
    ` TS Stop: ${localTime(trip, values.length - 1)}`,
    ` Min T: ${degrees(least)}, TS Min T: ${localTime(trip, values.indexOf(least))}`,
    ` Max T: ${degrees(most)}, TS Max T: ${localTime(trip, values.indexOf(most))}`,
    ` MKT: ${cut(meanKineticTemperature(weighted, MKT_ENERGY_KJ))}`,
    ` Avrg T: ${cut(mean)}`,
    ' Run Number: 1',
    ' Alarm:',
    '  1:',
    ...alarmLines(trip, 'high'),
    '  5:',
    ...alarmLines(trip, 'low'),
  ];
};

const dataOf = (trip: LoggerTrip): readonly string[] =>
  trip.values.map((value, i) => {
    const mark = value > ALARM.high || value < ALARM.low ? 'x' : '';
    return `\t${localTime(trip, i)}\t${degrees(value)}\t${mark}`;
  });

/** The text of the export. */
export const writeLoggerExport = (trip: LoggerTrip): string =>
  [
    'Device: Q-tag CLm doc LR',
    'Vers: 1.9',
    ...settingsOf(trip),
    ...resultsOf(trip),
    'Data:',
    '\tyyyy-MM-dd hh:mm\tT\tOut of limits',
    ...dataOf(trip),
    '',
  ].join('\r\n');
