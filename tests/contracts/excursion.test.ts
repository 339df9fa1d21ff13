import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { withClock } from '../support/clock.js';
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
  statusesOnBoard,
  type ColdShipment,
  type Episode,
} from '../support/telemetry.js';

type Payload = Record<string, unknown>;
const { Telemetry } = ACTS;

describe('an excursion and what follows', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.enter();
  });
  afterAll(() => stage.network.close());

  const record = async (key: string): Promise<Payload> => (await stage.network.state.record(key)) ?? {};
  const upload = (payload: Payload): Promise<string> =>
    stage.send('carrierDriver', Telemetry.recordPages, payload);
  const statuses = (shipment: string): Promise<readonly unknown[]> => statusesOnBoard(stage, shipment);
  const excursionsOf = async ({ shipment }: ColdShipment): Promise<readonly Payload[]> => [
    ...(await stage.network.state.records(`exc~${shipment}`)).values(),
  ];

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
      expect(after[0]).toMatchObject({ episode: before?.['episode'], minutes: 42, disposition: null });
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
      expect(await dispose({ consumedMinutes: 41 })).toBe('EXCURSION_CONSUMPTION_WRONG');
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

    test('needs the endorsers that the table names, and no others', async () => {
      const cold = await coldShipment(stage);
      const payload = pagesPayload(cold, page(0, 120, WARM));
      const carriers = { endorsers: ['RegulatorMSP', 'LogisticsMSP'] } as const;
      expect(await stage.send('carrierDriver', Telemetry.recordPages, payload, carriers)).toBe('VALID');
      const [{ episode = '' } = {}] = await excursionsOf(cold);
      const found: Episode = { ...cold, episode: String(episode) };
      await stage.follow('RegulatorMSP', Telemetry.offerContingency, named(found));
      expect(await stage.send('carrierDriver', Telemetry.acknowledge, named(found), carriers)).toBe('VALID');
      expect(await stage.send('wholesalerKeeper', Telemetry.acceptContingency, named(found), carriers)).toBe(
        'VALID',
      );
      const makers = { endorsers: ['RegulatorMSP', 'ManufacturerMSP'] } as const;
      expect(await stage.send('makerQuality', Telemetry.dispose, disposal(found), makers)).toBe('VALID');
      expect(await statuses(cold.shipment)).toEqual(['quarantine']);
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
