import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { digest } from '../support/payloads.js';
import { Stage } from '../support/stage.js';
import { CODE, draftManifest, manifestPayload, refusedLoading, thisYear } from '../support/waste.js';

const { Waste } = ACTS;

describe('waste that the driver does not load', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.enter();
  });
  afterAll(() => stage.network.close());

  const record = async (key: string): Promise<Record<string, unknown>> =>
    (await stage.network.state.record(key)) ?? {};
  const reserved = async (): Promise<unknown> =>
    (await record(`plan~maker~disposer~${CODE}~${thisYear()}`))['reserved'];

  test('leaves a void manifest that says why and who, with drums and plan free for another one', async () => {
    await draftManifest(stage);
    const before = await reserved();
    const { manifest, drums } = await draftManifest(stage);
    expect(await reserved()).not.toBe(before);
    const payload = refusedLoading(manifest, { reason: 'labelWrong' });
    expect(await stage.send('haulerDriver', Waste.refuseLoading, payload)).toBe('VALID');
    const { kid, enterprise } = stage.actor('haulerDriver');
    expect(await record(`man~${manifest}`)).toMatchObject({
      state: 'voided',
      refusal: { reason: 'labelWrong', evidence: digest('photo'), driver: { enterprise, kid } },
    });
    expect(await record(`drum~${drums[0] ?? ''}`)).toMatchObject({ state: 'sealed', manifest: null });
    expect(await reserved()).toBe(before);
    expect(await stage.send('makerWaste', Waste.createManifest, manifestPayload(drums))).toBe('VALID');
  });

  test('is refused with the endorsement of those alone whom the table names', async () => {
    const { manifest } = await draftManifest(stage);
    const sending = { endorsers: ['RegulatorMSP', 'LogisticsMSP'] } as const;
    expect(await stage.send('haulerDriver', Waste.refuseLoading, refusedLoading(manifest), sending)).toBe(
      'VALID',
    );
  });
});
