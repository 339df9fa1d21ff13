/** Files that are whole or absent, whatever happens in between. */
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes beside the target, syncs, renames, syncs the folder. @param id names the temporary file */
export const writeDurably = async (target: string, bytes: Uint8Array, id: string): Promise<void> => {
  const folder = dirname(target);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.${id}`);
  await writeAndSync(temporary, bytes);
  await rename(temporary, target);
  await syncFolder(folder);
};

/** @returns the bytes, undefined when there is no such file. */
export const readIfThere = (path: string): Promise<Uint8Array | undefined> =>
  readFile(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });

const writeAndSync = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};
