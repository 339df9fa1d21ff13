/** Under which heading of the calendar a day stands. */

/** `overdue`, or a month `YYYY-MM`. */
export const monthOf = (day: string, today: string): string =>
  day < today ? 'overdue' : day.slice(0, MONTH);

/** The words for a month, in the reader's language. */
export const monthText = (month: string, language: string): string =>
  new Date(`${month}-01T00:00:00.000Z`).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

const MONTH = 'YYYY-MM'.length;
