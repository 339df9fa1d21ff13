import { describe, expect, it } from '@jest/globals';
import { ApiError } from '@yaosu/gateway/api/api-error';
import type { Submitted } from '@yaosu/gateway/api/client';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import type { Entry } from './entry.js';
import { delayAfter } from './policy.js';
import { sendRound, type Wire } from './send.js';
import type { OutboxStore } from './store.js';

const TX = 'a'.repeat(64);

const entry = (cmd: string, sequence: number): Entry => ({
  cmd,
  sequence,
  title: cmd,
  envelope: { command: { cmd } } as unknown as Envelope,
  state: 'onDevice',
  tries: 0,
  problem: null,
  receipt: null,
  savedAt: '2026-11-25T08:00:00.000Z',
});

const storeOf = (...entries: readonly Entry[]): OutboxStore => {
  const rows = new Map(entries.map((row) => [row.cmd, row]));
  return {
    all: () => Promise.resolve([...rows.values()].sort((a, b) => a.sequence - b.sequence)),
    get: (cmd) => Promise.resolve(rows.get(cmd)),
    update: (cmd, change) => {
      const next = change(rows.get(cmd), rows.size);
      if (next === undefined) rows.delete(cmd);
      else rows.set(cmd, next);
      return Promise.resolve();
    },
  };
};

type Reply = Submitted | Error;
const wireOf = (
  replies: Readonly<Record<string, Reply>>,
): Wire & { readonly sent: string[]; reopened: number } => {
  const wire = {
    sent: [] as string[],
    reopened: 0,
    submit: ({ command: { cmd } }: Envelope): Promise<Submitted> => {
      wire.sent.push(cmd);
      const reply = replies[cmd] ?? new TypeError('fetch failed');
      return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
    },
    reopen: () => {
      wire.reopened += 1;
      return Promise.resolve();
    },
  };
  return wire;
};
const committed = (cmd: string, result: unknown = {}): Submitted => ({
  state: 'committed',
  cmd,
  txId: TX,
  block: 7,
  result,
});

describe('sending what waits', () => {
  const states = async (store: OutboxStore): Promise<readonly string[]> =>
    (await store.all()).map(({ cmd, state, problem }) => [cmd, state, problem ?? '-'].join(' '));

  it('goes in order and ticks only what a receipt names', async () => {
    const store = storeOf(entry('b', 2), entry('a', 1));
    const wire = wireOf({
      a: committed('a', {
        outcome: 'deviating',
        deviations: [{ code: 'BATCH_HELD', owner: 'renxin-pharmacy' }],
      }),
      b: committed('b'),
    });
    expect(await sendRound(store, wire)).toBe(true);
    expect(wire.sent).toEqual(['a', 'b']);
    expect(await states(store)).toEqual(['a onLedger -', 'b onLedger -']);
    expect((await store.get('a'))?.receipt).toEqual({
      txId: TX,
      block: 7,
      outcome: 'deviating',
      deviations: ['BATCH_HELD'],
    });
  });

  it('stops without signal and keeps everything', async () => {
    const store = storeOf(entry('a', 1), entry('b', 2));
    const wire = wireOf({ b: committed('b') });
    expect(await sendRound(store, wire)).toBe(false);
    expect(wire.sent).toEqual(['a']);
    expect(await states(store)).toEqual(['a onDevice NO_SIGNAL', 'b onDevice -']);
  });

  it('steps over a refusal, which stays until somebody has seen it', async () => {
    const store = storeOf(entry('a', 1), entry('b', 2));
    const wire = wireOf({ a: new ApiError('BATCH_STOPPED'), b: committed('b') });
    expect(await sendRound(store, wire)).toBe(true);
    expect(await states(store)).toEqual(['a refused BATCH_STOPPED', 'b onLedger -']);
  });

  it('keeps what only another firm can send, without holding up what comes behind it', async () => {
    const store = storeOf(entry('a', 1), entry('b', 2));
    const wire = wireOf({ a: new ApiError('PARTY_FOREIGN'), b: committed('b') });
    expect(await sendRound(store, wire)).toBe(false);
    expect(await states(store)).toEqual(['a onDevice PARTY_FOREIGN', 'b onLedger -']);
    expect(await sendRound(store, wireOf({ a: committed('a') }))).toBe(true);
    expect(await states(store)).toEqual(['a onLedger -', 'b onLedger -']);
  });

  it.each(['RATE_LIMITED', 'INTERNAL', 'NOT_READY'] as const)('waits after %s', async (code) => {
    const store = storeOf(entry('a', 1));
    expect(await sendRound(store, wireOf({ a: new ApiError(code) }))).toBe(false);
    expect(await states(store)).toEqual([`a onDevice ${code}`]);
  });

  it('goes on at once when the session could be opened again', async () => {
    const store = storeOf(entry('a', 1), entry('b', 2));
    const wire = wireOf({ a: committed('a'), b: committed('b') });
    const strict: Wire = {
      submit: (envelope) =>
        wire.reopened === 0 ? Promise.reject(new ApiError('SESSION_EXPIRED')) : wire.submit(envelope),
      reopen: () => wire.reopen(),
    };
    expect(await sendRound(store, strict)).toBe(true);
    expect(wire.reopened).toBe(1);
    expect(await states(store)).toEqual(['a onLedger -', 'b onLedger -']);
  });

  it('opens the session again instead of losing a command to it', async () => {
    const store = storeOf(entry('a', 1));
    const wire = wireOf({ a: new ApiError('SESSION_EXPIRED') });
    expect(await sendRound(store, wire)).toBe(false);
    expect(wire.reopened).toBe(1);
    expect(await states(store)).toEqual(['a onDevice SESSION_EXPIRED']);
  });

  it('believes no receipt of another command', async () => {
    const store = storeOf(entry('a', 1));
    expect(await sendRound(store, wireOf({ a: committed('b') }))).toBe(false);
    expect(await states(store)).toEqual(['a onDevice RECEIPT_FOREIGN']);
  });

  it('asks again for what was only received', async () => {
    const store = storeOf(entry('a', 1));
    expect(await sendRound(store, wireOf({ a: { state: 'received', cmd: 'a', operation: '' } }))).toBe(false);
    expect(await states(store)).toEqual(['a received -']);
    expect(await sendRound(store, wireOf({ a: committed('a') }))).toBe(true);
    expect(await states(store)).toEqual(['a onLedger -']);
  });

  it('waits longer after every try, never for ever', () => {
    expect([1, 2, 3, 20, 1000].map(delayAfter)).toEqual([2000, 4000, 8000, 300_000, 300_000]);
  });
});
