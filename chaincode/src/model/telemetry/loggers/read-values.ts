/** Values as the devices print them. */
import { instantOf } from '../../kernel/time.js';
import { LoggerFormatError, type Reading } from './logger-export.js';
import type { Outline, Row } from './read-outline.js';

type Line = Pick<Row, 'line' | 'text'>;

const misfit = ({ line, text }: Line): never => {
  throw new LoggerFormatError(line, text);
};

const DEGREES = /^([+-]?)(\d{1,3})\.(\d)$/;
const PER_DEGREE = 100;
const PER_TENTH = 10;

/** `+2.0` → 200. @throws LoggerFormatError */
export const readDegrees = (value: string, at: Line): number => {
  const [, sign, whole, tenth] = DEGREES.exec(value) ?? misfit(at);
  const size = Number(whole) * PER_DEGREE + Number(tenth) * PER_TENTH;
  return sign === '-' ? -size : size;
};

/** A whole number ≥ 0. @throws LoggerFormatError */
export const readCount = (value: string, at: Line): number =>
  /^\d{1,7}$/.test(value) ? Number(value) : misfit(at);

const MINUTE_MS = 60_000;
/** Minutes of a part of an hour as zones are printed, `5.30` and `5.50` being the same. */
const PART_MINUTES: Readonly<Record<string, number>> = { '00': 0, '30': 30, '50': 30, '45': 45, '75': 45 };

/** `Zone: 8.00` → minutes ahead of UTC. @throws LoggerFormatError */
export const readZone = (part: Outline): number => {
  const [, sign, hours, rest = ''] = /^([+-]?)(\d{1,2})\.(\d\d)$/.exec(part.value) ?? misfit(part);
  const minutes = PART_MINUTES[rest] ?? misfit(part);
  const total = Number(hours) * 60 + minutes;
  return sign === '-' ? -total : total;
};

const LOCAL = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)$/;

/** `2022-11-08 04:49` in a zone → instant. @throws LoggerFormatError */
export const readLocalTime = (value: string, zoneMinutes: number, at: Line): string => {
  const [, day, time] = LOCAL.exec(value) ?? misfit(at);
  const written = `${String(day)}T${String(time)}:00.000Z`;
  const milliseconds = Date.parse(written);
  if (Number.isNaN(milliseconds) || instantOf(milliseconds) !== written) misfit(at);
  return instantOf(milliseconds - zoneMinutes * MINUTE_MS);
};

const HEADING = ['yyyy-MM-dd hh:mm', 'T', 'Out of limits'];

/** The table of readings, each later than the one before. @throws LoggerFormatError */
export const readReadings = (data: Outline, zoneMinutes: number): readonly Reading[] => {
  const [heading, ...rows] = data.rows;
  if (heading?.cells.join() !== HEADING.join()) misfit(heading ?? data);
  let before = '';
  return rows.map((row) => {
    const [time = '', degrees = '', mark = '', ...rest] = row.cells;
    const at = readLocalTime(time, zoneMinutes, row);
    if (at <= before || rest.length > 0 || !['', 'x'].includes(mark)) misfit(row);
    before = at;
    return { at, centiCelsius: readDegrees(degrees, row) };
  });
};
