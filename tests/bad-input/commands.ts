/** Every act: each place of a command that is right, spoilt by everything that does not belong there. */
import { expect, test } from '@jest/globals';
import { ALL_ACTS } from '@yaosu/chaincode/model/acts';
import type { Act } from '@yaosu/chaincode/model/kernel/define-acts';
import { networkActs } from '@yaosu/chaincode/model/network/acts';
import { telemetryActs } from '@yaosu/chaincode/model/telemetry/acts';
import * as z from 'zod';
import { RIGHTS } from '../contracts/rights/index.js';
import { FIRMS } from '../support/cast.js';
import { ACCEPTED, says, TOLD } from './accepted.js';
import { expectNothingChanged, expectRefused, verdictOf } from './expect-refused.js';
import { hostileTo, RAW, wrongIn, type Hostile } from './hostile.js';
import { placesOf, withValue, type Place, type Schema } from './mutations.js';
import type { Base, Reply, Workbench } from './workbench.js';

const MINUTES = 60_000;
const FIRM_NAMES: readonly string[] = [...Object.keys(FIRMS), 'nmpa', 'env'];
/** Of places like one that was spoilt in every way, in any act, only each so-manieth way is tried; `all` tries every one. */
const STRIDE = process.env['YAOSU_BAD_INPUT'] === 'all' ? 1 : 4;

const HOUR_MS = 3_600_000;
/** Later than the 72 hours after which a fact is marked. */
const LATE_HOURS = 100;
const TOLD_STRIDE = STRIDE === 1 ? 1 : 4;

const nameOf = ({ contract, name }: Act): string => `${contract}.${name}`;
const pathOf = ({ path }: Place): string => path.join('.');

const baseOf = async (bench: Workbench, act: Act): Promise<Base> => {
  const right = RIGHTS.find((each) => each.act === act);
  if (right !== undefined) {
    const base = await bench.base(right);
    await bench.settled();
    return base;
  }
  const { regulator } = bench.stage.network;
  const { payload } = bench.stage.network.opening().command;
  return { act, actors: [regulator], roles: Object.keys(act.parties), payload, seenHash: null };
};

/** How a fact was recorded. */
interface Told {
  readonly outcome: string;
  readonly deviations: readonly { readonly code: string }[];
}

/** A place with a wrong value. */
interface Spoiling {
  readonly place: Place;
  readonly hostile: Hostile;
}

/** What a schema refuses: in full where a kind of place is met first, else in turns. */
const spoilingsOf = (places: readonly Place[], turn: number, met: Set<string>): readonly Spoiling[] =>
  places.flatMap((place, at) => {
    const all = hostileTo(place);
    // Places of a kind are spoilt in as many ways: a quantity in more than an id, what may be null in fewer.
    const kind = `${place.kind} ${typeof place.value} ${String(all.length)}`;
    const isFirst = !met.has(kind);
    met.add(kind);
    return all
      .filter((_, i) => isFirst || (i + at + turn) % STRIDE === 0)
      .map((hostile) => ({ place, hostile }));
  });

/** Correctly signed where it has a canonical form; else with the id and signatures of the base. */
const bodyOf = (bench: Workbench, base: Base, { place, hostile }: Spoiling): string => {
  const payload = withValue(base.payload, place.path, hostile.value) as Record<string, unknown>;
  const text = ((): string => {
    try {
      return JSON.stringify({ envelope: bench.envelope(base, { payload }) });
    } catch {
      const right = bench.envelope(base);
      return JSON.stringify({ envelope: { ...right, command: { ...right.command, payload } } });
    }
  })();
  return hostile.raw === undefined ? text : text.replace(`"${RAW}"`, hostile.raw);
};

const send = async (bench: Workbench, base: Base, spoiling: Spoiling): Promise<Reply> =>
  bench.send(base, bodyOf(bench, base, spoiling));

const AT_THE_DOOR: readonly string[] = ['INPUT_INVALID', 'BODY_INVALID'];

/** A value that is told of a fact, in a fresh command: recorded with what is wrong. */
const expectTold = async (bench: Workbench, act: Act, path: string, what: string): Promise<void> => {
  const base = await baseOf(bench, act);
  const place = placesOf(schemaOf(act), base.payload).find((each) => pathOf(each) === path);
  const hostile =
    place === undefined ? undefined : wrongIn(place, FIRM_NAMES).find((each) => each.what === what);
  if (place === undefined || hostile === undefined) throw new Error(`nothing to spoil at ${path}`);
  const { text } = await send(bench, base, { place, hostile });
  const { result } = JSON.parse(text) as { readonly result?: { readonly outcome?: string } };
  expect([path, what, result?.outcome]).toEqual([
    path,
    what,
    expect.stringMatching(/^(deviating|disputed)$/),
  ]);
};

const expectAllTold = async (
  bench: Workbench,
  act: Act,
  places: readonly Place[],
  turn: number,
): Promise<void> => {
  const told = places.flatMap((place) =>
    wrongIn(place, FIRM_NAMES)
      .filter(({ what }) => says(TOLD, nameOf(act), pathOf(place), what))
      .map(({ what }) => [pathOf(place), what] as const),
  );
  for (const [path, what] of told.filter((_, i) => (i + turn) % TOLD_STRIDE === 0)) {
    await expectTold(bench, act, path, what);
  }
};

const schemaOf = (act: Act): Schema =>
  z.toJSONSchema(act.input, { io: 'input', unrepresentable: 'any' }) as Schema;

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();

const sendAt = (bench: Workbench, base: Base, capturedAt: string): Promise<Reply> =>
  bench.send(base, JSON.stringify({ envelope: bench.envelope(base, { capturedAt }) }));

/** Nothing comes from the future, and no permission from the past. */
const expectTimely = async (bench: Workbench, base: Base): Promise<void> => {
  for (const hours of base.act.kind === 'fact' ? [-1] : [-1, 1]) {
    const title = `${String(hours)} hours ago`;
    const code = expectRefused(title, await sendAt(bench, base, hoursAgo(hours)));
    expect([title, code]).toEqual([title, 'CAPTURED_AT_IMPLAUSIBLE']);
  }
};

/**
 * Nothing but the spoilt place was wrong; a fact that is told late is marked so. A logger's readings are told with their own
 * times: those of now cannot have been captured before.
 */
const expectControl = async (bench: Workbench, base: Base): Promise<void> => {
  const isFact = base.act.kind === 'fact' && base.act !== telemetryActs.recordPages;
  const reply = await sendAt(bench, base, hoursAgo(isFact ? LATE_HOURS : 0));
  expect([verdictOf(reply), reply.text]).toEqual(['201', reply.text]);
  if (!isFact) return;
  const { result } = JSON.parse(reply.text) as { readonly result: Told };
  const isMarked = result.deviations.some(({ code }) => code === 'FACT_LATE');
  expect([result.outcome, isMarked]).toEqual(
    result.outcome === 'disputed' ? ['disputed', false] : ['deviating', true],
  );
};

/** One act: at the door, by the peers, and that nothing but the spoilt place was wrong. */
const spoil = async (bench: Workbench, act: Act, turn: number, met: Set<string>): Promise<number> => {
  const base = await baseOf(bench, act);
  const places = placesOf(schemaOf(act), base.payload);
  const spoilings = spoilingsOf(places, turn, met);
  await expectNothingChanged(bench, async (noted) => {
    for (const spoiling of spoilings) {
      const title = `${pathOf(spoiling.place)}: ${spoiling.hostile.what}`;
      const code = expectRefused(title, await send(bench, base, spoiling));
      expect([title, AT_THE_DOOR.includes(code), code]).toEqual([title, true, code]);
    }
    expect(await noted()).toBe(0);
    for (const place of places) {
      for (const hostile of wrongIn(place, FIRM_NAMES)) {
        const said = [nameOf(act), pathOf(place), hostile.what] as const;
        if (hostile.value === place.value || says(ACCEPTED, ...said) || says(TOLD, ...said)) continue;
        expectRefused(`${pathOf(place)}: ${hostile.what}`, await send(bench, base, { place, hostile }));
      }
    }
    await expectTimely(bench, base);
  });
  if (act !== networkActs.open) await expectControl(bench, base);
  await expectAllTold(bench, act, places, turn);
  return spoilings.length;
};

/** Tests of all acts. */
export const describeCommands = (bench: () => Workbench): void => {
  let sent = 0;
  const met = new Set<string>();
  test.each(ALL_ACTS.map((act, turn) => ({ act, turn, title: nameOf(act) })))(
    '$title',
    async ({ act, turn }) => {
      sent += await spoil(bench(), act, turn, met);
    },
    MINUTES,
  );

  test('every act was spoilt in many ways', () => {
    expect(sent).toBeGreaterThan(ALL_ACTS.length * 25);
  });
};
