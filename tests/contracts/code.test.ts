import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { FIRMS } from '../support/cast.js';
import {
  casePayload,
  commissionPayload,
  commissioned,
  dispensePayload,
  freshCodes,
  openPayload,
  packedCase,
  pharmacyStock,
  proofOf,
  reservePayload,
  type Commissioned,
} from '../support/codes.js';
import { packedBatch, registeredLot, type Goods } from '../support/goods.js';
import { digest, freshId } from '../support/payloads.js';
import { Stage } from '../support/stage.js';

const { reserve, commission, rejectOnLine, aggregate, disaggregate, alias } = ACTS.Code;
const { dispense, recordDispensed, reverse, decommission } = ACTS.Code;

describe('codes', () => {
  let stage: Stage;
  let goods: Goods;
  beforeAll(async () => {
    stage = await Stage.enter();
    goods = await packedBatch(stage);
  }, 60_000);
  afterAll(() => stage.network.close());

  /** Unspent parcels of a batch: container, or `loose`, and how many. */
  const stockOf = async (batch: string, holder = 'maker'): Promise<Record<string, number>> => {
    const sums: Record<string, number> = {};
    for (const parcel of (await stage.network.state.records('parcel~')).values()) {
      if (parcel['batch'] !== batch || parcel['spentBy'] !== null || parcel['holder'] !== holder) continue;
      const name = (parcel['container'] as string | null) ?? `loose ${String(parcel['status'])}`;
      sums[name] = (sums[name] ?? 0) + Number(parcel['quantity']);
    }
    return sums;
  };

  describe('on the line', () => {
    test('a block is reserved once', async () => {
      const payload = reservePayload();
      expect(await stage.send('makerProduction', reserve, payload)).toBe('VALID');
      expect(await stage.send('makerProduction', reserve, payload)).toBe('CODE_BLOCK_RESERVED');
      const inside = { ...payload, firstBlock: 1 };
      expect(await stage.send('makerProduction', reserve, inside)).toBe('CODE_BLOCK_RESERVED');
      expect(await stage.send('makerProduction', reserve, { ...payload, firstBlock: 2 })).toBe('VALID');
      expect(await stage.send('makerProduction', reserve, reservePayload({ blocks: 101 }))).toBe(
        'INPUT_INVALID',
      );
    });

    test('10,000 serials are issued, 9,940 commissioned, 60 rejected, and it adds up', async () => {
      const batch = await packedBatch(stage);
      const reserved = reservePayload({ blocks: 10 });
      const { prefix } = reserved as { prefix: string };
      await stage.must('makerProduction', reserve, reserved);
      const source = { kind: 'blocks', prefix, firstBlock: 0, blocks: 10 };
      const payload = commissionPayload(batch, freshCodes(9_940), { source });
      const { cmd } = await stage.must('makerProduction', commission, payload);
      const rejects = { batch: batch.batch, commission: cmd, fate: 'rejected', reason: 'unreadable' };
      expect(await stage.send('makerProduction', rejectOnLine, { ...rejects, count: 61 })).toBe(
        'CODE_COUNT_EXCEEDED',
      );
      await stage.must('makerProduction', rejectOnLine, { ...rejects, count: 50 });
      await stage.must('makerProduction', rejectOnLine, { ...rejects, count: 10, fate: 'destroyed' });
      expect(await stage.send('makerProduction', rejectOnLine, { ...rejects, count: 1 })).toBe(
        'CODE_COUNT_EXCEEDED',
      );
      const record = await stage.network.state.record(`com~${batch.batch}~${cmd}`);
      expect(record).toMatchObject({ issued: 10_000, used: 9_940, rejected: 50, destroyed: 10 });
      expect(record).toMatchObject({ uniqueness: 'proved' });
      expect(await stockOf(batch.batch)).toEqual({ [cmd]: 9_940, 'loose acceptable': 60 });
      const again = commissionPayload(batch, freshCodes(10), { source });
      expect(await stage.send('makerProduction', commission, again)).toBe('CODE_BLOCK_UNUSABLE');
    });

    const refusals: readonly (readonly [string, Record<string, unknown>, string])[] = [
      ['more packs than codes', { source: { kind: 'list', issued: 9 } }, 'CODE_COUNT_EXCEEDED'],
      ['more packs than there are', { count: 10_001 }, 'CODE_COUNT_EXCEEDED'],
      [
        'more packs than are on the shelf',
        { count: 10_001, source: { kind: 'list', issued: 20_000 } },
        'PARCELS_INSUFFICIENT',
      ],
      [
        'blocks that nobody reserved',
        { source: { kind: 'blocks', prefix: digest('none'), firstBlock: 0, blocks: 1 } },
        'CODE_BLOCK_UNUSABLE',
      ],
      ['a batch that is none', { batch: digest('none') }, 'BATCH_NOT_FOUND'],
      ['stock in another state', { status: 'pending' }, 'PARCELS_INSUFFICIENT'],
    ];
    test.each(refusals)('commission %s is refused', async (_, change, code) => {
      const payload = commissionPayload(goods, freshCodes(10), change);
      expect(await stage.send('makerProduction', commission, payload)).toBe(code);
    });

    test('starting materials carry no serials', async () => {
      const lot = await registeredLot(stage);
      const payload = commissionPayload(lot, freshCodes(10), { status: 'quarantine' });
      expect(await stage.send('makerProduction', commission, payload)).toBe('CODE_BATCH_NOT_PACKED');
    });

    test('a batch on hold gets no codes', async () => {
      const held = await packedBatch(stage);
      const hold = { batch: held.batch, reason: digest('reason'), parcel: null };
      await stage.must('makerQuality', ACTS.Batch.hold, hold);
      const payload = commissionPayload(held, freshCodes(10));
      expect(await stage.send('makerProduction', commission, payload)).toBe('BATCH_HELD');
    });

    test('what has codes gets no second ones', async () => {
      const batch = await packedBatch(stage);
      await commissioned(stage, 9_995, batch);
      const payload = commissionPayload(batch, freshCodes(10));
      expect(await stage.send('makerProduction', commission, payload)).toBe('PARCELS_INSUFFICIENT');
    });
  });

  describe('containers', () => {
    test('units → case → pallet → case → units', async () => {
      const batch = await packedBatch(stage);
      const made = await commissioned(stage, 30, batch);
      const [first, second] = [await packedCase(stage, made, 10), await packedCase(stage, made, 15)];
      const loose = 9_970;
      const left = { [made.commission]: 5, 'loose acceptable': loose };
      expect(await stockOf(batch.batch)).toEqual({ ...left, [first]: 10, [second]: 15 });
      const contents = [
        { from: first, batch: batch.batch, count: 10 },
        { from: second, batch: batch.batch, count: 15 },
      ];
      const pallet = casePayload(made, 1, { contents });
      await stage.must('makerKeeper', aggregate, pallet);
      const code = pallet['container'] as string;
      expect(await stockOf(batch.batch)).toEqual({ ...left, [code]: 25 });
      expect(await stage.network.state.record(`obj~${first}`)).toMatchObject({ parent: code });
      const opening = openPayload(code, batch.batch, 25);
      const tooFew = openPayload(code, batch.batch, 24);
      expect(await stage.send('makerKeeper', disaggregate, tooFew)).toBe('CODE_CONTENTS_DIFFER');
      const early = openPayload(first, batch.batch, 10);
      expect(await stage.send('makerKeeper', disaggregate, early)).toBe('PARCELS_INSUFFICIENT');
      await stage.must('makerKeeper', disaggregate, opening);
      expect(await stockOf(batch.batch)).toEqual({ ...left, [first]: 10, [second]: 15 });
      expect(await stage.network.state.record(`obj~${code}`)).toMatchObject({ state: 'opened' });
      await stage.must('makerKeeper', disaggregate, openPayload(first, batch.batch, 10));
      expect(await stockOf(batch.batch)).toEqual({
        ...left,
        'loose acceptable': loose + 10,
        [second]: 15,
      });
      expect(await stage.send('makerKeeper', disaggregate, opening)).toBe('PARCELS_INSUFFICIENT');
    });

    test('a case holds two batches, not three; containers and units do not mix', async () => {
      const lists: Commissioned[] = [];
      for (let i = 0; i < 3; i += 1) lists.push(await commissioned(stage, 10));
      const entries = lists.map((made) => ({ from: made.commission, batch: made.goods.batch, count: 2 }));
      const made = lists[0] as Commissioned;
      const two = casePayload(made, 1, { contents: entries.slice(0, 2) });
      expect(
        await stage.send('makerProduction', aggregate, casePayload(made, 1, { contents: entries })),
      ).toBe('CODE_BATCHES_TOO_MANY');
      expect(await stage.send('makerProduction', aggregate, two)).toBe('VALID');
      expect(await stage.send('makerProduction', aggregate, two)).toBe('CODE_EXISTS');
      const whole = entries.slice(0, 2).map((entry) => ({ ...entry, from: two['container'] }));
      const half = casePayload(made, 1, { contents: whole.slice(0, 1) });
      expect(await stage.send('makerProduction', aggregate, half)).toBe('CODE_CONTENTS_DIFFER');
      const mixed = casePayload(made, 1, { contents: [...whole, ...entries.slice(2)] });
      expect(await stage.send('makerProduction', aggregate, mixed)).toBe('CODE_LEVELS_MIXED');
      const unknown = casePayload(made, 1, {
        contents: [{ from: freshId(), batch: made.goods.batch, count: 1 }],
      });
      expect(await stage.send('makerProduction', aggregate, unknown)).toBe('CODE_NOT_FOUND');
    });
  });

  describe('aliases', () => {
    test('of a case and of a unit; none of an alias, none that means something, none by another', async () => {
      const made = await commissioned(stage);
      const container = await packedCase(stage, made, 4);
      const send = (change: Record<string, unknown>, name = 'makerProduction' as const): Promise<string> =>
        stage.send(name, alias, { alias: freshId(), code: container, unit: null, ...change });
      const second = freshId();
      expect(await send({ alias: second })).toBe('VALID');
      expect(await send({ alias: second })).toBe('CODE_EXISTS');
      expect(await send({ alias: container })).toBe('CODE_EXISTS');
      expect(await send({ code: second })).toBe('CODE_IS_ALIAS');
      expect(await send({ code: freshId() })).toBe('CODE_NOT_FOUND');
      expect(await send({ code: made.codes[1], unit: proofOf(made, 1) })).toBe('VALID');
      expect(await send({ code: made.codes[1], unit: proofOf(made, 2) })).toBe('CODE_NOT_PROVED');
      expect(
        await stage.send('wholesalerKeeper', alias, { alias: freshId(), code: container, unit: null }),
      ).toBe('ENTERPRISE_FOREIGN');
    });
  });

  describe('single units', () => {
    let made: Commissioned;
    beforeAll(async () => {
      made = await pharmacyStock(stage, 8);
    }, 60_000);

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
      const before = await stockOf(made.goods.batch, 'pharmacy');
      const code = made.codes[0] ?? '';
      const second = freshId();
      await stage.must('makerProduction', alias, { alias: second, code, unit: proofOf(made, 0) });
      expect(await stage.send('pharmacist', dispense, dispensePayload(made, 0, { unit: second }))).toBe(
        'VALID',
      );
      expect(await stage.send('pharmacist', dispense, dispensePayload(made, 0))).toBe(
        'UNIT_ALREADY_DISPENSED',
      );
      const after = await stockOf(made.goods.batch, 'pharmacy');
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
      expect(await stage.send('pharmacist', dispense, dispensePayload(empty, 0))).toBe(
        'PARCELS_INSUFFICIENT',
      );
    });

    test('are taken back by two persons, and lie as returned', async () => {
      const code = made.codes[2] ?? '';
      const cosigners = [stage.actor('pharmacyReceiving')];
      expect(await stage.send('pharmacist', reverse, reversal(code), { cosigners })).toBe(
        'UNIT_NOT_DISPENSED',
      );
      await stage.must('pharmacist', dispense, dispensePayload(made, 2));
      expect(
        await stage.send('pharmacist', reverse, reversal(code), { cosigners: [stage.actor('pharmacist')] }),
      ).toBe('PERSONS_NOT_DISTINCT');
      expect(await stage.send('pharmacist', reverse, reversal(code), { cosigners })).toBe('VALID');
      expect(await stage.send('pharmacist', reverse, reversal(code), { cosigners })).toBe(
        'UNIT_NOT_DISPENSED',
      );
      expect((await stockOf(made.goods.batch, 'pharmacy'))['loose returned']).toBe(1);
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
});
