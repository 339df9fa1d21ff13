/** What is read out of a logger's export, whatever its format; times are UTC, temperatures hundredths of a degree. */

/** One reading. */
export interface Reading {
  readonly at: string;
  readonly centiCelsius: number;
}

/** A limit that the device watched itself. */
export interface DeviceLimit {
  readonly side: 'low' | 'high';
  readonly centiCelsius: number;
  readonly minutes: number;
  /** Whether minutes beyond are summed, or have to be unbroken. */
  readonly summed: boolean;
}

/** What the device says of one limit in one period. */
export interface DeviceAlarm {
  readonly side: 'low' | 'high';
  readonly minutesBeyond: number;
  /** Local time `HH:mm` or `YYYY-MM-DD HH:mm` at which it rang; null when it did not. */
  readonly alarmAt: string | null;
}

/** Figures that the device computed of a day or of a whole trip. */
export interface DeviceFigures {
  /** Day in the device's own zone, or null for a trip. */
  readonly date: string | null;
  readonly minimum: number;
  readonly maximum: number;
  readonly mean: number;
  readonly alarms: readonly DeviceAlarm[];
  /** Mean kinetic temperature, where the device computes it. */
  readonly kinetic: number | null;
  /** Minutes without a reading of the sensor: a gap, never "in range". */
  readonly lostMinutes: number;
}

/** An export. */
export interface LoggerExport {
  readonly format: string;
  readonly serial: string;
  /** Seconds between readings; null for a device that exports figures only. */
  readonly intervalSeconds: number | null;
  readonly limits: readonly DeviceLimit[];
  readonly readings: readonly Reading[];
  readonly figures: readonly DeviceFigures[];
}

/** A text that is no export of a known format: the first line that did not fit, counted from 1. */
export class LoggerFormatError extends Error {
  override readonly name = 'LoggerFormatError';
  constructor(
    readonly line: number,
    readonly text: string,
  ) {
    super(`line ${String(line)} does not fit: ${text}`);
  }
}
