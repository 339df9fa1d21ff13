/** Where reads, calls and uploads are, of the tables that define them: what asks needs to know no more. */
import { CALLS, type CallName } from './calls.js';
import { DOWNLOAD_FILE } from './downloads.js';
import { LABELS } from './labels.js';
import { READS, type ReadName } from './reads.js';
import { UPLOADS, type UploadName } from './uploads.js';

const pathsOf = <N extends string>(
  table: Readonly<Record<N, { readonly path: string }>>,
): Readonly<Record<N, string>> =>
  Object.fromEntries(
    Object.entries<{ readonly path: string }>(table).map(([name, { path }]) => [name, path]),
  ) as Record<N, string>;

/** Path of a read, with its parameters in braces. */
export const READ_PATHS = pathsOf<ReadName>(READS);
/** Path of a call. */
export const CALL_PATHS = pathsOf<CallName>(CALLS);
/** Path of an upload. */
export const UPLOAD_PATHS = pathsOf<UploadName>(UPLOADS);
/** Path of the picture of a code. */
export const LABEL_PATH: string = LABELS.path;
/** Path of the file of a finished download. */
export const CODE_FILE_PATH: string = DOWNLOAD_FILE;
