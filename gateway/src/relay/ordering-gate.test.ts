import { describe, expect, it } from '@jest/globals';
import type { Ports } from '../ports.js';
import { DeliveryStopped } from './delivery-stopped.js';
import { FIRST_WINDOW, MOST_WINDOW } from './ordering.js';
import { OrderingGate, type Permit } from './ordering-gate.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Timers that run when they are told to. */
const newTimers = () => {
  const timers: { delayMs: number; task: () => void }[] = [];
  const ports: Pick<Ports, 'schedule' | 'randomBytes'> = {
    randomBytes: () => Uint8Array.of(0),
    schedule: (delayMs, task) => {
      const timer = { delayMs, task };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  };
  return { ports, timers, elapse: () => timers.shift()?.task() };
};

const newGate = () => {
  const { ports, timers, elapse } = newTimers();
  const gate = new OrderingGate(ports);
  const permits: Permit[] = [];
  const come = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i += 1) {
      gate.pass().then(
        (permit) => permits.push(permit),
        () => undefined,
      );
    }
    await turn();
  };
  const leave = async (news: Parameters<Permit['leave']>[0]): Promise<void> => {
    permits.shift()?.leave(news);
    await turn();
  };
  return { gate, permits, come, leave, elapse, timers };
};

describe('the gate before the orderers', () => {
  it('is open to all while they order', async () => {
    const { permits, come, gate } = newGate();
    await come(100);
    expect([permits.length, gate.held]).toEqual([100, 0]);
  });

  it('holds everybody when no orderer takes an envelope, and lets one probe through at a time', async () => {
    const { gate, permits, come, leave, elapse, timers } = newGate();
    await come(1);
    await leave('unordered');
    await come(10);
    expect([permits.length, gate.held, gate.state.name]).toEqual([0, 10, 'away']);
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([250]);
    elapse();
    await turn();
    expect([permits.length, gate.held, gate.state.name]).toEqual([1, 9, 'probed']);
    await leave('unordered');
    expect([permits.length, gate.held, gate.state]).toEqual([0, 9, { name: 'away', failures: 2 }]);
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([500]);
  });

  it('asks the next one where a probe did not come to the orderers', async () => {
    const { gate, permits, come, leave, elapse } = newGate();
    await come(1);
    await leave('unordered');
    await come(2);
    elapse();
    await turn();
    await leave('silent');
    expect([permits.length, gate.held, gate.state.name]).toEqual([1, 0, 'probed']);
  });

  it('makes the next comer the probe where nobody waits', async () => {
    const { gate, permits, come, leave, elapse } = newGate();
    await come(1);
    await leave('unordered');
    elapse();
    expect(gate.state.name).toBe('asking');
    await come(2);
    expect([permits.length, gate.held]).toEqual([1, 1]);
  });

  it('lets the waiting through a few at a time, more with each that is ordered, all when nobody waits', async () => {
    const { gate, permits, come, leave, elapse } = newGate();
    await come(1);
    await leave('unordered');
    await come(20);
    elapse();
    await turn();
    await leave('ordered');
    expect([permits.length, gate.held]).toEqual([FIRST_WINDOW, 19 - FIRST_WINDOW]);
    await leave('ordered');
    expect(permits).toHaveLength(FIRST_WINDOW + 1);
    while (gate.held > 0) await leave('ordered');
    expect(gate.state.name).toBe('returning');
    await leave('ordered');
    expect(gate.state.name).toBe('present');
    await come(100);
    expect(gate.held).toBe(0);
  });

  it('does not take old news for new: what was sent before is not asked', async () => {
    const { gate, come, leave, elapse } = newGate();
    await come(3);
    await leave('unordered');
    await leave('unordered');
    expect(gate.state).toEqual({ name: 'away', failures: 1 });
    elapse();
    await leave('ordered');
    expect(gate.state.name).toBe('asking');
  });

  it('sends another probe after one of which nothing is heard, and still believes the good news of the first', async () => {
    const { gate, permits, come, leave, elapse } = newGate();
    await come(1);
    await leave('unordered');
    await come(2);
    elapse();
    await turn();
    elapse();
    expect(gate.state).toEqual({ name: 'away', failures: 2 });
    elapse();
    await turn();
    expect(permits).toHaveLength(2);
    await leave('ordered');
    expect(gate.state.name).toBe('present');
  });

  it('tells those who wait for an answer when it closes, and later ones at once', async () => {
    const { gate, come, leave } = newGate();
    const told: string[] = [];
    gate.whenLong(() => told.push('first'));
    gate.whenLong(() => told.push('gone'))();
    await come(1);
    expect(told).toEqual([]);
    await leave('unordered');
    gate.whenLong(() => told.push('later'));
    expect(told).toEqual(['first', 'later']);
  });

  it('tells later ones at once while many wait before them', async () => {
    const { gate, come } = newGate();
    const told: string[] = [];
    gate.expectBacklog();
    await come(FIRST_WINDOW + MOST_WINDOW);
    gate.whenLong(() => told.push('before'))();
    expect(told).toEqual([]);
    await come(1);
    gate.whenLong(() => told.push('behind'));
    expect(told).toEqual(['behind']);
  });

  it('catches up with a backlog a few at a time', async () => {
    const { gate, permits, come } = newGate();
    gate.expectBacklog();
    await come(20);
    expect([permits.length, gate.held]).toEqual([FIRST_WINDOW, 20 - FIRST_WINDOW]);
  });

  it('turns everybody away when it is closed for good', async () => {
    const { gate, come, leave } = newGate();
    await come(1);
    await leave('unordered');
    const waiting = gate.pass();
    gate.close();
    await expect(waiting).rejects.toBeInstanceOf(DeliveryStopped);
    await expect(gate.pass()).rejects.toBeInstanceOf(DeliveryStopped);
    expect(gate.held).toBe(0);
  });
});
