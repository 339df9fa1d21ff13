/** The lines of a page of `docs/`, as somebody would type them into one shell. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DOCS = join(import.meta.dirname, '../../docs');
const FENCED = /```sh\n(.*?)```/gs;

/** Blocks of commands of a page, in their order. */
export const linesOf = (page: string): readonly string[] =>
  [...readFileSync(join(DOCS, page), 'utf8').matchAll(FENCED)].map(([, text = '']) => text);

/** Runs commands until one fails. @returns how they ended, and what they printed */
export const runLines = (
  lines: readonly string[],
  { folder, env }: { readonly folder: string; readonly env: Readonly<Record<string, string>> },
): Promise<{ readonly code: number; readonly said: string }> =>
  new Promise((resolve) => {
    const shell = execFile(
      'bash',
      ['--norc', '-eo', 'pipefail', '-c', lines.join('\n')],
      { cwd: folder, env: { ...process.env, ...env } },
      (_, out, error) => resolve({ code: shell.exitCode ?? 1, said: `${out}${error}` }),
    );
  });
