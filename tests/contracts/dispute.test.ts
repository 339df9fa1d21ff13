import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { enterpriseActs } from '@yaosu/chaincode/model/enterprise/acts';
import type { Name } from '../support/cast.js';
import { openedDispute, resolution } from '../support/disputes.js';
import { freshId } from '../support/payloads.js';
import { shipmentInTransit } from '../support/shipments.js';
import { Stage } from '../support/stage.js';

const { resolve } = ACTS.Dispute;
const HOUR_MS = 3_600_000;

describe('disputes', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.enter();
  }, 60_000);
  afterAll(() => stage.network.close());

  const send = (
    payload: Record<string, unknown>,
    first: Name,
    ...others: readonly Name[]
  ): Promise<string> => {
    const roles = ['first', 'second', 'third'].slice(0, others.length + 1);
    return stage.send(first, resolve, payload, { roles, cosigners: others.map((name) => stage.actor(name)) });
  };

  test('a contradiction is owned by all who told it and by who has the goods', async () => {
    const dispute = await openedDispute(stage);
    expect(await stage.network.state.record(`disp~${dispute}`)).toMatchObject({
      contract: 'Shipment',
      act: 'handOver',
      owners: ['carrier', 'maker'],
      resolution: null,
    });
  });

  test('both owners resolve it, once', async () => {
    const dispute = await openedDispute(stage);
    const payload = resolution(dispute);
    expect(await send(payload, 'makerQp')).toBe('DISPUTE_OWNER_MISSING');
    expect(await send(payload, 'makerQp', 'supplierQp')).toBe('PARTY_NOT_CONCERNED');
    expect(await send(payload, 'makerQp', 'carrierRoot')).toBe('VALID');
    expect(await send(payload, 'makerQp', 'carrierRoot')).toBe('DISPUTE_RESOLVED');
    expect(await stage.network.state.record(`disp~${dispute}`)).toMatchObject({
      resolution: { outcome: 'void', by: ['carrier', 'maker'] },
    });
  });

  test('an unknown one is refused', async () => {
    expect(await send(resolution(freshId()), 'drugInspector')).toBe('DISPUTE_NOT_FOUND');
  });

  test('a fact under a key that was revoked before goes to its own enterprise, which alone settles it', async () => {
    const leaver = await stage.network.admit(stage.actor('carrierRoot'), ['driver'], 'LogisticsMSP');
    const compromisedSince = new Date(Date.now() - HOUR_MS).toISOString();
    await stage.must('carrierRoot', enterpriseActs.revokeKey, {
      enterprise: 'carrier',
      kid: leaver.kid,
      compromisedSince,
    });
    const { shipment, lot } = await shipmentInTransit(stage);
    const payload = { shipment, counted: [{ batch: lot.batch, quantity: '40' }], seals: ['S-1'], at: null };
    const before = await stage.network.state.record(`ship~${shipment}`);
    const { cmd } = await stage.must('carrierDriver', ACTS.Shipment.handOver, payload, {
      cosigners: [leaver],
    });
    expect(await stage.network.state.record(`ship~${shipment}`)).toEqual(before);
    expect(await stage.network.state.record(`disp~${cmd}`)).toMatchObject({
      owners: ['carrier'],
      cause: 'KEY_REVOKED',
    });
    expect(await send(resolution(cmd), 'carrierRoot')).toBe('VALID');
  });
});
