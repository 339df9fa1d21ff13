import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import {
  acceptedParcels,
  destroyPayload,
  registeredOutput,
  shelfOf,
  transformPayload,
  type Goods,
} from '../support/goods.js';
import { decision, investigating } from '../support/recall.js';
import { Stage } from '../support/stage.js';

const { Recall, Stock, Batch } = ACTS;

describe('goods under a stop, and the parcels that a gateway proposes', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.enter();
  }, 60_000);
  afterAll(() => stage.network.close());

  const use = (goods: Goods, sending: object = {}): Promise<string> => {
    const payload = { ...shelfOf(goods), quantity: '1', consumption: 'cleaning' };
    return stage.send('makerProduction', Stock.use, payload, sending);
  };
  const parcelsOf = async ({ batch }: Goods): Promise<readonly string[]> => {
    const parcels = [...(await stage.network.state.records('parcel~')).values()];
    return parcels.filter((parcel) => parcel['batch'] === batch).map(({ parcel }) => String(parcel));
  };
  const stopped = async (goods: Goods): Promise<string> => {
    const investigation = await investigating(stage, goods.batch, 'makerQp');
    await stage.must('makerQp', Recall.stop, { investigation, batches: [goods.batch] });
    return investigation;
  };

  test('a stopped batch is neither used nor grows, and can again once it is excluded', async () => {
    const goods = await acceptedParcels(stage);
    const output = await registeredOutput(stage);
    const transform = (): Promise<string> =>
      stage.send('makerProduction', Batch.transform, transformPayload(output, goods));
    const investigation = await stopped(goods);
    expect(await use(goods)).toBe('BATCH_STOPPED');
    expect(await transform()).toBe('BATCH_STOPPED');
    await stage.follow('RegulatorMSP', Recall.seal, { investigation, members: [goods.batch] });
    const decisions = [decision(goods.batch, 'excluded')];
    await stage.must('makerQp', Recall.decide, { investigation, decisions });
    expect(await use(goods)).toBe('VALID');
    expect(await transform()).toBe('VALID');
  });

  test('a stopped batch can be destroyed', async () => {
    const goods = await acceptedParcels(stage);
    await stopped(goods);
    const cosigners = [stage.actor('drugInspector')];
    const payload = destroyPayload(goods, { status: 'acceptable', quantity: '1' });
    expect(await stage.send('makerKeeper', Stock.destroy, payload, { cosigners })).toBe('VALID');
  });

  test('only what was signed is taken, whatever is proposed', async () => {
    const [goods, others] = [await acceptedParcels(stage), await acceptedParcels(stage)];
    const foreign = await acceptedParcels(stage, { firm: 'cdmo' });
    const before = await parcelsOf(goods);
    const spent = before.filter((_, i) => i < 1);
    expect(await use(goods, { picks: [] })).toBe('PARCELS_INSUFFICIENT');
    expect(await use(goods, { picks: (await parcelsOf(others)).slice(-1) })).toBe('PARCELS_INSUFFICIENT');
    expect(await use(goods, { picks: (await parcelsOf(foreign)).slice(-1) })).toBe('PARCELS_INSUFFICIENT');
    expect(await use(goods, { picks: spent })).toBe('PICKS_STALE');
    expect(await use(goods, { picks: [`${'ab'.repeat(32)}~0`] })).toBe('PICKS_STALE');
    expect(await use(goods, { picks: ['no parcel'] })).toBe('INPUT_INVALID');
    expect(await parcelsOf(goods)).toEqual(before);
    expect(await use(goods)).toBe('VALID');
  });
});
