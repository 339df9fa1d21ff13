import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { MAKER_GLN, SUPPLIER_GLN, type Name } from '../support/cast.js';
import { batchPayload, digest, freshId, licence } from '../support/payloads.js';
import type { Sending } from '../support/stage.js';
import { Stage } from '../support/stage.js';
import {
  CODE,
  LIGHTER,
  MANIFEST_IN,
  UNLICENSED_CODE,
  WEIGHTS,
  answerAll,
  depart,
  draftManifest,
  drumPayload,
  fillDrum,
  groundOf,
  manifestPayload,
  newStream,
  openDrum,
  planPayload,
  receipt,
  sealDrum,
  streamPayload,
  thisYear,
  type Trip,
} from '../support/waste.js';

type Payload = Record<string, unknown>;
const { Waste, Batch, Enterprise } = ACTS;

describe('waste', () => {
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
  const departWith = (payload: Payload): Promise<string> =>
    stage.send(
      'makerWaste',
      Waste.depart,
      { permit: null, ...payload },
      {
        ...by('haulerDriver'),
        roles: ['generator', 'driver'],
      },
    );

  describe('streams, plans and drums', () => {
    const streams: readonly (readonly [string, Payload, string])[] = [
      ['of another', { generator: 'rival' }, 'ENTERPRISE_FOREIGN'],
      ['of a site that is not its own', { site: SUPPLIER_GLN }, 'SITE_NOT_FOUND'],
      ['counted by nobody', { operator: 'nobody' }, 'ENTERPRISE_NOT_FOUND'],
      ['that is said to be harmless', { hazardous: false }, 'INPUT_INVALID'],
      ['of a category that is none', { code: '271-002-43' }, 'INPUT_INVALID'],
      ['without a hazard', { hazards: [] }, 'INPUT_INVALID'],
    ];
    test.each(streams)('a stream %s is refused', async (_, change, code) => {
      expect(await stage.send('makerWaste', Waste.registerStream, streamPayload(change))).toBe(code);
    });

    test('a stream is registered once', async () => {
      const payload = streamPayload();
      expect(await stage.send('makerWaste', Waste.registerStream, payload)).toBe('VALID');
      expect(await stage.send('makerWaste', Waste.registerStream, payload)).toBe('WASTE_STREAM_EXISTS');
    });

    const plans: readonly (readonly [string, Payload, string])[] = [
      ['a code that the licence does not name', { code: UNLICENSED_CODE }, 'WASTE_CODE_NOT_LICENSED'],
      ['a licence that is none', { licence: 'no such' }, 'WASTE_CODE_NOT_LICENSED'],
      ['the generator being another', { generator: 'rival' }, 'ENTERPRISE_FOREIGN'],
      ['the disposer being another', { disposer: 'hauler' }, 'ENTERPRISE_FOREIGN'],
      ['half a gram', { planned: '0.5' }, 'INPUT_INVALID'],
    ];
    test.each(plans)('a plan with %s is refused', async (_, change, code) => {
      expect(await stage.send('makerWaste', Waste.plan, planPayload(change), by('disposerKeeper'))).toBe(
        code,
      );
    });

    test('a licence that has ended, or is of another kind, plans nothing', async () => {
      const common = { enterprise: 'disposer', scope: [CODE], sites: [] };
      const kinds = [
        { ...common, number: '苏危 8001', kind: 'hazardousWasteOperation', notAfter: '2026-01-02' },
        { ...common, number: '苏危 8002', kind: 'drugManufacturing' },
      ];
      for (const each of kinds) {
        await stage.must('envRoot', Enterprise.addLicence, licence(each));
        const plan = planPayload({ licence: each.number });
        expect(await stage.send('makerWaste', Waste.plan, plan, by('disposerKeeper'))).toBe(
          'WASTE_CODE_NOT_LICENSED',
        );
      }
    });

    test('a plan is not lowered below what is reserved of it', async () => {
      await draftManifest(stage);
      const low = planPayload({ planned: '1000' });
      expect(await stage.send('makerWaste', Waste.plan, low, by('disposerKeeper'))).toBe(
        'WASTE_PLAN_BELOW_USED',
      );
    });

    test('a drum has one code and an own stream', async () => {
      const { stream } = await groundOf(stage);
      const payload = drumPayload(stream);
      expect(await stage.send('makerWaste', Waste.open, payload)).toBe('VALID');
      expect(await stage.send('makerWaste', Waste.open, payload)).toBe('WASTE_DRUM_EXISTS');
      expect(await stage.send('makerWaste', Waste.open, drumPayload(freshId()))).toBe('SUBJECT_NOT_FOUND');
      expect(await stage.send('rivalAll', Waste.open, drumPayload(stream))).toBe('ENTERPRISE_FOREIGN');
    });

    const weighings: readonly (readonly [string, Payload, string])[] = [
      ['sums that are wrong', { net: '181000' }, 'WASTE_WEIGHT_WRONG'],
      ['another tare', { tare: '17000', net: '183000' }, 'WASTE_WEIGHT_WRONG'],
      ['5,461 g more than was filled in', { gross: '205461', net: '187461' }, 'WASTE_WEIGHT_DIFFERS'],
      ['5,460 g more, which is 3 %', { gross: '205460', net: '187460' }, 'VALID'],
    ];
    test.each(weighings)('a drum sealed with %s: %s', async (_, change, code) => {
      const drum = await openDrum(stage);
      await fillDrum(stage, drum);
      expect(await stage.send('makerWaste', Waste.seal, { drum, ...WEIGHTS, ...change })).toBe(code);
    });

    test('a sealed drum is not sealed again, and a fill of it is a dispute', async () => {
      const drum = await sealDrum(stage);
      expect(await stage.send('makerWaste', Waste.seal, { drum, ...WEIGHTS })).toBe('STATE_WRONG');
      const fill = { drum, grams: '5', sources: [] };
      expect(await stage.send('makerWaste', Waste.fill, fill)).toBe('disputed STATE_WRONG');
      expect((await stage.network.state.records(`fill~${drum}`)).size).toBe(1);
    });

    test('a fill names batches that are known and its own', async () => {
      const drum = await openDrum(stage);
      const own = batchPayload();
      await stage.must('makerProduction', Batch.register, own);
      const foreign = batchPayload({ manufacturer: 'cdmo', site: '6901234000030' });
      await stage.must('cdmoProduction', Batch.register, foreign);
      const fill = (source: unknown): Promise<string> =>
        stage.send('makerWaste', Waste.fill, { drum, grams: '5', sources: [source] });
      expect(await fill(own['batch'])).toBe('VALID');
      expect(await fill(foreign['batch'])).toBe('deviating WASTE_SOURCE_FOREIGN');
      expect(await fill(freshId())).toBe('BATCH_NOT_FOUND');
    });
  });

  describe('a group and its trigger', () => {
    const arm = async (change: Payload = {}): Promise<Payload> => {
      const streams = [await newStream(stage), await newStream(stage)];
      return {
        group: freshId(),
        operator: 'maker',
        site: MAKER_GLN,
        streams,
        threshold: '300000',
        ...change,
      };
    };

    test('is armed by the operator of its streams alone, 10 t being the default', async () => {
      const { threshold: _, ...plain } = await arm();
      expect(await stage.send('makerWaste', Waste.armGroup, plain)).toBe('VALID');
      expect((await record(`grp~${String(plain['group'])}`))['threshold']).toBe('10000000');
      expect(await stage.send('makerWaste', Waste.armGroup, plain)).toBe('WASTE_GROUP_EXISTS');
      expect(await stage.send('makerWaste', Waste.armGroup, await arm({ operator: 'rival' }))).toBe(
        'ENTERPRISE_FOREIGN',
      );
      const given = await arm({ streams: [await newStream(stage, { operator: 'rival' })] });
      expect(await stage.send('makerWaste', Waste.armGroup, given)).toBe('WASTE_GROUP_STREAM_FOREIGN');
      const unknown = await arm({ streams: [freshId()] });
      expect(await stage.send('makerWaste', Waste.armGroup, unknown)).toBe('SUBJECT_NOT_FOUND');
    });

    test('every fill counts once, and only at the threshold', async () => {
      const armed = await arm();
      await stage.must('makerWaste', Waste.armGroup, armed);
      const [first = '', second = ''] = armed['streams'] as string[];
      const fills: Payload[] = [];
      for (const stream of [first, second]) {
        const drum = await openDrum(stage, stream);
        fills.push({ drum, fill: await fillDrum(stage, drum) });
      }
      const trigger = (list: readonly Payload[]): Promise<string> =>
        stage.sendAsHost('RegulatorMSP', Waste.trigger, { group: armed['group'], fills: list });
      const [one = {}] = fills;
      expect(await trigger([one])).toBe('WASTE_THRESHOLD_NOT_REACHED');
      expect(await trigger([one, one])).toBe('WASTE_THRESHOLD_NOT_REACHED');
      expect(await trigger([...fills, { drum: one['drum'], fill: freshId() }])).toBe(
        'WASTE_FILL_NOT_COUNTABLE',
      );
      expect(await trigger(fills)).toBe('VALID');
      expect(await trigger(fills)).toBe('WASTE_FILL_NOT_COUNTABLE');
      const [order] = [...(await stage.network.state.records(`trig~${String(armed['group'])}`)).values()];
      expect(order).toMatchObject({ grams: '364000', operator: 'maker' });
    });

    test("fills of another group's stream are not counted", async () => {
      const armed = await arm();
      await stage.must('makerWaste', Waste.armGroup, armed);
      const drum = await openDrum(stage);
      const fills = [{ drum, fill: await fillDrum(stage, drum, '900000') }];
      expect(await stage.sendAsHost('CdmoMSP', Waste.trigger, { group: armed['group'], fills })).toBe(
        'WASTE_FILL_NOT_COUNTABLE',
      );
    });
  });

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

  describe('state × act', () => {
    const acts: Readonly<Record<string, (trip: Trip) => Promise<string>>> = {
      depart: ({ manifest }) => departWith({ manifest }),
      void: ({ manifest }) => stage.send('makerWaste', Waste.void, { manifest }),
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
      draft: ['depart', 'void'],
      departed: ['handOver', 'accept'],
      inTransit: ['handOver', 'accept'],
      accepted: ['answer', 'close'],
      partlyAccepted: ['answer', 'close'],
      refused: ['answer', 'close'],
      closed: [],
      voided: [],
    };
    const facts = ['handOver', 'accept'];
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
