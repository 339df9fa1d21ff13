import { describe, expect, it } from '@jest/globals';
import { parseLoggerExport } from '@yaosu/chaincode/model/telemetry/loggers/parse-logger-export';
import { writeLoggerExport } from './logger-export.js';

const START = Date.parse('2026-11-25T23:30:00.000Z');

describe('the made export', () => {
  it('is read back as it was recorded, with the figures of the device', () => {
    const values = [500, ...new Array<number>(8).fill(910), 500, 460];
    const text = writeLoggerExport({ serial: 'YS0001', startMs: START, intervalMinutes: 5, values });
    const read = parseLoggerExport(text);
    expect(read).toMatchObject({ format: 'qtagClm', serial: 'YS0001', intervalSeconds: 300 });
    expect(read.readings.map(({ centiCelsius }) => centiCelsius)).toEqual(values);
    expect(read.readings[0]?.at).toBe('2026-11-25T23:30:00.000Z');
    expect(read.readings.at(-1)?.at).toBe('2026-11-26T00:20:00.000Z');
    expect(read.figures).toMatchObject([
      {
        minimum: 460,
        maximum: 910,
        mean: 790,
        alarms: [{ side: 'high', minutesBeyond: 40, alarmAt: '2026-11-26 08:05' }],
      },
    ]);
  });

  it('has no alarm when nothing lasted long enough', () => {
    const values = [300, 199, 199, 300, 801, 300];
    const text = writeLoggerExport({ serial: 'YS0002', startMs: START, intervalMinutes: 10, values });
    expect(parseLoggerExport(text).figures[0]?.alarms).toEqual([]);
  });
});
