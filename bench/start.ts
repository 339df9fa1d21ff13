/** How long a start takes, against Node answering on a port with nothing behind it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { RunningServer } from '../tests/support/running-server.js';
import { median, paceOf } from './harness/measure.js';
import { figureOf, type Report } from './harness/report.js';

const ROUNDS = 5;
const MAX_START_MS = 5_000;
const MAX_RESIDENT_MB = 600;
const KB_PER_MB = 1_024;

const BARE = `
const server = require('node:http').createServer((_, response) => response.end('{}'));
server.listen(0, '127.0.0.1', () => console.log('ready'));
`;

const startBare = async (): Promise<void> => {
  const child = spawn(process.execPath, ['-e', BARE], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(createInterface({ input: child.stdout }), 'line');
  child.kill();
  await once(child, 'exit');
};

const residentMb = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / KB_PER_MB;
};

/** Starts on the story's data and asks whether it is ready, as somebody who opens the page would. */
const startOnce = async (data: string): Promise<{ readonly ms: number; readonly mb: number }> => {
  let server: RunningServer | undefined;
  const { milliseconds } = await paceOf(1, async () => {
    server = await RunningServer.start({ data });
    const answer = await fetch(`${server.url}/readyz`);
    if (!answer.ok) throw new Error(`not ready: ${String(answer.status)}`);
  });
  const mb = await residentMb(server?.process.pid ?? 0);
  await server?.end('SIGTERM');
  return { ms: milliseconds, mb };
};

/** Later starts on the story's data; the first one, with the install, is the newcomer's and measured by hand. */
export const start = async (): Promise<Report> => {
  const first = await RunningServer.start({ env: { YAOSU_STORY: '1' } });
  await first.end('SIGTERM');
  const ours: number[] = [];
  const bare: number[] = [];
  const memory: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { ms, mb } = await startOnce(first.data);
      ours.push(ms);
      memory.push(mb);
      bare.push((await paceOf(1, startBare)).milliseconds);
    }
  } finally {
    await first.dispose();
  }
  return {
    figures: [
      figureOf('later start, until ready', 'ms', ours, { atMost: MAX_START_MS }),
      figureOf('bare node:http, until it listens', 'ms', bare),
      { name: 'ratio', unit: 'times the bare one', value: median(ours) / median(bare) },
      figureOf('resident when ready', 'MB', memory, { atMost: MAX_RESIDENT_MB }),
    ],
    bounds: 'loading the code, PGlite and its WebAssembly; blocks since the checkpoint',
  };
};
