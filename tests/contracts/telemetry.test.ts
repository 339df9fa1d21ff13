import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { proposal, newActor } from '../support/actor.js';
import { withClock } from '../support/clock.js';
import { freshId } from '../support/payloads.js';
import { shipmentInTransit } from '../support/shipments.js';
import { Stage } from '../support/stage.js';
import {
  BEYOND_OFFER_MS,
  OFFER_IN,
  WARM,
  coldShipment,
  disposal,
  excursion,
  named,
  offered,
  page,
  pagesPayload,
  profilePayload,
  type ColdShipment,
  type Episode,
} from '../support/telemetry.js';

type Payload = Record<string, unknown>;
const { Telemetry, Enterprise } = ACTS;

describe('telemetry', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.enter();
  });
  afterAll(() => stage.network.close());

  const record = async (key: string): Promise<Payload> => (await stage.network.state.record(key)) ?? {};
  const upload = (payload: Payload): Promise<string> =>
    stage.send('carrierDriver', Telemetry.recordPages, payload);
  const statuses = async (shipment: string): Promise<readonly unknown[]> => {
    const parcels = [...(await stage.network.state.records('parcel~')).values()];
    return parcels
      .filter((parcel) => parcel['shipment'] === shipment && parcel['spentBy'] === null)
      .map((parcel) => parcel['status']);
  };
  const told = async ({ logger }: ColdShipment, sequence: number): Promise<Payload> =>
    record(`page~${logger}~${String(sequence)}`);
  const excursionsOf = async ({ shipment }: ColdShipment): Promise<readonly Payload[]> => [
    ...(await stage.network.state.records(`exc~${shipment}`)).values(),
  ];

  describe('a profile', () => {
    const [good] = profilePayload()['limits'] as Payload[];
    const empty = { ...good, minCentiCelsius: null, maxCentiCelsius: null };
    test.each<readonly [string, Payload, string]>([
      ['without any bound', { limits: [empty] }, 'PROFILE_LIMIT_EMPTY'],
      ['without limits', { limits: [] }, 'INPUT_INVALID'],
      ['below absolute zero', { limits: [{ ...good, minCentiCelsius: -27_316 }] }, 'INPUT_INVALID'],
      ['whose edition before is missing', { edition: 2 }, 'PROFILE_FOREIGN'],
    ])('%s is refused', async (_, change, code) => {
      expect(await stage.send('makerQuality', Telemetry.setProfile, profilePayload(change))).toBe(code);
    });

    test('has editions, all of one owner, each written once', async () => {
      const first = profilePayload();
      expect(await stage.send('makerQuality', Telemetry.setProfile, first)).toBe('VALID');
      expect(await stage.send('makerQuality', Telemetry.setProfile, first)).toBe('PROFILE_EXISTS');
      const second = { ...first, edition: 2 };
      expect(await stage.send('rivalAll', Telemetry.setProfile, second)).toBe('PROFILE_FOREIGN');
      expect(await stage.send('makerQuality', Telemetry.setProfile, second)).toBe('VALID');
    });
  });

  describe('readings', () => {
    test.each<readonly [string, (cold: ColdShipment) => Payload, string]>([
      [
        'of a logger that is not on board',
        (cold) => pagesPayload({ ...cold, logger: freshId() }, page(0, 60, [500])),
        'LOGGER_UNKNOWN',
      ],
      [
        'of no shipment',
        (cold) => pagesPayload({ ...cold, shipment: freshId() }, page(0, 60, [500])),
        'SHIPMENT_NOT_FOUND',
      ],
      ['from the future', (cold) => pagesPayload(cold, page(0, 5, [500, 500, 500])), 'PAGE_VALUES_WRONG'],
      [
        'hotter than any probe bears',
        (cold) => pagesPayload(cold, page(0, 60, [500, 20_001])),
        'PAGE_VALUES_WRONG',
      ],
      ['of half a hundredth', (cold) => pagesPayload(cold, page(0, 60, [500.5])), 'INPUT_INVALID'],
      ['without a value', (cold) => pagesPayload(cold, page(0, 60, [])), 'INPUT_INVALID'],
      [
        'twice in one command',
        (cold) => pagesPayload(cold, page(0, 60, [500]), page(0, 50, [500])),
        'INPUT_INVALID',
      ],
    ])('%s are refused', async (_, payload, code) => {
      expect(await upload(payload(await coldShipment(stage)))).toBe(code);
    });

    test('are written once, and the same time is not told twice', async () => {
      const cold = await coldShipment(stage);
      expect(await upload(pagesPayload(cold, page(0, 100, [500, 500])))).toBe('VALID');
      expect(await upload(pagesPayload(cold, page(0, 100, [500, 500])))).toBe('PAGE_EXISTS');
      expect(await upload(pagesPayload(cold, page(2, 50, [500]), page(0, 100, [500])))).toBe('PAGE_EXISTS');
      expect(await upload(pagesPayload(cold, page(1, 95, [500])))).toBe('disputed PAGES_OVERLAP');
    });

    test('2,000 go into one command', async () => {
      const cold = await coldShipment(stage);
      const values = new Array<number>(2_000).fill(500);
      const payload = { ...page(0, 0, values), from: new Date(Date.now() - 2_000 * 300_000).toISOString() };
      expect(await upload(pagesPayload(cold, payload))).toBe('VALID');
      expect(await told(cold, 0)).toMatchObject({ summary: { count: 2_000 }, verdict: 'notProven' });
    });

    test('that are uploaded prove nothing; a breach in them stands', async () => {
      const cold = await coldShipment(stage);
      await upload(pagesPayload(cold, page(0, 100, [500, 500])));
      expect(await told(cold, 0)).toMatchObject({
        source: 'uploaded',
        verdict: 'notProven',
        doubts: ['notLoggerSigned'],
        summary: { count: 2, minimum: 500, maximum: 500, gaps: 0 },
      });
      await upload(pagesPayload(cold, page(1, 60, WARM)));
      expect(await told(cold, 1)).toMatchObject({ verdict: 'breach', doubts: ['gap', 'notLoggerSigned'] });
    });

    const signing = async (): Promise<readonly [ColdShipment, (payload: Payload) => Promise<string>]> => {
      const logger = newActor('carrier');
      const key = { ...proposal(logger, [], 'logger'), person: null };
      await stage.must(
        'carrierRoot',
        Enterprise.admitKey,
        { enterprise: 'carrier', key },
        { cosigners: [logger] },
      );
      const profile = profilePayload();
      await stage.must('makerQuality', Telemetry.setProfile, profile);
      const { product, edition } = profile;
      const underway = await shipmentInTransit(
        stage,
        { profile: { product, edition } },
        { loggers: [logger.kid] },
      );
      const send = async (payload: Payload): Promise<string> => {
        const envelope = stage.network.envelope({ act: Telemetry.recordPages, actors: [logger], payload });
        await stage.network.submit(envelope, 'LogisticsMSP');
        const { sequence } = (payload['pages'] as Payload[])[0] ?? {};
        return String((await record(`page~${logger.kid}~${String(sequence)}`))['verdict']);
      };
      return [{ ...underway, logger: logger.kid }, send];
    };

    test("that the logger's own key signed prove that the goods stayed in range, until a gap", async () => {
      const [cold, send] = await signing();
      expect(await send(pagesPayload(cold, page(0, 100, [500, 500, 500])))).toBe('inRange');
      expect(await send(pagesPayload(cold, page(1, 85, [500, 500])))).toBe('inRange');
      expect(await send(pagesPayload(cold, page(2, 60, [500])))).toBe('notProven');
    });

    test('of a logger whose calibration has ended prove nothing', async () => {
      const [cold, send] = await signing();
      const payload = { ...pagesPayload(cold, page(0, 100, [500])), calibratedUntil: '2026-01-01' };
      expect(await send(payload)).toBe('notProven');
    });

    test('without a profile prove nothing', async () => {
      const logger = freshId();
      const underway = await shipmentInTransit(stage, {}, { loggers: [logger] });
      const cold = { ...underway, logger };
      expect(await upload(pagesPayload(cold, page(0, 100, [2_000])))).toBe('VALID');
      expect(await told(cold, 0)).toMatchObject({
        verdict: 'notProven',
        doubts: ['notLoggerSigned', 'noProfile'],
      });
    });

    test('in whatever order pages come, the verdict and the excursion are the same', async () => {
      const parts = [
        page(0, 120, WARM.slice(0, 4)),
        page(1, 100, WARM.slice(4, 8)),
        page(2, 80, WARM.slice(8)),
      ];
      const found: unknown[] = [];
      for (const order of [
        [0, 1, 2],
        [2, 0, 1],
        [1, 2, 0],
      ]) {
        const cold = await coldShipment(stage);
        for (const i of order) await upload(pagesPayload(cold, parts[i] ?? {}));
        const { verdict, doubts } = await told(cold, order.at(-1) ?? 0);
        const excursions = await excursionsOf(cold);
        found.push([
          verdict,
          doubts,
          excursions.map(({ kind, from, to, minutes }) => [kind, from, to, minutes]),
        ]);
      }
      expect(found[0]).toMatchObject([
        'breach',
        ['notLoggerSigned'],
        [['unbroken', expect.any(String), expect.any(String), 47]],
      ]);
      expect(found[1]).toEqual(found[0]);
      expect(found[2]).toEqual(found[0]);
    });
  });

  describe('an excursion', () => {
    test('puts the load to pending, and grows with later pages', async () => {
      const cold = await coldShipment(stage);
      expect(await statuses(cold.shipment)).toEqual(['quarantine']);
      await upload(pagesPayload(cold, page(0, 120, WARM.slice(0, 9))));
      expect(await record(`ship~${cold.shipment}`)).toMatchObject({
        condition: 'pending',
        state: 'inTransit',
      });
      expect(await statuses(cold.shipment)).toEqual(['pending']);
      const [before] = await excursionsOf(cold);
      await upload(pagesPayload(cold, page(1, 75, WARM.slice(9))));
      const after = await excursionsOf(cold);
      expect(after).toHaveLength(1);
      expect(after[0]).toMatchObject({ episode: before?.['episode'], minutes: 47, disposition: null });
    });

    test('freezing is one, however short', async () => {
      const cold = await coldShipment(stage);
      await upload(pagesPayload(cold, page(0, 60, [300, -1, 300])));
      expect(await excursionsOf(cold)).toMatchObject([{ bound: 2, minutes: 0 }]);
    });

    test('releases its load when all of the shipment are released, within the budget', async () => {
      const found = await excursion(stage);
      await upload(pagesPayload(found, page(1, 40, [500, 100, -5, 300])));
      const excursions = await excursionsOf(found);
      expect(excursions).toHaveLength(2);
      const dispose = (change: Payload): Promise<string> =>
        stage.send('makerQuality', Telemetry.dispose, disposal(found, change));
      const frozen = excursions.find(({ bound }) => bound === 2)?.['episode'];
      expect(await dispose({ consumedMinutes: 46 })).toBe('EXCURSION_CONSUMPTION_WRONG');
      expect(await dispose({ consumedMinutes: 121 })).toBe('EXCURSION_BUDGET_EXCEEDED');
      expect(await dispose({ consumedMinutes: 100 })).toBe('VALID');
      expect(await dispose({ consumedMinutes: 100 })).toBe('EXCURSION_DISPOSED');
      expect(await statuses(found.shipment)).toEqual(['pending']);
      expect(await dispose({ episode: frozen, consumedMinutes: 21 })).toBe('EXCURSION_BUDGET_EXCEEDED');
      expect(await dispose({ episode: frozen, outcome: 'releaseShortened', consumedMinutes: 20 })).toBe(
        'VALID',
      );
      expect(await record(`ship~${found.shipment}`)).toMatchObject({ condition: 'clear' });
      expect(await statuses(found.shipment)).toEqual(['quarantine']);
    });

    test.each(['test', 'reject', 'return'])('%s leaves the load pending', async (outcome) => {
      const found = await excursion(stage);
      expect(
        await stage.send('makerQp', Telemetry.dispose, disposal(found, { outcome, consumedMinutes: 0 })),
      ).toBe('VALID');
      expect(await record(`ship~${found.shipment}`)).toMatchObject({ condition: 'pending' });
      expect(await statuses(found.shipment)).toEqual(['pending']);
    });

    test('that grows after its disposition has to be disposed of again', async () => {
      const cold = await coldShipment(stage);
      await upload(pagesPayload(cold, page(0, 120, WARM.slice(0, 9))));
      const [{ episode = '' } = {}] = await excursionsOf(cold);
      const found: Episode = { ...cold, episode: String(episode) };
      await stage.must('makerQuality', Telemetry.dispose, disposal(found));
      expect(await statuses(cold.shipment)).toEqual(['quarantine']);
      await upload(pagesPayload(cold, page(1, 75, WARM.slice(9))));
      expect(await record(`exc~${cold.shipment}~${found.episode}`)).toMatchObject({ disposition: null });
      expect(await statuses(cold.shipment)).toEqual(['pending']);
    });
  });

  describe('contingencies', () => {
    const offer = (found: Episode): Promise<string> =>
      stage.sendAsHost('RegulatorMSP', Telemetry.offerContingency, named(found));
    const last = async (found: Episode): Promise<Payload> => {
      const { offers } = await record(`exc~${found.shipment}~${found.episode}`);
      return (offers as Payload[]).at(-1) ?? {};
    };

    test('are offered in order, each once, until none is left', async () => {
      const found = await offered(stage);
      expect(await last(found)).toMatchObject({ kind: 'qualifiedWarehouse', enterprise: 'wholesaler' });
      await stage.must('wholesalerKeeper', Telemetry.declineContingency, named(found));
      expect(await offer(found)).toBe('VALID');
      expect(await last(found)).toMatchObject({ kind: 'backupTruck', enterprise: 'carrier' });
      expect(await stage.send('wholesalerKeeper', Telemetry.acceptContingency, named(found))).toBe(
        'PARTY_NOT_CONCERNED',
      );
      await stage.must('carrierDispatch', Telemetry.declineContingency, named(found));
      expect(await offer(found)).toBe('CONTINGENCY_NONE_LEFT');
    });

    test('one that does not qualify is passed over', async () => {
      const unlicensed = { kind: 'qualifiedWarehouse', enterprise: 'carrier', site: '6901234000047' };
      const truck = { kind: 'backupTruck', enterprise: 'carrier', site: null };
      const found = await excursion(stage, {}, { contingencies: [unlicensed, truck] });
      expect(await offer(found)).toBe('VALID');
      expect(await last(found)).toMatchObject({ kind: 'backupTruck' });
    });

    test('an offer lapses after two minutes and no earlier', async () => {
      const found = await offered(stage);
      const lapse = (): Promise<string> => stage.sendAsHost('CdmoMSP', Telemetry.lapse, named(found));
      expect(await withClock(100_000, lapse)).toBe('CONTINGENCY_NOT_DUE');
      expect(await withClock(BEYOND_OFFER_MS, lapse)).toBe('VALID');
      expect(await last(found)).toMatchObject({ state: 'lapsed' });
      expect(await offer(found)).toBe('VALID');
    });

    test('after the decision nothing is offered or answered any more', async () => {
      const found = await offered(stage);
      await stage.must('makerQuality', Telemetry.dispose, disposal(found));
      const late: readonly (readonly [string, Promise<string>])[] = [
        ['offer', offer(found)],
        ['lapse', stage.sendAsHost('CdmoMSP', Telemetry.lapse, named(found))],
        ['acknowledge', stage.send('carrierDriver', Telemetry.acknowledge, named(found))],
        ['accept', stage.send('wholesalerKeeper', Telemetry.acceptContingency, named(found))],
      ];
      for (const [, code] of late) expect(await code).toBe('EXCURSION_DISPOSED');
    });

    const acts: Readonly<Record<string, (found: Episode) => Promise<string>>> = {
      offerContingency: offer,
      acknowledge: (found) => stage.send('carrierDriver', Telemetry.acknowledge, named(found)),
      acceptContingency: (found) => stage.send('wholesalerKeeper', Telemetry.acceptContingency, named(found)),
      declineContingency: (found) =>
        stage.send('wholesalerKeeper', Telemetry.declineContingency, named(found)),
      lapse: (found) =>
        withClock(BEYOND_OFFER_MS, () => stage.sendAsHost('RegulatorMSP', Telemetry.lapse, named(found))),
      executed: (found) => stage.send('carrierDriver', Telemetry.executed, named(found)),
      dispose: (found) => stage.send('makerQuality', Telemetry.dispose, disposal(found)),
    };
    const answerable = ['acceptContingency', 'declineContingency', 'lapse', 'dispose'];
    /** Written by hand: everything that is not here is refused. */
    const allowed: Readonly<Record<string, readonly string[]>> = {
      none: ['offerContingency', 'dispose'],
      proposed: ['acknowledge', ...answerable],
      acknowledged: answerable,
      accepted: ['executed', 'dispose'],
      declined: ['offerContingency', 'dispose'],
      lapsed: ['offerContingency', 'dispose'],
      executed: ['dispose'],
    };
    const cells = Object.keys(OFFER_IN).flatMap((state) =>
      Object.keys(acts).map((act) => ({ state, act, isAllowed: allowed[state]?.includes(act) ?? false })),
    );
    const refusalOf = (state: string, act: string): string => {
      if (act === 'executed') return 'disputed STATE_WRONG';
      const asksTheOffered = act === 'acceptContingency' || act === 'declineContingency';
      return state === 'none' && asksTheOffered ? 'PARTY_NOT_CONCERNED' : 'STATE_WRONG';
    };
    test.each(cells)('$act when the offer is $state: $isAllowed', async ({ state, act, isAllowed }) => {
      const found = await OFFER_IN[state]?.(stage);
      if (found === undefined) throw new Error(state);
      expect(await acts[act]?.(found)).toBe(isAllowed ? 'VALID' : refusalOf(state, act));
    });
  });
});
