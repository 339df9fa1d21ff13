import { describe, expect, it } from '@jest/globals';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import { pino } from 'pino';
import type { Database } from '../db/open-database.js';
import { deviceKeyOf, newPrivateKeyPem } from '../demo/device-key.js';
import { systemPorts, type Ports } from '../ports.js';
import { ReadsAttester } from './reads-attester.js';

const DAY_MS = 86_400_000;
const START_MS = Date.parse('2026-11-25T08:00:00.000Z');

describe('attesting the head of the reads', () => {
  const play = (failures = 0) => {
    let nowMs = START_MS;
    let task: (() => void) | undefined;
    let left = failures;
    const delays: number[] = [];
    const journal = { head: { count: 0, hash: '0'.repeat(64) } };
    const sent: Record<string, unknown>[] = [];
    const ports: Ports = {
      ...systemPorts,
      clock: { nowMs: () => nowMs },
      schedule: (delayMs, next) => {
        delays.push(delayMs);
        task = next;
        return () => undefined;
      },
    };
    const records = () => sent.map((value, i) => ({ value, block: i, tx_id: 't' }));
    const query = { where: () => ({ orderBy: () => ({ execute: () => Promise.resolve(records()) }) }) };
    const submit = ({ command }: Envelope) => {
      if (left > 0) {
        left -= 1;
        return Promise.reject(new Error('away'));
      }
      sent.push({ ...command.payload, enterprise: command.parties[0]?.enterprise });
      return Promise.resolve({ kind: 'pending', cmd: command.cmd } as const);
    };
    const attester = new ReadsAttester({
      db: { selectFrom: () => ({ select: () => query }) } as unknown as Database,
      desk: { submit },
      journal,
      ports,
      log: pino({ level: 'silent' }),
      ledgerId: '0'.repeat(32),
      host: { mspId: 'RegulatorMSP', key: deviceKeyOf(newPrivateKeyPem()) },
    });
    const passes = async (ms: number): Promise<void> => {
      nowMs += ms;
      task?.();
      await attester.close();
    };
    return { attester, journal, sent, delays, passes };
  };

  it('is done once a day, and only when something was read', async () => {
    const { attester, journal, sent, delays } = play();
    await attester.start();
    expect([sent, delays]).toEqual([[], [DAY_MS]]);
    journal.head = { count: 2, hash: 'ab'.repeat(32) };
    await attester.start();
    expect(sent).toMatchObject([
      { kind: 'reads', count: 2, root: 'ab'.repeat(32), enterprise: 'host-regulator' },
    ]);
    journal.head = { count: 3, hash: 'cd'.repeat(32) };
    await attester.start();
    expect([sent.length, delays.at(-1)]).toEqual([1, DAY_MS]);
  });

  it('goes on the next day', async () => {
    const { attester, journal, sent, passes } = play();
    journal.head = { count: 1, hash: 'ab'.repeat(32) };
    await attester.start();
    journal.head = { count: 4, hash: 'cd'.repeat(32) };
    await passes(DAY_MS);
    expect(sent.map(({ count }) => count)).toEqual([1, 4]);
    expect(sent[1]).toMatchObject({ from: '2026-11-25T08:00:00.000Z', to: '2026-11-26T08:00:00.000Z' });
  });

  it('is tried again before the day is over when the ledger did not take it', async () => {
    const { attester, journal, sent, delays, passes } = play(1);
    journal.head = { count: 1, hash: 'ab'.repeat(32) };
    await attester.start();
    const [retry = DAY_MS] = delays;
    expect([sent, retry < DAY_MS]).toEqual([[], true]);
    await passes(retry);
    expect(sent).toHaveLength(1);
  });
});
