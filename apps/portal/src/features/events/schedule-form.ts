/** When a subscriber is reported to, as people choose it. */
import type { SubscriptionOrder, SubscriptionView } from '@yaosu/gateway/api/epcis-schemas';

/** At once, or by the clock. */
export const RHYTHMS = ['each', 'hourly', 'daily', 'weekly'] as const;

/** What is chosen; times of day are UTC, as the standard's schedules are. */
export interface Rhythm {
  readonly rhythm: (typeof RHYTHMS)[number];
  /** `HH:MM`; of an hourly report only the minute counts. */
  readonly time: string;
  /** From Monday, 1. */
  readonly dayOfWeek: string;
}

/** Days of the week as schedules number them. */
export const DAYS_OF_WEEK = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** What is asked for; undefined while the time is none. */
export const orderOf = ({
  rhythm,
  time,
  dayOfWeek,
}: Rhythm): Pick<SubscriptionOrder, 'stream' | 'schedule'> | undefined => {
  if (rhythm === 'each') return { stream: true };
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hour === undefined || minute === undefined) return undefined;
  const [atHour, atMinute] = [String(Number(hour)), String(Number(minute))];
  if (rhythm === 'hourly') return { schedule: { minute: atMinute } };
  const daily = { hour: atHour, minute: atMinute };
  return { schedule: rhythm === 'daily' ? daily : { ...daily, dayOfWeek } };
};

const pad = (text: string): string => text.padStart(2, '0');
const isNumber = (text: string | undefined): text is string => text !== undefined && /^\d{1,2}$/.test(text);

/** A schedule as people choose it; undefined where it is one of those that other software has made. */
export const rhythmOf = (schedule: NonNullable<SubscriptionView['schedule']>): Rhythm | undefined => {
  const { hour = '0', minute, dayOfWeek = '1', ...others } = schedule;
  if (Object.keys(others).length > 0 || ![hour, minute, dayOfWeek].every(isNumber)) return undefined;
  const byDay = schedule.dayOfWeek === undefined ? 'daily' : 'weekly';
  const rhythm = schedule.hour === undefined ? 'hourly' : byDay;
  if (rhythm === 'hourly' && schedule.dayOfWeek !== undefined) return undefined;
  return { rhythm, time: `${pad(hour)}:${pad(minute ?? '')}`, dayOfWeek };
};
