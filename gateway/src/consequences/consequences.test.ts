import { describe, expect, it } from '@jest/globals';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import { MSP_IDS } from '@yaosu/chaincode/model/organisations';
import { telemetryActs } from '@yaosu/chaincode/model/telemetry/acts';
import { pino } from 'pino';
import type { BlockChanges } from '../projection/apply-block.js';
import { deviceKeyOf, newPrivateKeyPem } from '../demo/device-key.js';
import { systemPorts } from '../ports.js';
import { Consequences, type ConsequenceParts } from './consequences.js';
import type { DemandSource } from './demand.js';

const DUE = '2026-11-25T08:02:00.000Z';
const turns = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

const newWaiting = () => {
  let now = Date.parse('2026-11-25T08:00:00.000Z');
  const timers = new Map<number, { at: number; task: () => void }>();
  const signed: string[] = [];
  const asked: string[] = [];
  const source: DemandSource = {
    matterOf: (key) => key,
    openMatters: () => Promise.resolve(['matter']),
    next: (view) => {
      asked.push(view.now);
      if (view.now < DUE) return Promise.resolve({ nextAt: DUE });
      const payload = { shipment: 'a'.repeat(64), episode: 'b'.repeat(64) };
      return Promise.resolve(signed.length > 0 ? undefined : { act: telemetryActs.lapse, payload });
    },
  };
  let tell: (block: BlockChanges) => void = () => undefined;
  const parts = {
    desk: {
      submit: ({ command }: Envelope) => {
        signed.push(command.act);
        return Promise.resolve({ kind: 'committed' });
      },
    },
    projection: {
      listen: (listener: typeof tell) => {
        tell = listener;
        return () => undefined;
      },
    },
    ports: {
      ...systemPorts,
      clock: { nowMs: () => now },
      schedule: (delayMs: number, task: () => void) => {
        const id = timers.size;
        timers.set(id, { at: now + delayMs, task });
        return () => void timers.delete(id);
      },
    },
    log: pino({ level: 'silent' }),
    ledgerId: 'c'.repeat(32),
    host: { mspId: MSP_IDS[0], key: deviceKeyOf(newPrivateKeyPem()) },
    sources: [source],
  } as unknown as ConsequenceParts;
  const advance = async (milliseconds: number): Promise<void> => {
    now += milliseconds;
    const due = [...timers].filter(([, { at }]) => at <= now);
    for (const [id, { task }] of due) {
      timers.delete(id);
      task();
    }
    await turns();
  };
  const touch = async (): Promise<void> => {
    const record = { text: '{}', hash: '', value: {} };
    tell({ number: 1, changes: [{ key: 'matter', record }] } as unknown as BlockChanges);
    await turns();
  };
  return { consequences: new Consequences(parts), timers, signed, asked, advance, touch };
};

describe('a consequence whose time has not come', () => {
  it('is asked for again when it has, once', async () => {
    const { consequences, signed, timers, advance, touch } = newWaiting();
    await consequences.start();
    await turns();
    await touch();
    expect(timers.size).toBe(1);
    await advance(119_999);
    expect(signed).toEqual([]);
    await advance(1);
    expect(signed).toEqual(['lapse']);
    expect(timers.size).toBe(0);
    await consequences.close();
  });

  it('is left alone after closing', async () => {
    const { consequences, signed, asked, timers, advance } = newWaiting();
    await consequences.start();
    await turns();
    await consequences.close();
    expect(timers.size).toBe(0);
    await advance(600_000);
    expect([asked.length, signed.length]).toEqual([1, 0]);
  });
});
