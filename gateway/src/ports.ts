/** What the gateway takes from the outside world: time, randomness, timers. Tests bring their own. */
import { randomBytes as nodeRandomBytes, randomUUID } from 'node:crypto';
import { instantOf } from '@yaosu/chaincode/model/kernel/time';

/** Cancels what was scheduled. */
export type Cancel = () => void;

/** Tells the time. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
}

/** Everything that a deterministic test has to own. */
export interface Ports {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Runs a task later, once; the timer keeps no process alive. */
  readonly schedule: (delayMs: number, task: () => void) => Cancel;
}

/** The real world. */
export const systemPorts: Ports = {
  clock: { nowMs: () => Date.now() },
  newId: () => randomUUID(),
  randomBytes: (length) => nodeRandomBytes(length),
  schedule: (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** The present instant as records spell it. */
export const nowInstant = (clock: Clock): string => instantOf(clock.nowMs());

/** Waits; ends early, without an error, when the signal aborts. */
export const pause = async (ports: Ports, delayMs: number, signal?: AbortSignal): Promise<void> => {
  if (signal?.aborted === true) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      cancel();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const cancel = ports.schedule(delayMs, end);
    signal?.addEventListener('abort', end);
  });
};

const BYTE_VALUES = 256;

/** Between half of a delay and all of it, so that equals do not retry in step. */
export const jittered = (ports: Pick<Ports, 'randomBytes'>, delayMs: number): number => {
  const [byte = 0] = ports.randomBytes(1);
  return Math.round(delayMs / 2 + (delayMs / 2) * (byte / BYTE_VALUES));
};

/** The present as libraries want it. */
export const nowDate = (clock: Clock): Date => new Date(clock.nowMs());
