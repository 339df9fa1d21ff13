/** Schedules of subscriptions (EPCIS 2.0, section 8.2.5.3): fields like those of cron, in UTC. */
import * as z from 'zod';

/** Field → its least and greatest number; days of the week from Monday, 1. */
const FIELDS = {
  second: [0, 59],
  minute: [0, 59],
  hour: [0, 23],
  dayOfMonth: [1, 31],
  month: [1, 12],
  dayOfWeek: [1, 7],
} as const satisfies Record<string, readonly [number, number]>;
type Field = keyof typeof FIELDS;

const ELEMENT = /^(?:(\d{1,2})|\[(\d{1,2})-(\d{1,2})\])$/;
const MAX_TEXT = 400;

const rangeOf = (element: string): readonly [from: number, to: number] | undefined => {
  const [, single, first = single, last = single] = ELEMENT.exec(element.trim()) ?? [];
  return first === undefined || last === undefined ? undefined : [Number(first), Number(last)];
};

/** Numbers that a field allows; undefined when it is written wrong. */
const numbersOf = (name: Field, text: string): ReadonlySet<number> | undefined => {
  const [least, greatest] = FIELDS[name];
  const numbers = new Set<number>();
  for (const element of text.split(',')) {
    const range = rangeOf(element);
    if (range === undefined) return undefined;
    const [from, to] = range;
    if (from < least || to > greatest || from > to) return undefined;
    for (let number = from; number <= to; number += 1) numbers.add(number);
  }
  return numbers;
};

const field = (name: Field): z.ZodOptional<z.ZodString> =>
  z
    .string()
    .max(MAX_TEXT)
    .refine((text) => numbersOf(name, text) !== undefined, 'SCHEDULE')
    .optional();

/** A schedule as clients send it; fields that are left out allow every number. */
export const schedule = z
  .strictObject({
    second: field('second'),
    minute: field('minute'),
    hour: field('hour'),
    dayOfMonth: field('dayOfMonth'),
    month: field('month'),
    dayOfWeek: field('dayOfWeek'),
  })
  .refine((fields) => Object.keys(fields).length > 0, 'SCHEDULE');
/** A schedule. */
export type Schedule = z.output<typeof schedule>;

const allows = (fields: Schedule, name: Field, number: number): boolean => {
  const text = fields[name];
  return text === undefined || numbersOf(name, text)?.has(number) === true;
};

/** Smaller fields that are left out beside greater ones mean their least number: a daily report comes once a day. */
const whole = (fields: Schedule): Schedule => {
  const filled: Record<string, string | undefined> = { ...fields };
  const hasGreater = (names: readonly Field[]): boolean => names.some((name) => fields[name] !== undefined);
  const days: readonly Field[] = ['dayOfMonth', 'month', 'dayOfWeek'];
  if (hasGreater(days)) filled['hour'] ??= '0';
  if (hasGreater([...days, 'hour'])) filled['minute'] ??= '0';
  if (hasGreater([...days, 'hour', 'minute'])) filled['second'] ??= '0';
  return filled;
};

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const DAYS_AHEAD = 366 * 4 + 2;
const SUNDAY = 7;

const isDay = (fields: Schedule, at: Date): boolean =>
  allows(fields, 'dayOfMonth', at.getUTCDate()) &&
  allows(fields, 'month', at.getUTCMonth() + 1) &&
  allows(fields, 'dayOfWeek', at.getUTCDay() === 0 ? SUNDAY : at.getUTCDay());

/** Milliseconds of a day at which a schedule is due, in order, from one on. */
const timeOfDay = (fields: Schedule, fromMs: number): number | undefined => {
  for (let hour = 0; hour <= FIELDS.hour[1]; hour += 1) {
    if (!allows(fields, 'hour', hour)) continue;
    for (let minute = 0; minute <= FIELDS.minute[1]; minute += 1) {
      const start = (hour * 60 + minute) * 60 * SECOND;
      if (!allows(fields, 'minute', minute) || start + 60 * SECOND <= fromMs) continue;
      for (let second = 0; second <= FIELDS.second[1]; second += 1) {
        const at = start + second * SECOND;
        if (at >= fromMs && allows(fields, 'second', second)) return at;
      }
    }
  }
  return undefined;
};

/** The next time after one at which a schedule is due, in milliseconds since 1970; undefined when it never is. */
export const nextDue = (given: Schedule, afterMs: number): number | undefined => {
  const fields = whole(given);
  const from = Math.floor(afterMs / SECOND) * SECOND + SECOND;
  const today = Math.floor(from / DAY) * DAY;
  for (let day = 0; day <= DAYS_AHEAD; day += 1) {
    const start = today + day * DAY;
    if (!isDay(fields, new Date(start))) continue;
    const time = timeOfDay(fields, Math.max(0, from - start));
    if (time !== undefined) return start + time;
  }
  return undefined;
};
