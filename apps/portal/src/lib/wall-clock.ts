const MINUTE_MS = 60_000;
const LENGTH = 'YYYY-MM-DDTHH:MM'.length;

/** An instant as a field of type `datetime-local` shows it: as the clock on the wall has it. */
export const wallClock = (instant: string): string => {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, LENGTH);
};
