import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS } from '@yaosu/chaincode/model/acts';
import { gs1CheckDigit } from '@yaosu/chaincode/model/kernel/gs1-check-digit';
import { FIRMS } from '../support/cast.js';
import {
  casePayload,
  commissioned,
  dispensePayload,
  foreignCode,
  keptCode,
  packedCase,
  pharmacyStock,
  proofOf,
  type Commissioned,
} from '../support/codes.js';
import { digest, freshId, freshPrefix } from '../support/payloads.js';
import { Stage } from '../support/stage.js';

const { aggregate, alias, dispense, reverse, withdrawAlias } = ACTS.Code;
const MOST = 16;

const checked = (digits: string): string => `${digits}${gs1CheckDigit(digits)}`;
const packOf = (companyPrefix: string): string =>
  `01${checked(`0${companyPrefix}`.padEnd(13, '0'))}21${freshId().slice(0, 12)}`;
const caseOf = (companyPrefix: string): string => `00${checked(`3${companyPrefix}`.padEnd(17, '1'))}`;

describe('second codes', () => {
  let stage: Stage;
  let made: Commissioned;
  let container: string;
  beforeAll(async () => {
    stage = await Stage.enter();
    made = await commissioned(stage, 12);
    container = await packedCase(stage, made, 4);
  }, 60_000);
  afterAll(() => stage.network.close());

  const send = (change: Record<string, unknown>): Promise<string> => {
    const payload = { alias: foreignCode(stage), code: container, unit: null, ...change };
    return stage.send('makerProduction', alias, payload);
  };
  const unit = (index: number) => ({ code: made.codes[index], unit: proofOf(made, index) });

  const texts: readonly (readonly [string, string, string])[] = [
    ['a foreign code', 'PACK-0815', 'VALID'],
    ['a trace code, which nothing on the ledger says the owner of', '81234567890123456789', 'VALID'],
    ['a pack under the own prefix', packOf(FIRMS.maker.companyPrefix), 'VALID'],
    ['a case under the own prefix', caseOf(FIRMS.maker.companyPrefix), 'VALID'],
    ["a pack under another's prefix", packOf(FIRMS.rival.companyPrefix), 'PREFIX_FOREIGN'],
    ["a case under another's prefix", caseOf(FIRMS.rival.companyPrefix), 'PREFIX_FOREIGN'],
    ["a pack under nobody's prefix", packOf(freshPrefix()), 'PREFIX_FOREIGN'],
    ['a pack in another spelling', `]d2${packOf(FIRMS.rival.companyPrefix)}`, 'CODE_ALIAS_UNFIT'],
    ['a product', `01${checked('0690123400000')}`, 'CODE_ALIAS_UNFIT'],
    ['a place', `414${FIRMS.maker.gln}`, 'CODE_ALIAS_UNFIT'],
  ];
  test.each(texts)('%s', async (_, text, outcome) => {
    expect(await send({ alias: keptCode(stage, text), ...unit(5) })).toBe(outcome);
  });

  const untold: readonly (readonly [string, string | undefined, string])[] = [
    ['is not shown', undefined, 'CODE_TEXT_MISSING'],
    ['is another one', 'PACK-0816', 'CODE_TEXT_WRONG'],
  ];
  test.each(untold)('one that %s to the peers is refused', async (_, shown, code) => {
    const second = freshId();
    if (shown !== undefined) stage.network.kept.set(second, Buffer.from(shown));
    expect(await send({ alias: second })).toBe(code);
  });

  const others: readonly (readonly [string, () => Record<string, unknown>, string])[] = [
    ['a container', () => ({ alias: container }), 'CODE_EXISTS'],
    ['the code itself', () => ({ alias: made.codes[1], ...unit(1) }), 'CODE_EXISTS'],
    ['for a code that is none', () => ({ code: freshId() }), 'CODE_NOT_FOUND'],
    ["with another unit's proof", () => ({ code: made.codes[1], unit: proofOf(made, 2) }), 'CODE_NOT_PROVED'],
  ];
  test.each(others)('%s is refused', async (_, change, code) => {
    expect(await send(change())).toBe(code);
  });

  test('another firm gives none', async () => {
    const payload = { alias: foreignCode(stage), code: container, unit: null };
    expect(await stage.send('wholesalerKeeper', alias, payload)).toBe('ENTERPRISE_FOREIGN');
  });

  test('stand for one object, and for no second code: no chain from either end', async () => {
    const second = foreignCode(stage);
    const target = keptCode(stage, 'TARGET');
    expect(await send({ alias: second, ...unit(0) })).toBe('VALID');
    expect(await send({ alias: second, ...unit(1) })).toBe('CODE_EXISTS');
    expect(await send({ code: second })).toBe('CODE_IS_ALIAS');
    expect(await send({ alias: made.codes[0] })).toBe('CODE_EXISTS');
    expect(await stage.network.state.record(`names~${String(made.codes[0])}`)).toMatchObject({
      enterprise: 'maker',
      aliases: [second],
    });
    const boxes = [
      [second, 'CODE_EXISTS'],
      [made.codes[0], 'CODE_EXISTS'],
      [target, 'VALID'],
    ] as const;
    for (const [code, outcome] of boxes) {
      const payload = casePayload(made, 1, { container: code });
      expect(await stage.send('makerProduction', aggregate, payload)).toBe(outcome);
    }
    expect(await send({ alias: target })).toBe('CODE_EXISTS');
  });

  test('are at most sixteen of one object', async () => {
    for (let i = 0; i < MOST; i += 1) expect(await send({ ...unit(3) })).toBe('VALID');
    expect(await send({ ...unit(3) })).toBe('CODE_ALIASES_TOO_MANY');
  });

  describe('that were withdrawn', () => {
    const withdrawal = (second: string, change: Record<string, unknown> = {}) => {
      const reason = digest('printed on other packs');
      return { alias: second, code: made.codes[6], reason, ...change };
    };
    const withdrawn = async (): Promise<string> => {
      const second = foreignCode(stage);
      expect(await send({ alias: second, ...unit(6) })).toBe('VALID');
      expect(await stage.send('makerKeeper', withdrawAlias, withdrawal(second))).toBe('VALID');
      return second;
    };

    test('stand for nothing, and what they stood for stays with who, when and why', async () => {
      const second = foreignCode(stage);
      expect(await send({ alias: second, ...unit(6) })).toBe('VALID');
      const { cmd } = await stage.must('makerKeeper', withdrawAlias, withdrawal(second));
      expect(await stage.network.state.record(`alias~${second}`)).toMatchObject({ state: 'withdrawn' });
      expect(await stage.network.state.record(`names~${String(made.codes[6])}`)).toMatchObject({
        aliases: [],
      });
      const { commission, goods } = made;
      const about = { code: made.codes[6], batches: [goods.batch], unit: { commission, index: 6 } };
      expect(await stage.network.state.record(`aliasend~${second}~${cmd}`)).toMatchObject({
        ...about,
        signedBy: { enterprise: 'maker' },
        withdrawn: { by: { enterprise: 'maker' }, reason: digest('printed on other packs') },
      });
      const loose = { unit: second, ...proofOf(made, 6), site: FIRMS.pharmacy.gln };
      expect(await stage.send('pharmacist', dispense, loose)).toBe('CODE_NOT_PROVED');
    });

    test('may be registered again, for another object, and the earlier end stays', async () => {
      const second = await withdrawn();
      expect(await send({ alias: second, ...unit(7) })).toBe('VALID');
      const again = withdrawal(second, { code: made.codes[7] });
      await stage.must('makerProduction', withdrawAlias, again);
      const ends = await stage.network.state.records(`aliasend~${second}~`);
      expect([...ends.values()].map(({ code }) => code).sort()).toEqual(
        [made.codes[6], made.codes[7]].sort(),
      );
    });

    test('leave the code free: it may become that of a container, and is no second code again', async () => {
      const second = await withdrawn();
      const payload = casePayload(made, 1, { container: second });
      expect(await stage.send('makerProduction', aggregate, payload)).toBe('VALID');
      expect(await send({ alias: second, ...unit(6) })).toBe('CODE_EXISTS');
    });

    test('are refused a second time, and under an object that they never stood for', async () => {
      const second = await withdrawn();
      expect(await stage.send('makerKeeper', withdrawAlias, withdrawal(second))).toBe('CODE_ALIAS_NOT_FOUND');
      expect(await send({ alias: second, ...unit(6) })).toBe('VALID');
      const other = withdrawal(second, { code: made.codes[7] });
      expect(await stage.send('makerKeeper', withdrawAlias, other)).toBe('CODE_ALIAS_NOT_FOUND');
      const never = withdrawal(freshId());
      expect(await stage.send('makerKeeper', withdrawAlias, never)).toBe('CODE_ALIAS_NOT_FOUND');
    });

    test('are withdrawn by who registered them alone', async () => {
      const second = foreignCode(stage);
      expect(await send({ alias: second, ...unit(6) })).toBe('VALID');
      const verdict = await stage.send('wholesalerKeeper', withdrawAlias, withdrawal(second));
      expect(verdict).toBe('ENTERPRISE_FOREIGN');
    });
  });

  test('do not stand in for a pack that is on a list: its own proof counts, whatever it is registered as', async () => {
    const codes = ['UNTOUCHED-1', ...Array.from({ length: 9 }, () => freshId())].map((text) =>
      keptCode(stage, text),
    );
    const sold = await pharmacyStock(stage, 4, undefined, codes);
    const [untouched = '', other = ''] = codes;
    await stage.must('makerProduction', alias, { alias: untouched, code: other, unit: proofOf(sold, 1) });
    await stage.must('pharmacist', dispense, dispensePayload(sold, 0));
    expect(await stage.network.state.record(`unit~${untouched}`)).toMatchObject({ state: 'dispensed' });
    expect(await stage.network.state.record(`unit~${other}`)).toBeUndefined();
    const back = { unit: untouched, site: FIRMS.pharmacy.gln, reason: digest('reason') };
    await stage.must('pharmacist', reverse, back, { cosigners: [stage.actor('pharmacyReceiving')] });
    expect(await stage.network.state.record(`unit~${untouched}`)).toMatchObject({ state: 'reversed' });
  });
});
