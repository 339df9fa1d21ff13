import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { MAKER_GLN, SUPPLIER_GLN, type Name } from '../support/cast.js';
import { batchPayload, freshId, licence } from '../support/payloads.js';
import { Stage, type Sending } from '../support/stage.js';
import {
  CODE,
  UNLICENSED_CODE,
  WEIGHTS,
  draftManifest,
  drumPayload,
  fillDrum,
  groundOf,
  newStream,
  openDrum,
  planPayload,
  sealDrum,
  streamPayload,
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
});
