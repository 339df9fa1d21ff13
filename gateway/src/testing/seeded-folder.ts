/** Data folders with the story's enterprises in them: the first start of a server, made once for many suites. */
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pino } from 'pino';
import { parseConfig } from '../config.js';
import { startGateway } from '../start.js';

/** Where a run of all suites keeps the folder that they copy. */
const SHARED = process.env['YAOSU_TEST_SEEDED'];

/** Whether there is a seeded folder to copy. */
export const HAS_SEEDED = SHARED !== undefined;

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'yaosu-data-'));

const seed = async (folder: string): Promise<void> => {
  const gateway = await startGateway({
    config: parseConfig({ YAOSU_DATA: folder, PORT: '0', YAOSU_PEER_THREADS: '0', YAOSU_STORY: '0' }),
    log: pino({ level: 'silent' }),
  });
  await gateway.close();
};

/** Two suites may both find that there is none; what the slower one made is not needed. */
const originalUnder = async (shared: string): Promise<string> => {
  const original = join(shared, 'original');
  if (existsSync(original)) return original;
  const made = await mkdtemp(join(shared, 'made-'));
  await seed(made);
  await rename(made, original).catch(() => rm(made, { recursive: true, force: true }));
  return original;
};

/** @returns a new data folder: a copy of the run's seeded one, empty where a suite runs alone and seeds it by itself */
export const newSeededFolder = async (): Promise<string> => {
  const folder = await newFolder();
  if (SHARED !== undefined) await cp(await originalUnder(SHARED), folder, { recursive: true });
  return folder;
};
