import { sha256Hex } from './bytes.js';

/** Id of a logger that has no key of its own: its maker's name for the device and its serial number. */
export const loggerIdOf = (format: string, serial: string): string => sha256Hex(`${format} ${serial}`);
