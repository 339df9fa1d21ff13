import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { MAKER_GLN, type Name } from '../support/cast.js';
import { digest, freshId, licence } from '../support/payloads.js';
import { Stage, type Sending } from '../support/stage.js';
import {
  CODE,
  LIGHTER,
  MANIFEST_IN,
  UNLICENSED_CODE,
  answerAll,
  depart,
  draftManifest,
  groundOf,
  manifestPayload,
  newStream,
  openDrum,
  planPayload,
  receipt,
  refusedLoading,
  sealDrum,
  thisYear,
  type Trip,
} from '../support/waste.js';

type Payload = Record<string, unknown>;
const { Waste, Enterprise } = ACTS;

describe('a waste manifest', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.enter();
    await groundOf(stage);
  });
  afterAll(() => stage.network.close());

  const by = (...names: readonly Name[]): Partial<Sending> => ({
    cosigners: names.map((name) => stage.actor(name)),
  });
  const record = async (key: string): Promise<Payload> => (await stage.network.state.record(key)) ?? {};
  const planKey = (): string => `plan~maker~disposer~${CODE}~${thisYear()}`;
  const departWith = (payload: Payload): Promise<string> => {
    const sending = { ...by('haulerDriver'), roles: ['generator', 'driver'] };
    return stage.send('makerWaste', Waste.depart, { permit: null, ...payload }, sending);
  };

  describe('a manifest', () => {
    const drafts: readonly (readonly [string, Payload, string])[] = [
      ['to a disposer that is none', { disposer: 'hauler' }, 'ROLE_NOT_HELD'],
      ['to a site that is not the disposer’s', { to: MAKER_GLN }, 'SITE_NOT_FOUND'],
      ['with a carrier of other goods', { carrier: 'carrier' }, 'ROLE_NOT_HELD'],
      ['without drums', { drums: [] }, 'INPUT_INVALID'],
      ['of a drum that is unknown', { drums: [digest('nowhere')] }, 'SUBJECT_NOT_FOUND'],
    ];
    test.each(drafts)('%s is refused', async (_, change, code) => {
      const payload = manifestPayload([await sealDrum(stage)], change);
      expect(await stage.send('makerWaste', Waste.createManifest, payload)).toBe(code);
    });

    test('takes drums that are sealed, of one code, once', async () => {
      const draft = (drums: readonly string[]): Promise<string> =>
        stage.send('makerWaste', Waste.createManifest, manifestPayload(drums));
      expect(await draft([await openDrum(stage)])).toBe('WASTE_DRUM_UNFIT');
      const drum = await sealDrum(stage);
      const other = await sealDrum(stage, await newStream(stage, { code: UNLICENSED_CODE }));
      expect(await draft([drum, other])).toBe('WASTE_CODE_MIXED');
      expect(await draft([drum])).toBe('VALID');
      expect(await draft([drum])).toBe('WASTE_DRUM_UNFIT');
    });

    test('to a disposer whose licence does not name the code is refused', async () => {
      const drum = await sealDrum(stage, await newStream(stage, { code: UNLICENSED_CODE }));
      expect(await stage.send('makerWaste', Waste.createManifest, manifestPayload([drum]))).toBe(
        'WASTE_CODE_NOT_LICENSED',
      );
    });

    test('needs a plan, and what is left of it', async () => {
      const code = '900-404-06';
      const scope = { scope: ['HW06'], sites: [], number: '苏危 0006' };
      const paper = licence({ enterprise: 'disposer', kind: 'hazardousWasteOperation', ...scope });
      await stage.must('envRoot', Enterprise.addLicence, paper);
      const stream = await newStream(stage, { code });
      const payload = manifestPayload([await sealDrum(stage, stream)]);
      expect(await stage.send('makerWaste', Waste.createManifest, payload)).toBe('WASTE_PLAN_MISSING');
      const plan = planPayload({ code, licence: scope.number, planned: '182000' });
      await stage.must('makerWaste', Waste.plan, plan, by('disposerKeeper'));
      expect(await stage.send('makerWaste', Waste.createManifest, payload)).toBe('VALID');
      const more = manifestPayload([await sealDrum(stage, stream)]);
      expect(await stage.send('makerWaste', Waste.createManifest, more)).toBe('WASTE_PLAN_EXCEEDED');
      await stage.must('makerWaste', Waste.void, { manifest: payload['manifest'] });
      expect(await stage.send('makerWaste', Waste.createManifest, more)).toBe('VALID');
    });
  });

  describe('the gate', () => {
    const across = async (): Promise<Trip> =>
      draftManifest(stage, 1, { to: (await groundOf(stage)).farSite });
    const approve = async (number: string, change: Payload = {}): Promise<Payload> => {
      const scope = { scope: ['maker', CODE], sites: [], evidence: digest(number) };
      const paper = { enterprise: 'disposer', number, kind: 'crossProvinceTransfer', ...scope, ...change };
      await stage.must('envRoot', Enterprise.addLicence, licence(paper));
      return { number, digest: digest(number) };
    };

    test('across provinces only with an approval that names generator and code', async () => {
      const { manifest } = await across();
      const refused = 'WASTE_PROVINCE_PERMIT_MISSING';
      expect(await departWith({ manifest })).toBe(refused);
      expect(await departWith({ manifest, permit: { number: 'none', digest: digest('none') } })).toBe(
        refused,
      );
      const foreign = await approve('跨省 1', { scope: ['rival', CODE] });
      expect(await departWith({ manifest, permit: foreign })).toBe(refused);
      const ended = await approve('跨省 2', { notAfter: '2026-01-02' });
      expect(await departWith({ manifest, permit: ended })).toBe(refused);
      const good = await approve('跨省 3');
      expect(await departWith({ manifest, permit: { ...good, digest: digest('other paper') } })).toBe(
        refused,
      );
      expect(await departWith({ manifest, permit: good })).toBe('VALID');
      expect(await record(`man~${manifest}`)).toMatchObject({ state: 'departed', permit: '跨省 3' });
    });

    test('the carrier is licensed for every class on board', async () => {
      const stream = await newStream(stage, { dangerousClass: '8' });
      const payload = manifestPayload([await sealDrum(stage), await sealDrum(stage, stream)]);
      await stage.must('makerWaste', Waste.createManifest, payload);
      expect(await departWith({ manifest: payload['manifest'] })).toBe('WASTE_CARRIER_UNLICENSED');
    });

    test('the driver is of the carrier named', async () => {
      const { manifest } = await draftManifest(stage);
      const root = await stage.network.register(`hauler-two`, ['wasteCarrier'], 'LogisticsMSP');
      const stranger = await stage.network.admit(root, ['driver'], 'LogisticsMSP');
      const sending = { cosigners: [stranger], roles: ['generator', 'driver'] };
      expect(await stage.send('makerWaste', Waste.depart, { manifest, permit: null }, sending)).toBe(
        'PARTY_NOT_CONCERNED',
      );
    });
  });

  describe('on the way', () => {
    test('a carrier without licence takes the load with a deviation; who gave it away cannot again', async () => {
      const { manifest } = await depart(stage, await draftManifest(stage));
      const root = await stage.network.register('hauler-three', ['wasteCarrier'], 'LogisticsMSP');
      const taker = await stage.network.admit(root, ['driver'], 'LogisticsMSP');
      const payload = { manifest, vehicle: '浙A·D0009' };
      const handOver = (): Promise<string> =>
        stage.send('haulerDriver', Waste.handOver, payload, { cosigners: [taker] });
      expect(await handOver()).toBe('deviating WASTE_CARRIER_UNLICENSED');
      expect(await record(`man~${manifest}`)).toMatchObject({
        state: 'inTransit',
        carrier: 'hauler-three',
        carriers: ['hauler', 'hauler-three'],
      });
      expect(await handOver()).toBe('disputed PARTY_NOT_CONCERNED');
    });
  });

  describe('at the scales', () => {
    const send = (payload: Payload): Promise<string> =>
      stage.send('disposerKeeper', Waste.accept, payload, by('haulerDriver'));

    const receipts: readonly (readonly [string, Payload, string, string])[] = [
      ['as sent', {}, 'VALID', 'accepted'],
      ['5,460 g lighter, which is 3 %', { gross: '194540', net: '176540' }, 'VALID', 'accepted'],
      ['5,461 g lighter', { gross: '194539', net: '176539' }, 'deviating WASTE_WEIGHT_DIFFERS', 'accepted'],
      ['refused', { verdict: 'refused' }, 'deviating WASTE_WEIGHT_DIFFERS', 'refused'],
      [
        'missing',
        { verdict: 'missing', gross: '0', tare: '0', net: '0' },
        'deviating WASTE_WEIGHT_DIFFERS',
        'refused',
      ],
    ];
    test.each(receipts)('a drum %s: %s', async (_, change, verdict, state) => {
      const trip = await depart(stage, await draftManifest(stage));
      expect(await send(receipt(trip, { 0: change }))).toBe(verdict);
      const manifest = await record(`man~${trip.manifest}`);
      expect(manifest['state']).toBe(state);
      expect(manifest['differences']).toHaveLength(verdict === 'VALID' ? 0 : 1);
    });

    const malformed: readonly (readonly [string, Payload, string])[] = [
      ['sums that are wrong', { net: '1' }, 'WASTE_WEIGHT_WRONG'],
      ['a weight of what is missing', { verdict: 'missing' }, 'WASTE_WEIGHT_WRONG'],
      ['another drum', { drum: digest('other drum') }, 'WASTE_DRUMS_DIFFER'],
    ];
    test.each(malformed)('%s is refused', async (_, change, code) => {
      const trip = await depart(stage, await draftManifest(stage));
      expect(await send(receipt(trip, { 0: change }))).toBe(code);
    });

    test('a difference is told, answered, and only then the manifest is closed and the plan settled', async () => {
      const trip = await depart(stage, await draftManifest(stage));
      const before = await record(planKey());
      expect(await send(receipt(trip, { 0: LIGHTER }))).toBe('deviating WASTE_WEIGHT_DIFFERS');
      const { manifest, drums } = trip;
      expect((await record(`man~${manifest}`))['differences']).toEqual([
        {
          drum: drums[0],
          kind: 'weight',
          sentNet: '182000',
          receivedNet: '162000',
          edition: 1,
          owner: 'maker',
          reportedTo: ['generator', 'environment'],
          answer: null,
        },
      ]);
      const close = (): Promise<string> =>
        stage.send('disposerKeeper', Waste.close, { manifest, certificate: digest('certificate') });
      expect(await close()).toBe('WASTE_DIFFERENCE_OPEN');
      const answer = { manifest, drum: drums[0], reason: 'spillage', statement: digest('statement') };
      expect(await stage.send('makerWaste', Waste.answer, { ...answer, drum: freshId() })).toBe(
        'WASTE_DIFFERENCE_UNKNOWN',
      );
      expect(await stage.send('makerWaste', Waste.answer, answer)).toBe('VALID');
      expect(await stage.send('makerWaste', Waste.answer, answer)).toBe('WASTE_DIFFERENCE_UNKNOWN');
      expect(await close()).toBe('VALID');
      const after = await record(planKey());
      expect(Number(before['reserved']) - Number(after['reserved'])).toBe(182_000);
      expect(Number(after['settled']) - Number(before['settled'])).toBe(162_000);
    });

    test('a refused drum comes home and may leave again', async () => {
      const trip = await depart(stage, await draftManifest(stage, 2));
      await send(receipt(trip, { 0: { verdict: 'refused' } }));
      await answerAll(stage, trip);
      await stage.must('disposerKeeper', Waste.close, { manifest: trip.manifest, certificate: null });
      const payload = manifestPayload([trip.drums[0] ?? '']);
      expect(await stage.send('makerWaste', Waste.createManifest, payload)).toBe('VALID');
    });
  });

  test('the organisations that the table names suffice to endorse a trip with a refusal', async () => {
    const trip = await draftManifest(stage, 2);
    const { manifest } = trip;
    const both = { endorsers: ['RegulatorMSP', 'LogisticsMSP'] } as const;
    const gate = { endorsers: ['RegulatorMSP', 'ManufacturerMSP', 'LogisticsMSP'] } as const;
    const roles = ['generator', 'driver'];
    const sending = { ...by('haulerDriver'), roles, ...gate };
    expect(await stage.send('makerWaste', Waste.depart, { manifest, permit: null }, sending)).toBe('VALID');
    const handOver = { manifest, vehicle: '苏A·D0007' };
    expect(
      await stage.send('haulerDriver', Waste.handOver, handOver, { ...by('haulerRelief'), ...both }),
    ).toBe('VALID');
    const refused = receipt(trip, { 0: { verdict: 'refused' } });
    expect(
      await stage.send('disposerKeeper', Waste.accept, refused, { ...by('haulerRelief'), ...both }),
    ).toBe('deviating WASTE_WEIGHT_DIFFERS');
    await answerAll(stage, trip);
    expect(await stage.send('disposerKeeper', Waste.close, { manifest, certificate: null }, both)).toBe(
      'VALID',
    );
  });

  describe('state × act', () => {
    const acts: Readonly<Record<string, (trip: Trip) => Promise<string>>> = {
      depart: ({ manifest }) => departWith({ manifest }),
      void: ({ manifest }) => stage.send('makerWaste', Waste.void, { manifest }),
      refuseLoading: ({ manifest }) =>
        stage.send('haulerDriver', Waste.refuseLoading, refusedLoading(manifest)),
      handOver: ({ manifest }) =>
        stage.send('haulerDriver', Waste.handOver, { manifest, vehicle: '苏A·D0004' }, by('haulerRelief')),
      accept: (trip) => stage.send('disposerKeeper', Waste.accept, receipt(trip), by('haulerDriver')),
      answer: ({ manifest, drums }) => {
        const answer = { drum: drums[0], reason: 'other', statement: digest('statement') };
        return stage.send('makerWaste', Waste.answer, { manifest, ...answer });
      },
      close: async (trip) => {
        await answerAll(stage, trip);
        return stage.send('disposerKeeper', Waste.close, { manifest: trip.manifest, certificate: null });
      },
    };
    /** Written by hand: everything that is not here is refused. */
    const allowed: Readonly<Record<string, readonly string[]>> = {
      draft: ['depart', 'void', 'refuseLoading'],
      departed: ['handOver', 'accept'],
      inTransit: ['handOver', 'accept'],
      accepted: ['answer', 'close'],
      partlyAccepted: ['answer', 'close'],
      refused: ['answer', 'close'],
      closed: [],
      voided: [],
    };
    const facts = ['handOver', 'accept', 'refuseLoading'];
    const cells = Object.keys(MANIFEST_IN).flatMap((state) =>
      Object.keys(acts).map((act) => ({ state, act, isAllowed: allowed[state]?.includes(act) ?? false })),
    );
    test.each(cells)('$act when $state: $isAllowed', async ({ state, act, isAllowed }) => {
      const trip = await MANIFEST_IN[state]?.(stage);
      if (trip === undefined) throw new Error(state);
      const refused = facts.includes(act) ? 'disputed STATE_WRONG' : 'STATE_WRONG';
      expect(await acts[act]?.(trip)).toBe(isAllowed ? 'VALID' : refused);
    });
  });
});
