import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Settles when a server prints that it is ready, and lets it print on. @throws with what it printed when it ends first */
export const saysWhenReady = (child: ChildProcess, output: Readable, ready: RegExp): Promise<void> =>
  new Promise((resolve, reject) => {
    const lines: string[] = [];
    createInterface({ input: output }).on('line', (line) => {
      lines.push(line);
      if (ready.test(line)) resolve();
    });
    child.once('exit', () => reject(new Error(`the server ended: ${lines.join('\n')}`)));
  });
