import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { newEmbeddedIdentities, type EmbeddedIdentities } from './embedded-identities.js';

const FILE = 'identities.json';

/**
 * Identities of a data folder: read when they are there, otherwise made and written, readable by the owner only.
 * @throws when the file is not readable or not JSON.
 */
export async function loadOrMakeIdentities(folder: string): Promise<EmbeddedIdentities> {
  return (await loadIdentities(folder)) ?? makeIdentities(folder);
}

/** Write identities to a folder; a crash leaves either the old file or the new one. */
export async function saveIdentities(folder: string, identities: EmbeddedIdentities): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `${FILE}.${process.pid}.new`);
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(identities, undefined, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, join(folder, FILE));
  await syncFolder(folder);
}

async function makeIdentities(folder: string): Promise<EmbeddedIdentities> {
  const identities = await newEmbeddedIdentities();
  await saveIdentities(folder, identities);
  return identities;
}

async function loadIdentities(folder: string): Promise<EmbeddedIdentities | undefined> {
  const path = join(folder, FILE);
  if (!existsSync(path)) return undefined;
  return JSON.parse(await readFile(path, 'utf8')) as EmbeddedIdentities;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
