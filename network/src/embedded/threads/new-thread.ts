import { Worker } from 'node:worker_threads';

const FROM_SOURCE = import.meta.url.endsWith('.ts');

/** A thread whose entry is a file of this folder, built or compiled as it starts. */
export const newThread = (name: string, workerData?: unknown): Worker =>
  FROM_SOURCE
    ? new Worker(new URL('./source-thread.mjs', import.meta.url), { argv: [`./${name}.ts`], workerData })
    : new Worker(new URL(`./${name}.js`, import.meta.url), { workerData });
