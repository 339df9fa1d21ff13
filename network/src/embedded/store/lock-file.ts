import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';

/** The data folder is open in another process, or twice in this one. */
export class DataInUseError extends Error {
  override readonly name = 'DataInUseError';
  readonly code = 'DATA_IN_USE';
  constructor(folder: string, pid: number) {
    super(`The data folder ${folder} is in use by process ${pid}`);
  }
}

/** In a container a new process often has the number of the one that died. */
const heldHere = new Set<string>();

/**
 * Take a data folder for this process; a lock whose process is gone is taken over.
 * @returns what gives it back.
 * @throws DataInUseError when another living process holds it.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = resolve(folder, 'yaosu.pid');
  if (!create(path)) {
    const holder = readPid(path);
    if (holder === process.pid ? heldHere.has(path) : isAlive(holder))
      throw new DataInUseError(folder, holder);
    rmSync(path, { force: true });
    if (!create(path)) throw new DataInUseError(folder, readPid(path));
  }
  heldHere.add(path);
  return () => {
    heldHere.delete(path);
    rmSync(path, { force: true });
  };
}

function readPid(path: string): number {
  return Number(readFileSync(path, 'utf8'));
}

function create(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Signal 0 only asks; no permission to ask means that somebody is there. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
