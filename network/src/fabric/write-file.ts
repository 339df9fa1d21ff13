/** Files of a network: whole or not there, keys for the owner alone. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const OWNER_ONLY = 0o600;

/** Write a text; a crash leaves the old file or the new one. */
export const writeText = async (
  path: string,
  text: string | Uint8Array,
  mode = OWNER_ONLY,
): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${String(process.pid)}.new`;
  await writeFile(temporary, text, { mode });
  await rename(temporary, path);
};

/** Write a value as JSON, which is YAML as well. */
export const writeJson = (path: string, value: unknown): Promise<void> =>
  writeText(path, `${JSON.stringify(value, null, 2)}\n`);
