import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { FakeDevice, Died, newEntries } from '../testing/fake-device.js';
import { FakeGateway, FAULTS, type Fault } from '../testing/fake-gateway.js';
import { isOpen } from './entry.js';
import { sendImport } from './send-import.js';

const IMPORT = 'import';
const RUNS = 1_000;
const MOST_RESTARTS = 60;

/** Sends until it ends or the device dies; what stops it otherwise is left to the next run, as a person would. */
const run = (device: FakeDevice, gateway: FakeGateway, atOnce = 3): Promise<unknown> =>
  sendImport(IMPORT, { store: device, wire: gateway, atOnce }).catch((error: unknown) => error);

describe('an import, whatever happens', () => {
  it('brings every row to the ledger at most once, loses none, and shows how each has ended', async () => {
    let [committed, deaths] = [0, 0];
    const faults = fc.array(fc.constantFrom(...FAULTS), { maxLength: 40 });
    const dying = fc.array(fc.nat({ max: 25 }), { maxLength: 6 });
    const rows = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(rows, faults, dying, fc.boolean(), async (forbidden, wrong, lives, isTwice) => {
        const gateway = new FakeGateway(wrong);
        const device = new FakeDevice(newEntries(IMPORT, forbidden));
        for (const life of lives) {
          device.live(life);
          const ends = await Promise.all([run(device, gateway), ...(isTwice ? [run(device, gateway)] : [])]);
          deaths += ends.filter((end) => end instanceof Died).length;
        }
        device.live(Infinity);
        gateway.heal();
        for (let i = 0; i < MOST_RESTARTS && device.all.some(isOpen); i += 1) await run(device, gateway);
        for (const { row, state, txId } of device.all) {
          const times = gateway.commits.filter(({ name }) => name === row['name']);
          const isForbidden = row['forbidden'] === 'yes';
          expect(times).toHaveLength(isForbidden ? 0 : 1);
          expect(state).toBe(isForbidden ? 'refused' : 'committed');
          expect(txId).toBe(times[0]?.txId ?? null);
        }
        committed += gateway.commits.length;
      }),
      { numRuns: RUNS },
    );
    // The schedules have met what they are for.
    expect(committed).toBeGreaterThan(RUNS);
    expect(deaths).toBeGreaterThan(RUNS / 4);
  });
});

const one = async (faults: readonly Fault[], isForbidden = false) => {
  const gateway = new FakeGateway(faults);
  const device = new FakeDevice(newEntries(IMPORT, [isForbidden]));
  const end = await run(device, gateway);
  return { gateway, entry: device.all[0], end };
};

test('an answer that was lost is looked up, not sent again', async () => {
  const { gateway, entry } = await one(['none', 'lostAfter']);
  expect(entry?.state).toBe('committed');
  expect(gateway.sent).toHaveLength(1);
});

test('a command that waited too long is made anew with the same content', async () => {
  const { gateway, entry } = await one(['none', 'tooOld']);
  expect(entry?.state).toBe('committed');
  expect(gateway.sent.map(({ payload }) => payload)).toEqual([
    gateway.sent[0]?.payload,
    gateway.sent[0]?.payload,
  ]);
  expect(new Set(gateway.sent.map(({ cmd }) => cmd)).size).toBe(2);
});

test('a session that has ended ends the run and refuses nothing', async () => {
  const { entry, end } = await one(['none', 'session']);
  expect(end).toMatchObject({ code: 'SESSION_EXPIRED' });
  expect(entry).toMatchObject({ state: 'made', problem: 'SESSION_EXPIRED' });
});

test('a prompt that was closed ends the run; the next one goes on with the same command', async () => {
  const { gateway, entry, end } = await one(['none', 'unsigned']);
  expect(end).toMatchObject({ reason: 'notGiven' });
  expect(entry).toMatchObject({ state: 'made', problem: null });
  expect(gateway.sent).toEqual([]);
});

test('a refusal is final and says why', async () => {
  const { entry } = await one([], true);
  expect(entry).toMatchObject({ state: 'refused', problem: 'BATCH_KIND_FORBIDDEN', txId: null });
});

test('no more rows than allowed are on their way at once', async () => {
  const gateway = new FakeGateway([]);
  const device = new FakeDevice(
    newEntries(
      IMPORT,
      Array.from({ length: 20 }, () => false),
    ),
  );
  await run(device, gateway, 2);
  expect(gateway.mostAtOnce).toBe(2);
  expect(gateway.commits).toHaveLength(20);
});
