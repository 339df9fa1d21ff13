/** Ports whose time stands still: what is scheduled runs at once, or when told to. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Ports } from '../ports.js';

/** Ports that run scheduled tasks in the next turn and count the delays that were asked for. */
export const newImpatientPorts = (startMs = 1_795_593_600_000): Ports & { readonly delays: number[] } => {
  const delays: number[] = [];
  return {
    delays,
    clock: { nowMs: () => startMs },
    newId: () => randomUUID(),
    randomBytes: (length) => randomBytes(length),
    schedule: (delayMs, task) => {
      delays.push(delayMs);
      let isCancelled = false;
      setImmediate(() => {
        if (!isCancelled) task();
      });
      return () => {
        isCancelled = true;
      };
    },
  };
};

/** A clock that tests move. */
export const newMovableClock = (ports: Ports): Ports & { advance(ms: number): void } => {
  let offsetMs = 0;
  return {
    ...ports,
    clock: { nowMs: () => ports.clock.nowMs() + offsetMs },
    advance: (ms) => {
      offsetMs += ms;
    },
  };
};
