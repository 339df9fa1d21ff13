import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { proposal, newActor } from '../support/actor.js';
import { freshId } from '../support/payloads.js';
import { shipmentInTransit } from '../support/shipments.js';
import { Stage } from '../support/stage.js';
import {
  WARM,
  coldShipment,
  page,
  pagesPayload,
  profilePayload,
  type ColdShipment,
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

    test('with a number missing prove nothing until that page has come', async () => {
      const [cold, send] = await signing();
      expect(await send(pagesPayload(cold, page(4, 100, [500, 500])))).toBe('inRange');
      expect(await send(pagesPayload(cold, page(6, 90, [500, 500])))).toBe('notProven');
      expect(await told(cold, 6)).toMatchObject({ doubts: ['gap'] });
      expect(await send(pagesPayload(cold, page(5, 93, [500])))).toBe('inRange');
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
        [['unbroken', expect.any(String), expect.any(String), 42]],
      ]);
      expect(found[1]).toEqual(found[0]);
      expect(found[2]).toEqual(found[0]);
    });
  });
});
