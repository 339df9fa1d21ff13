import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { FIRMS } from '../support/cast.js';
import { dispensePayload, pharmacyStock } from '../support/codes.js';
import {
  acceptedParcels,
  registeredOutput,
  reviewedLot,
  shelfOf,
  transformPayload,
  type Goods,
} from '../support/goods.js';
import { batchPayload, digest } from '../support/payloads.js';
import {
  count,
  decidedMarketed,
  decision,
  investigating,
  openPayload,
  opened,
  response,
  signalled,
} from '../support/recall.js';
import { Stage } from '../support/stage.js';

const { Recall, Stock, Batch, Code } = ACTS;

describe('a recall drill', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.enter();
  }, 60_000);
  afterAll(() => stage.network.close());

  /** A drill whose root is stopped by its MAH. */
  const stoppedByDrill = async (batch: string): Promise<string> => {
    const investigation = await signalled(stage, batch, true);
    await stage.must('makerQp', Recall.investigate, { investigation, roots: [batch] });
    await stage.must('makerQp', Recall.stop, { investigation, batches: [batch] });
    return investigation;
  };
  const record = (key: string): Promise<Record<string, unknown> | undefined> =>
    stage.network.state.record(key);
  const use = (goods: Goods): Promise<string> => {
    const payload = { ...shelfOf(goods), quantity: '1', consumption: 'cleaning' };
    return stage.send('makerProduction', Stock.use, payload);
  };

  test('refuses neither use nor growth, and a stop in earnest beside it does', async () => {
    const goods = await acceptedParcels(stage);
    await stoppedByDrill(goods.batch);
    const output = await registeredOutput(stage);
    expect(await use(goods)).toBe('VALID');
    const transform = transformPayload(output, goods);
    expect(await stage.send('makerProduction', Batch.transform, transform)).toBe('VALID');
    const investigation = await investigating(stage, goods.batch, 'makerQp');
    await stage.must('makerQp', Recall.stop, { investigation, batches: [goods.batch] });
    expect(await use(goods)).toBe('BATCH_STOPPED');
  });

  test('refuses no release', async () => {
    const { batch } = await reviewedLot(stage);
    await stoppedByDrill(batch);
    expect(await stage.send('makerQp', Batch.releaseFromSite, { batch })).toBe('VALID');
  });

  test('refuses no pack at the counter', async () => {
    const made = await pharmacyStock(stage);
    await stoppedByDrill(made.goods.batch);
    expect(await stage.send('pharmacist', Code.dispense, dispensePayload(made, 0))).toBe('VALID');
  });

  test('marks the investigation, its stops and its recall from the signal on', async () => {
    const { investigation, batch } = await opened(stage, true);
    expect(await record(`inv~${investigation}`)).toMatchObject({ drill: true });
    expect(await record(`stop~${batch}~${investigation}`)).toMatchObject({ drill: true });
    expect(await record(`rec~${investigation}`)).toMatchObject({ drill: true });
  });

  test.each([
    ['in earnest', false],
    ['a drill', true],
  ])('what begins %s ends so: no later act says otherwise', async (_, drill) => {
    const { investigation } = await decidedMarketed(stage, drill);
    const changed = openPayload(investigation, { drill: !drill });
    expect(await stage.send('makerQp', Recall.open, changed)).toBe('INPUT_INVALID');
    await stage.must('makerQp', Recall.open, openPayload(investigation));
    expect(await record(`rec~${investigation}`)).toMatchObject({ drill });
  });

  test('is sealed with what grew until then, and not held up by what grows later', async () => {
    const { batch: root } = await acceptedParcels(stage);
    const investigation = await stoppedByDrill(root);
    const grow = async (): Promise<string> => {
      const made = { kind: 'startingMaterial', manufacturer: 'maker', site: FIRMS.cdmo.gln };
      const payload = batchPayload({ ...made, receivedFrom: root });
      await stage.must('cdmoKeeper', Batch.register, payload);
      return String(payload['batch']);
    };
    const child = await grow();
    const seal = (...members: readonly string[]): Promise<string> =>
      stage.sendAsHost('RegulatorMSP', Recall.seal, { investigation, members });
    expect(await seal(root)).toBe('SEAL_FRONTIER_OPEN');
    await stage.follow('RegulatorMSP', Recall.extend, { investigation, edges: [{ from: root, to: child }] });
    expect(await record(`stop~${child}~${investigation}`)).toMatchObject({ drill: true, provisional: true });
    expect(await seal(child, root)).toBe('VALID');
    await grow();
    const decisions = [decision(root, 'inScope'), decision(child, 'excluded')];
    expect(await stage.send('makerQp', Recall.decide, { investigation, decisions })).toBe('VALID');
  });

  test('is answered and counted as in earnest, and ends with its stops lifted', async () => {
    const { investigation, batch } = await opened(stage, true);
    const answer = response(investigation, [count(batch)]);
    expect(await stage.send('wholesalerKeeper', Recall.respond, answer)).toBe('VALID');
    const close = (counts: readonly object[]): Promise<string> =>
      stage.send('makerQp', Recall.close, { investigation, report: digest('report'), counts });
    expect(await close([])).toBe('RECALL_COUNT_INCOMPLETE');
    expect(await close([{ ...count(batch), reason: digest('why') }])).toBe('VALID');
    expect(await record(`rec~${investigation}`)).toMatchObject({ state: 'closed', drill: true });
    expect(await record(`stop~${batch}~${investigation}`)).toMatchObject({ lifted: true });
  });
});
