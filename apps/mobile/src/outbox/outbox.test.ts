import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Envelope } from '@yaosu/chaincode/model/kernel/command';
import { FakeLedger, FAULTS, type Fault, type Said } from '../testing/fake-ledger.js';
import { FakePhone } from '../testing/fake-phone.js';
import { isWaiting, needsEyes } from './policy.js';

const SCHEDULES = 1_000;
const DEVICES = 2;
const DAY_MS = 86_400_000;
const MOST_ROUNDS = 200;

/** All that was begun has gone as far as it can without time passing. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const device = fc.nat({ max: DEVICES - 1 });
const tab = fc.nat({ max: 1 });
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('save'), device, tab, object: fc.nat({ max: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('saveForbidden'), device, tab, object: fc.nat({ max: 3 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'pass',
        'kick',
        'restart',
        'loseSignal',
        'findSignal',
        'fill',
        'clear',
        'dieBefore',
        'dieAfter',
        'dayAhead',
        'dayBehind',
      ),
      device,
      tab,
      object: fc.constant(0),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Two phones, what their people were told is saved, and how they came to it. */
class World {
  readonly ledger = new FakeLedger();
  readonly phones: readonly FakePhone[];
  /** Commands whose saving was confirmed, by device, in order. */
  readonly saved: string[][] = Array.from({ length: DEVICES }, () => []);
  /** Commands whose saving was said to have failed. */
  readonly turnedAway = new Set<string>();
  #number = 0;

  constructor(faults: readonly Fault[]) {
    let next = 0;
    const nextFault = (): Fault => faults[next++] ?? 'none';
    this.phones = Array.from({ length: DEVICES }, () => new FakePhone(this.ledger, nextFault));
  }

  async take({ do: what, device: who, tab: where, object }: Step): Promise<void> {
    const phone = this.phones[who];
    if (phone === undefined) throw new Error('no such phone');
    const acts: Readonly<Record<string, () => void>> = {
      save: () => this.#save(who, where, object, false),
      saveForbidden: () => this.#save(who, where, object, true),
      pass: () => phone.pass(),
      kick: () => phone.outbox(where).kick(),
      restart: () => phone.restart(where),
      loseSignal: () => (phone.hasSignal = false),
      findSignal: () => (phone.hasSignal = true),
      fill: () => (phone.isFull = true),
      clear: () => (phone.isFull = false),
      dieBefore: () => (phone.dyingWrite = 'before'),
      dieAfter: () => (phone.dyingWrite = 'after'),
      dayAhead: () => (phone.skew = DAY_MS),
      dayBehind: () => (phone.skew = -DAY_MS),
    };
    acts[what]?.();
    await settled();
    for (const each of this.phones) each.reopenDead();
    await settled();
  }

  /** All is well again, and time passes until nothing waits. */
  async heal(): Promise<void> {
    for (const phone of this.phones) {
      Object.assign(phone, { isFull: false, hasSignal: true, dyingWrite: undefined });
      phone.reopenDead();
      phone.outbox(0).kick();
    }
    for (let round = 0; round < MOST_ROUNDS && this.#waits(); round += 1) {
      await settled();
      for (const phone of this.phones) {
        phone.reopenDead();
        phone.pass();
      }
    }
    await settled();
  }

  #waits(): boolean {
    return this.phones.some(({ entries }) => entries.some(isWaiting));
  }

  #save(who: number, where: number, object: number, isForbidden: boolean): void {
    this.#number += 1;
    const said: Said = { device: who, number: this.#number, object, isForbidden };
    const cmd = `${String(who)}-${String(this.#number)}`;
    const envelope = { command: { cmd, payload: said } } as unknown as Envelope;
    this.phones[who]
      ?.outbox(where)
      .add(cmd, envelope)
      .then(() => this.saved[who]?.push(cmd))
      .catch(() => this.turnedAway.add(cmd));
  }
}

const assertTicksAreTrue = ({ phones, ledger }: World): void => {
  for (const { state, cmd, receipt } of phones.flatMap(({ entries }) => entries)) {
    if (state === 'onLedger') expect(receipt?.txId).toBe(ledger.committed.get(cmd)?.txId);
  }
};

/** Nothing lost: what was said to be saved stands on the ledger or was refused, and is shown as that. */
const assertKept = ({ ledger, saved }: World, phone: FakePhone, who: number): void => {
  for (const cmd of saved[who] ?? []) {
    expect(phone.rows.get(cmd)?.state).toBe(ledger.committed.has(cmd) ? 'onLedger' : 'refused');
  }
};

/** As it was saved, so it stands on the ledger. */
const assertInOrder = ({ ledger }: World, phone: FakePhone, who: number): void => {
  const onLedger = [...ledger.committed.keys()].filter((cmd) => cmd.startsWith(`${String(who)}-`));
  const kept = phone.entries.filter(({ state }) => state === 'onLedger');
  expect(onLedger).toEqual(kept.map(({ cmd }) => cmd));
};

const assertConflictsShown = ({ ledger }: World, phone: FakePhone): void => {
  for (const entry of phone.entries) {
    const result = ledger.committed.get(entry.cmd)?.result as { outcome?: string } | undefined;
    expect(needsEyes(entry)).toBe(entry.state === 'refused' || result?.outcome === 'disputed');
  }
};

const assertWhole = (world: World): void => {
  for (const [who, phone] of world.phones.entries()) {
    assertKept(world, phone, who);
    assertInOrder(world, phone, who);
    assertConflictsShown(world, phone);
  }
  // Nothing that was said to have failed was saved all the same.
  for (const cmd of world.turnedAway) expect(world.ledger.committed.has(cmd)).toBe(false);
};

describe('the outbox, whatever happens', () => {
  it('loses nothing, doubles nothing, keeps the order, and shows every conflict', async () => {
    let [committed, disputed] = [0, 0];
    const faults = fc.array(fc.constantFrom(...FAULTS), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), faults, async (steps, wrong) => {
        const world = new World(wrong);
        for (const each of steps) {
          await world.take(each);
          assertTicksAreTrue(world);
        }
        await world.heal();
        assertWhole(world);
        committed += world.ledger.committed.size;
        disputed += world.phones.flatMap(({ entries }) => entries).filter(needsEyes).length;
      }),
      { numRuns: SCHEDULES },
    );
    // The schedules have met what they are for.
    expect(committed).toBeGreaterThan(SCHEDULES);
    expect(disputed).toBeGreaterThan(0);
  });
});
