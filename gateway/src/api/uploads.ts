/** Files that are sent as they are. */
import * as z from 'zod';
import { documentDigests } from '@yaosu/chaincode/model/document/schemas';
import { digest } from '@yaosu/chaincode/model/kernel/text';
import { pageReadings } from '@yaosu/chaincode/model/telemetry/schemas';
import { salt } from './schemas.js';

/** Media types of an upload. */
export const UPLOAD_TYPES = ['text/plain', 'application/octet-stream'] as const;

const side = z.enum(['low', 'high']);
const centiCelsius = z.int();

/** What was read out of a logger's export; its pages are signed and sent by the client. */
export const loggerExportView = z
  .strictObject({
    format: z.string(),
    serial: z.string(),
    /** Id of the logger as shipments name it. */
    logger: digest,
    /** Null for a device that exports figures only. */
    intervalSeconds: z.int().nullable(),
    limits: z.array(z.strictObject({ side, centiCelsius, minutes: z.int(), summed: z.boolean() })),
    figures: z.array(
      z.strictObject({
        date: z.string().nullable(),
        minimum: centiCelsius,
        maximum: centiCelsius,
        mean: centiCelsius,
        kinetic: centiCelsius.nullable(),
        lostMinutes: z.int(),
        alarms: z.array(z.strictObject({ side, minutesBeyond: z.int(), alarmAt: z.string().nullable() })),
      }),
    ),
    readings: z.int(),
    /** The original in the vault of the uploader's enterprise. */
    document: documentDigests,
    salt,
    /** Pages of `Telemetry.recordPages`, one group a command, numbered on from what the ledger has. */
    commands: z.array(z.array(pageReadings)),
  })
  .meta({ id: 'LoggerExport' });

/** What was read out of a logger's export. */
export type LoggerExport = z.output<typeof loggerExportView>;

/** Name → path, answer. */
export const UPLOADS = {
  loggerExport: {
    path: '/api/telemetry/exports',
    status: 201,
    summary: "A logger's export, at most 2 MB: read, kept in the vault, answered as pages ready to be signed",
    response: loggerExportView,
  },
} as const;
/** Names an upload. */
export type UploadName = keyof typeof UPLOADS;
