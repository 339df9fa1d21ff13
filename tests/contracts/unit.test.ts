import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { FIRMS } from '../support/cast.js';
import {
  commissioned,
  dispensePayload,
  foreignCode,
  pharmacyStock,
  proofOf,
  stockByContainer,
  type Commissioned,
} from '../support/codes.js';
import { digest, freshId } from '../support/payloads.js';
import { Stage } from '../support/stage.js';

const { alias } = ACTS.Code;
const { dispense, recordDispensed, reverse, decommission } = ACTS.Code;

describe('single units', () => {
  let stage: Stage;
  let made: Commissioned;
  beforeAll(async () => {
    stage = await Stage.enter();
    made = await pharmacyStock(stage, 8);
  }, 60_000);
  afterAll(() => stage.network.close());

  const stockOf = (batch: string): Promise<Record<string, number>> =>
    stockByContainer(stage, batch, 'pharmacy');

  const reversal = (unit: string): Record<string, unknown> => ({
    unit,
    site: FIRMS.pharmacy.gln,
    reason: digest('wrong patient'),
  });
  const taking = (index: number, change: Record<string, unknown> = {}): Record<string, unknown> =>
    dispensePayload(made, index, {
      holder: 'pharmacy',
      status: 'acceptable',
      container: null,
      fate: 'damaged',
      ...change,
    });

  test('are dispensed once, under whichever name', async () => {
    const before = await stockOf(made.goods.batch);
    const code = made.codes[0] ?? '';
    const second = foreignCode(stage);
    await stage.must('makerProduction', alias, { alias: second, code, unit: proofOf(made, 0) });
    expect(await stage.send('pharmacist', dispense, dispensePayload(made, 0, { unit: second }))).toBe(
      'VALID',
    );
    expect(await stage.send('pharmacist', dispense, dispensePayload(made, 0))).toBe('UNIT_ALREADY_DISPENSED');
    const after = await stockOf(made.goods.batch);
    expect(after['loose acceptable']).toBe((before['loose acceptable'] ?? 0) - 1);
    expect(await stage.network.state.record(`unit~${code}`)).toMatchObject({ state: 'dispensed' });
  });

  const unproved: readonly (readonly [string, () => Record<string, unknown>])[] = [
    ['a code that is on no list', () => ({ unit: freshId() })],
    ["another code's proof", () => proofOf(made, 2)],
    ['another place', () => ({ index: 2 })],
    ['a shorter proof', () => ({ proof: (proofOf(made, 1)['proof'] as string[]).slice(1) })],
    ['a commission that is none', () => ({ commission: freshId() })],
    ['a place beyond the list', () => ({ index: 10 })],
  ];
  test.each(unproved)('%s: CODE_NOT_PROVED', async (_, change) => {
    const payload = dispensePayload(made, 1, change());
    expect(await stage.send('pharmacist', dispense, payload)).toBe('CODE_NOT_PROVED');
    const late = { ...payload, reason: 'noNetwork' };
    expect(await stage.send('pharmacist', recordDispensed, late)).toBe('CODE_NOT_PROVED');
  });

  test('are not dispensed from a shelf of another, nor without stock', async () => {
    const foreign = dispensePayload(made, 1, { site: FIRMS.wholesaler.gln });
    expect(await stage.send('pharmacist', dispense, foreign)).toBe('SITE_NOT_FOUND');
    const empty = await commissioned(stage);
    expect(await stage.send('pharmacist', dispense, dispensePayload(empty, 0))).toBe('PARCELS_INSUFFICIENT');
  });

  test('are taken back by two persons, and lie as returned', async () => {
    const code = made.codes[2] ?? '';
    const cosigners = [stage.actor('pharmacyReceiving')];
    expect(await stage.send('pharmacist', reverse, reversal(code), { cosigners })).toBe('UNIT_NOT_DISPENSED');
    await stage.must('pharmacist', dispense, dispensePayload(made, 2));
    expect(
      await stage.send('pharmacist', reverse, reversal(code), { cosigners: [stage.actor('pharmacist')] }),
    ).toBe('PERSONS_NOT_DISTINCT');
    expect(await stage.send('pharmacist', reverse, reversal(code), { cosigners })).toBe('VALID');
    expect(await stage.send('pharmacist', reverse, reversal(code), { cosigners })).toBe('UNIT_NOT_DISPENSED');
    expect((await stockOf(made.goods.batch))['loose returned']).toBe(1);
    expect(await stage.send('pharmacist', dispense, dispensePayload(made, 2))).toBe('VALID');
  });

  test('are taken out once', async () => {
    expect(await stage.send('pharmacist', decommission, taking(3))).toBe('VALID');
    expect(await stage.send('pharmacist', decommission, taking(3))).toBe('UNIT_DECOMMISSIONED');
    expect(await stage.send('pharmacist', dispense, dispensePayload(made, 3))).toBe('UNIT_DECOMMISSIONED');
    await stage.must('pharmacist', dispense, dispensePayload(made, 4));
    expect(await stage.send('pharmacist', decommission, taking(4))).toBe('UNIT_ALREADY_DISPENSED');
    const other = taking(5, { container: freshId() });
    expect(await stage.send('pharmacist', decommission, other)).toBe('CODE_NOT_PROVED');
    const sampled = taking(9, {
      holder: 'maker',
      site: made.goods.site,
      container: made.commission,
      fate: 'sampled',
    });
    expect(await stage.send('makerProduction', decommission, sampled)).toBe('VALID');
  });

  test('dispensed off line are recorded, with what broke, or disputed', async () => {
    const offline = (index: number): Record<string, unknown> =>
      dispensePayload(made, index, { reason: 'noNetwork' });
    expect(await stage.send('pharmacist', recordDispensed, offline(5))).toBe('VALID');
    expect(await stage.send('pharmacist', recordDispensed, offline(5))).toBe(
      'disputed UNIT_ALREADY_DISPENSED',
    );
    const hold = { batch: made.goods.batch, reason: digest('reason'), parcel: null };
    const { cmd } = await stage.must('makerQuality', ACTS.Batch.hold, hold);
    expect(await stage.send('pharmacist', dispense, dispensePayload(made, 6))).toBe('BATCH_HELD');
    expect(await stage.send('pharmacist', recordDispensed, offline(6))).toBe('deviating BATCH_HELD');
    await stage.must('makerQuality', ACTS.Batch.unhold, { batch: made.goods.batch, hold: cmd });
    const elsewhere = await commissioned(stage);
    const late = dispensePayload(elsewhere, 0, { reason: 'paper' });
    const { cmd: disputed, result } = await stage.must('pharmacist', recordDispensed, late);
    expect(result).toMatchObject({ outcome: 'disputed' });
    const dispute = await stage.network.state.record(`disp~${disputed}`);
    expect(dispute).toMatchObject({ cause: 'PARCELS_INSUFFICIENT', owners: ['maker', 'pharmacy'] });
  });
});
