/** Dates as AIs spell them. */

const daysOf = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Whether digits are a day; `least` 0 admits day 00 (the whole month). */
export const isDate = (value: string, digitsOfYear: 2 | 4, least: 0 | 1): boolean => {
  if (!/^\d+$/.test(value) || value.length !== digitsOfYear + 4) return false;
  const year = Number(value.slice(0, digitsOfYear));
  const month = Number(value.slice(digitsOfYear, -2));
  const day = Number(value.slice(-2));
  // Of the years that two digits can mean (49 back, 50 on), those divisible by four are leap years, 2000 too.
  const whole = digitsOfYear === 2 ? 2000 + year : year;
  return month >= 1 && month <= 12 && day >= least && day <= daysOf(whole, month);
};
