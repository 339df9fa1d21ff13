import { availableParallelism } from 'node:os';

const CORES_OF_LEDGER = 2;
const MAX_THREADS = 2;

/** Threads that run peers where nothing else is said: cores that the ledger's thread and its signatures leave over. */
export const defaultPeerThreads = (cores = availableParallelism()): number =>
  Math.min(MAX_THREADS, Math.max(0, cores - CORES_OF_LEDGER));
