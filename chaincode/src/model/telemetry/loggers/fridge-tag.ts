/** Berlinger Fridge-tag 2 and 2 L: a history of days with two alarms; the L also exports readings. */
import type { DeviceAlarm, DeviceFigures, DeviceLimit, LoggerExport } from './logger-export.js';
import { partOf, valueOf, type Outline } from './read-outline.js';
import { readCount, readDegrees, readReadings, readZone } from './read-values.js';

const SECONDS_PER_MINUTE = 60;
/** Number of an alarm → its side. */
const SIDES = { '0': 'low', '1': 'high' } as const;
const NUMBERS = ['0', '1'] as const;

const limitsOf = (settings: Outline): readonly DeviceLimit[] =>
  NUMBERS.map((number) => {
    const [limit] = partOf(partOf(settings, 'Alarm'), number).children;
    const line = limit ?? settings;
    const centiCelsius = readDegrees(valueOf(line, 'T AL'), line);
    return {
      side: SIDES[number],
      centiCelsius,
      minutes: readCount(valueOf(line, 't AL'), line),
      summed: false,
    };
  });

const alarmOf = (day: Outline, number: (typeof NUMBERS)[number]): DeviceAlarm => {
  const time = partOf(partOf(partOf(day, 'Alarm'), number), 't Acc');
  const minutesBeyond = readCount(time.value, time);
  return { side: SIDES[number], minutesBeyond, alarmAt: time.pairs.get('TS A') ?? null };
};

const lostMinutesOf = (day: Outline): number =>
  day.children
    .filter(({ key }) => key.endsWith('Sensor timeout'))
    .map((sensor) => partOf(sensor, 't AccST'))
    .reduce((sum, time) => sum + readCount(time.value, time), 0);

const dayOf = (day: Outline): DeviceFigures => {
  const degrees = (key: string): number => {
    const part = partOf(day, key);
    return readDegrees(part.value, part);
  };
  return {
    date: partOf(day, 'Date').value,
    minimum: degrees('Min T'),
    maximum: degrees('Max T'),
    mean: degrees('Avrg T'),
    kinetic: null,
    alarms: NUMBERS.map((number) => alarmOf(day, number)),
    lostMinutes: lostMinutesOf(day),
  };
};

const readFridgeTag =
  (format: string, hasReadings: boolean) =>
  (outline: Outline): LoggerExport => {
    const settings = partOf(outline, 'Conf');
    const zone = readZone(partOf(settings, 'Zone'));
    const interval = hasReadings ? partOf(settings, 'Logging Interval') : undefined;
    const days = partOf(outline, 'Hist').children.filter(({ key }) => /^\d+$/.test(key));
    return {
      format,
      serial: partOf(settings, 'Serial').value,
      intervalSeconds:
        interval === undefined ? null : readCount(interval.value, interval) * SECONDS_PER_MINUTE,
      limits: limitsOf(settings),
      readings: hasReadings ? readReadings(partOf(outline, 'Data'), zone) : [],
      figures: days.map(dayOf),
    };
  };

/** @throws LoggerFormatError */
export const readFridgeTag2 = readFridgeTag('fridgeTag2', false);
/** @throws LoggerFormatError */
export const readFridgeTag2L = readFridgeTag('fridgeTag2L', true);
