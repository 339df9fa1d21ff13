/** Lists and labels of issued codes as files, made by a job that goes on after a crash. */
import { blockNumber } from '@yaosu/chaincode/model/code/schemas';
import { day } from '@yaosu/chaincode/model/kernel/time';
import { digest } from '@yaosu/chaincode/model/kernel/text';
import * as z from 'zod';
import { gtin14, serialSpace } from './codes.js';
import { LABEL_FORMATS, LABEL_SYMBOLS } from './labels.js';
import { asOf } from './schemas.js';

/** What a file may be: PDF, SVG and PNG come as a tar archive, PDF with a hundred labels a file. */
export const DOWNLOAD_FORMATS = ['csv', ...LABEL_FORMATS] as const;

/** Blocks of one download. */
const MAX_BLOCKS = 10_000;

/** Body: which codes, and how. */
export const downloadBody = z.strictObject({
  ...serialSpace,
  firstBlock: blockNumber,
  blocks: z.int().min(1).max(MAX_BLOCKS),
  count: z.int().min(1),
  format: z.enum(DOWNLOAD_FORMATS),
  symbol: z.enum(LABEL_SYMBOLS).default('datamatrix'),
  /** Printed as AI 10; null prints none. */
  lot: z
    .string()
    .regex(/^[!"%-?A-Z_a-z]{1,20}$/)
    .nullable()
    .default(null),
  /** Printed as AI 17; null prints none. */
  expiry: day.nullable().default(null),
});
/** Which codes, and how. */
export type DownloadSpec = z.output<typeof downloadBody>;

/** Where a download stands. */
export const downloadView = z.strictObject({
  id: digest,
  gtin: gtin14,
  format: z.enum(DOWNLOAD_FORMATS),
  count: z.int(),
  done: z.int(),
  bytes: z.int(),
  state: z.enum(['running', 'done', 'failed']),
});
/** Where a download stands. */
export type DownloadView = z.infer<typeof downloadView>;

/** Downloads of the caller's enterprise, the newest first. */
export const downloadsView = z.strictObject({ ...asOf, downloads: z.array(downloadView) });

/** Path of a finished file. */
export const DOWNLOAD_FILE = '/api/codes/downloads/{id}/file';
/** Ending of the file of a format. */
export const endingOf = (format: DownloadSpec['format']): 'csv' | 'zpl' | 'tar' =>
  format === 'csv' || format === 'zpl' ? format : 'tar';
