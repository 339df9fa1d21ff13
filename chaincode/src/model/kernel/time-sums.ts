/** Reckoning with times of the ledger, see `time.ts`; apart from their schemas, which pages that only reckon do not load. */

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const IN_EVERY_MONTH = '28';

/** Whether a time of the right form is in the calendar. @param iso the same as an instant */
export const isReal = (value: string, iso: string): boolean => {
  if (value.slice(8, 10) <= IN_EVERY_MONTH) return true;
  const ms = Date.parse(iso);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value.slice(0, 10));
};

/** Whether a text is a calendar day, e.g. `2026-11-25`. */
export const isDay = (value: string): boolean => DAY.test(value) && isReal(value, `${value}T00:00:00.000Z`);

/** Milliseconds between two instants, negative when `to` is earlier. */
export const millisecondsBetween = (from: string, to: string): number => Date.parse(to) - Date.parse(from);

/** The instant of a count of milliseconds since 1970. */
export const instantOf = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** First and last instant of a period of days, both included. */
export const isWithinDays = (at: string, from: string, to: string): boolean =>
  at >= `${from}T00:00:00.000Z` && at <= `${to}T23:59:59.999Z`;

/** The calendar day of an instant, UTC. */
export const dayOf = (at: string): string => at.slice(0, 10);

/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;

/** The instant so many milliseconds later. */
export const later = (at: string, milliseconds: number): string => instantOf(Date.parse(at) + milliseconds);

/** The calendar day so many days later, UTC. */
export const daysLater = (from: string, days: number): string =>
  dayOf(later(`${from}T00:00:00.000Z`, days * DAY_MS));

/** Whole days from one calendar day to another, negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  millisecondsBetween(`${from}T00:00:00.000Z`, `${to}T00:00:00.000Z`) / DAY_MS;

/** The calendar year of an instant, UTC. */
export const yearOf = (at: string): string => at.slice(0, 4);
