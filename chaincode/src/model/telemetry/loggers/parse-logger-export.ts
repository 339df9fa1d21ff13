import { readFridgeTag2, readFridgeTag2L } from './fridge-tag.js';
import { LoggerFormatError, type LoggerExport } from './logger-export.js';
import { readQtagClm } from './qtag-clm.js';
import { readOutline, type Outline } from './read-outline.js';

/** Device as the first line names it → its format. */
export const LOGGER_FORMATS: Readonly<Record<string, (outline: Outline) => LoggerExport>> = {
  'Q-tag CLm doc LR': readQtagClm,
  'Q-tag Fridge-tag 2': readFridgeTag2,
  'Q-tag Fridge-tag 2 L': readFridgeTag2L,
};

/** Reads the text of a logger's export. @throws LoggerFormatError with the first line that did not fit */
export const parseLoggerExport = (text: string): LoggerExport => {
  const [, first = ''] = /^\uFEFF?([^\r\n]*)/.exec(text) ?? [];
  const device = /^Device: (.+)$/.exec(first)?.[1] ?? '';
  const read = Object.hasOwn(LOGGER_FORMATS, device) ? LOGGER_FORMATS[device] : undefined;
  if (read === undefined) throw new LoggerFormatError(1, first.slice(0, 200));
  return read(readOutline(text.replace(/^\uFEFF/, '')));
};
