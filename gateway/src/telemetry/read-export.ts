import { LoggerFormatError, type LoggerExport } from '@yaosu/chaincode/model/telemetry/loggers/logger-export';
import { parseLoggerExport } from '@yaosu/chaincode/model/telemetry/loggers/parse-logger-export';
import { ApiError } from '../api/api-error.js';

const MAX_SHOWN = 200;

/** An export and the text that it was read from. */
export interface ReadExport {
  readonly text: string;
  readonly found: LoggerExport;
}

const textOf = (bytes: Uint8Array): string => {
  try {
    // The mark at the beginning stays, so that the text kept is the file, byte for byte.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const [first = ''] = new TextDecoder('utf-8').decode(bytes).split(/\r?\n/, 1);
    throw new LoggerFormatError(1, first);
  }
};

/** Reads an uploaded file. @throws ApiError LOGGER_FORMAT_UNKNOWN with the first line that did not fit */
export const readExport = (bytes: Uint8Array): ReadExport => {
  try {
    const text = textOf(bytes);
    return { text, found: parseLoggerExport(text) };
  } catch (error) {
    if (!(error instanceof LoggerFormatError)) throw error;
    const { line, text } = error;
    throw new ApiError('LOGGER_FORMAT_UNKNOWN', { line, text: text.slice(0, MAX_SHOWN) });
  }
};
