/**
 * What authorities have read: an append-only file, an entry a line, each with the hash of the one before, so that an entry
 * cannot be changed, left out or put in without breaking all after it. An entry is on disk before its read is answered.
 */
import { mkdir, open, readFile, truncate, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sha256Hex } from '@yaosu/chaincode/signing/bytes';
import { canonicalJson } from '@yaosu/chaincode/signing/canonical-json';
import type * as z from 'zod';
import { readEntry } from '../api/authority-schemas.js';

/** A read of an authority. */
export type ReadEntry = z.infer<typeof readEntry>;

/** What the caller knows of an entry. */
export type NewReadEntry = Omit<ReadEntry, 'seq' | 'previous'>;

/** How far the chain goes: number of entries and hash of the last. */
export interface ChainHead {
  readonly count: number;
  readonly hash: string;
}

/** A chain as it was found. */
export interface Chain {
  readonly entries: readonly ReadEntry[];
  /** Hashes of the entries. */
  readonly hashes: readonly string[];
  /** Number of the first line that does not follow from the one before; null when all do. */
  readonly brokenAt: number | null;
  /** Length in bytes of what is whole; a crash may leave half a line after it. */
  readonly wholeBytes: number;
}

const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
const NOTHING = '0'.repeat(64);

const parseLine = (line: string): ReadEntry | undefined => {
  try {
    const parsed = readEntry.safeParse(JSON.parse(line));
    return parsed.success && canonicalJson(parsed.data) === line ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

/** Reads a chain and checks it link by link. */
export const readChain = (text: string): Chain => {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const entries: ReadEntry[] = [];
  const hashes: string[] = [];
  const lines = whole.split('\n').slice(0, -1);
  for (const line of lines) {
    const entry = parseLine(line);
    const follows = entry?.previous === (hashes.at(-1) ?? NOTHING) && entry.seq === entries.length + 1;
    if (entry === undefined || !follows) break;
    entries.push(entry);
    hashes.push(sha256Hex(line));
  }
  const brokenAt = entries.length === lines.length ? null : entries.length + 1;
  return { entries, hashes, brokenAt, wholeBytes: Buffer.byteLength(whole) };
};

/** The chain of a file; empty when there is none. */
export const readChainFile = async (path: string): Promise<Chain> =>
  readChain(
    await readFile(path, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }),
  );

/** The journal of a running gateway. */
export class ReadsJournal {
  readonly #path: string;
  readonly #file: FileHandle;
  #head: ChainHead;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(path: string, file: FileHandle, head: ChainHead) {
    this.#path = path;
    this.#file = file;
    this.#head = head;
  }

  /**
   * Opens the file and takes half a line away that a crash has left. A chain that is broken is continued, so that reads go
   * on being written; who verifies it is told where it breaks.
   */
  static async open(path: string): Promise<ReadsJournal> {
    await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
    const { wholeBytes } = await readChainFile(path);
    const file = await open(path, 'a', OWNER_ONLY);
    await truncate(path, wholeBytes);
    const text = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
    const last = text.at(-1);
    const head = { count: text.length, hash: last === undefined ? NOTHING : sha256Hex(last) };
    return new ReadsJournal(path, file, head);
  }

  /** How far the chain goes. */
  get head(): ChainHead {
    return this.#head;
  }

  /** Appends an entry; on disk when it returns. */
  append(entry: NewReadEntry): Promise<ReadEntry> {
    const appended = this.#last.then(() => this.#write(entry));
    this.#last = appended.catch(() => undefined);
    return appended;
  }

  /** The chain as it is on disk, checked. */
  chain(): Promise<Chain> {
    return readChainFile(this.#path);
  }

  /** Closes the file when everything is written. */
  async close(): Promise<void> {
    await this.#last;
    await this.#file.close();
  }

  async #write(entry: NewReadEntry): Promise<ReadEntry> {
    const { count, hash } = this.#head;
    const whole: ReadEntry = { ...entry, seq: count + 1, previous: hash };
    const line = canonicalJson(whole);
    await this.#file.appendFile(`${line}\n`);
    await this.#file.datasync();
    this.#head = { count: whole.seq, hash: sha256Hex(line) };
    return whole;
  }
}
