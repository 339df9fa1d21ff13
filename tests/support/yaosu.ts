/** `npx yaosu VERB`, as it was built, on a data folder. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ENTRY = join(import.meta.dirname, '../../gateway/bin/yaosu.mjs');

/** How a verb ended, and what it said. */
export interface Ended {
  readonly code: number;
  readonly lines: readonly string[];
}

/** Runs a verb to its end. */
export const yaosu = (
  verb: string,
  data: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, YAOSU_DATA: data, ...more };
    const child = execFile(process.execPath, [ENTRY, verb], { env }, (_, stdout, stderr) => {
      const lines = `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
      resolve({ code: child.exitCode ?? 1, lines });
    });
  });
