/** Berlinger (Q-tag AG) Q-tag CLm doc LR: one trip, five alarms, mean kinetic temperature. */
import type { DeviceAlarm, DeviceLimit, LoggerExport } from './logger-export.js';
import { partOf, valueOf, type Outline } from './read-outline.js';
import { readCount, readDegrees, readReadings, readZone } from './read-values.js';

const SECONDS_PER_MINUTE = 60;

/** Type of an alarm → what it watches; 0 is off. */
const TYPES: Readonly<Record<string, Pick<DeviceLimit, 'side' | 'summed'>>> = {
  '1': { side: 'low', summed: false },
  '2': { side: 'high', summed: false },
  '3': { side: 'low', summed: true },
  '4': { side: 'high', summed: true },
};

interface Watch extends DeviceLimit {
  readonly number: string;
}

const watchesOf = (alarms: Outline): readonly Watch[] =>
  alarms.children.flatMap((alarm) => {
    const [settings] = alarm.children;
    const type = settings === undefined ? undefined : TYPES[valueOf(settings, 'Type')];
    if (settings === undefined || type === undefined) return [];
    const centiCelsius = readDegrees(valueOf(settings, 'T AL'), settings);
    const minutes = readCount(valueOf(settings, 't AL'), settings);
    return [{ number: alarm.key, ...type, centiCelsius, minutes }];
  });

const alarmsOf = (result: Outline, watches: readonly Watch[]): readonly DeviceAlarm[] =>
  partOf(result, 'Alarm').children.flatMap((alarm) => {
    const side = watches.find(({ number }) => number === alarm.key)?.side;
    if (side === undefined) return [];
    return alarm.children.map((rung) => ({
      side,
      minutesBeyond: readCount(valueOf(rung, 't A'), rung),
      alarmAt: valueOf(rung, 'TS A'),
    }));
  });

/** @throws LoggerFormatError */
export const readQtagClm = (outline: Outline): LoggerExport => {
  const settings = partOf(outline, 'Conf');
  const result = partOf(outline, 'Res');
  const interval = partOf(settings, 'Logging Interval');
  const watches = watchesOf(partOf(settings, 'Alarm'));
  const degrees = (key: string): number => {
    const part = partOf(result, key);
    return readDegrees(part.value, part);
  };
  const figures = {
    date: null,
    minimum: degrees('Min T'),
    maximum: degrees('Max T'),
    mean: degrees('Avrg T'),
    kinetic: degrees('MKT'),
    alarms: alarmsOf(result, watches),
    lostMinutes: 0,
  };
  return {
    format: 'qtagClm',
    serial: partOf(settings, 'Serial').value,
    intervalSeconds: readCount(interval.value, interval) * SECONDS_PER_MINUTE,
    limits: watches.map(({ number: _, ...limit }) => limit),
    readings: readReadings(partOf(outline, 'Data'), readZone(partOf(settings, 'Zone'))),
    figures: [figures],
  };
};
