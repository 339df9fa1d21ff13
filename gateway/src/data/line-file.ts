/** Canonical JSON, a line each, appended durably; a line that a crash has cut off is dropped. */
import { mkdir, open, truncate, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { canonicalJson, parseCanonical } from '@yaosu/chaincode/signing/canonical-json';
import { readPrivateFile } from './private-file.js';

const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** An append-only file. */
export class LineFile<T extends object> {
  readonly #file: FileHandle;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(
    file: FileHandle,
    readonly lines: T[],
  ) {
    this.#file = file;
  }

  /** Opens it, made when absent. @throws when a whole line is not canonical JSON */
  static async open<T extends object>(path: string): Promise<LineFile<T>> {
    await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
    const text = (await readPrivateFile(path)) ?? '';
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const lines = whole.split('\n').slice(0, -1).map((line, at) => parseLine(line, path, at) as T);
    const file = await open(path, 'a', OWNER_ONLY);
    await truncate(path, Buffer.byteLength(whole));
    return new LineFile(file, lines);
  }

  /** Appends; on disk when it settles. */
  append(line: T): Promise<void> {
    const appended = this.#last.then(async () => {
      await this.#file.appendFile(`${canonicalJson(line)}\n`);
      await this.#file.datasync();
      this.lines.push(line);
    });
    this.#last = appended.catch(() => undefined);
    return appended;
  }

  /** Closes it when all is written. */
  async close(): Promise<void> {
    await this.#last;
    await this.#file.close();
  }
}

const parseLine = (line: string, path: string, at: number): unknown => {
  const value = parseCanonical(line);
  if (value === undefined) throw new Error(`${path}: line ${String(at + 1)} was altered`);
  return value;
};
