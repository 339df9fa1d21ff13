import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { writeText } from '../write-file.js';
import type { Places } from '../places.js';

const STEPS = ['detect', 'build', 'release'] as const;
const EXECUTABLE = 0o700;
const SOURCE = join(import.meta.dirname, 'builder.mjs');

const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`)}'`;

/** The three executables that a peer calls, each one line around builder.mjs. */
export const writeBuilder = async ({ builder }: Places): Promise<void> => {
  for (const step of STEPS) {
    const file = join(builder, 'bin', step);
    await writeText(file, `#!/bin/sh\nexec ${quoted(process.execPath)} ${quoted(SOURCE)} ${step} "$@"\n`);
    await chmod(file, EXECUTABLE);
  }
};
