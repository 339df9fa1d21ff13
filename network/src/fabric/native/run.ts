/** Runs a command to its end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { NetworkError } from './network-error.js';

/** What a command printed and how it ended. */
export interface Ran {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/** Run a command; how it ended is the caller's to judge. */
export const run = async (
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> => {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const parts: Record<'output' | 'errors', string> = { output: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => (parts.output += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (parts.errors += chunk.toString('utf8')));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status: status ?? 1, ...parts };
};

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

/** Run a command that has to succeed. @returns what it printed @throws NetworkError with the last line that it printed */
export const runOrThrow = async (
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const { status, output, errors } = await run(command, args, env);
  if (status === 0) return output;
  const what = [command.split('/').at(-1), ...args.slice(0, 3)].join(' ');
  throw new NetworkError(`${what} failed: ${lastLine(errors) || lastLine(output)}`);
};
