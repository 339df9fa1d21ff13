import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { FIRMS } from '../support/cast.js';
import {
  casePayload,
  commissionPayload,
  commissioned,
  freshCodes,
  openPayload,
  packedCase,
  reservePayload,
  stockByContainer,
  type Commissioned,
} from '../support/codes.js';
import { packedBatch, registeredLot, type Goods } from '../support/goods.js';
import { digest, freshId, freshPrefix } from '../support/payloads.js';
import { Stage } from '../support/stage.js';

const { reserve, commission, rejectOnLine, aggregate, disaggregate } = ACTS.Code;

describe('codes', () => {
  let stage: Stage;
  let goods: Goods;
  beforeAll(async () => {
    stage = await Stage.enter();
    goods = await packedBatch(stage);
  }, 60_000);
  afterAll(() => stage.network.close());

  const stockOf = (batch: string): Promise<Record<string, number>> => stockByContainer(stage, batch, 'maker');

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

    test.each([
      ['of another firm', FIRMS.rival.companyPrefix],
      ['of nobody', freshPrefix()],
      ['that is only the beginning of an own one', '690123'],
    ])('nothing is reserved under a company prefix %s', async (_, companyPrefix) => {
      const payload = reservePayload({ companyPrefix });
      expect(await stage.send('makerProduction', reserve, payload)).toBe('PREFIX_FOREIGN');
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
});
