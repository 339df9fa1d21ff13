import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ALL_ACTS } from '@yaosu/chaincode/model/acts';
import { ASKINGS } from '@yaosu/chaincode/rules/validity/askings';
import { withClock } from '../support/clock.js';
import { PAPER_ACTS, layPapers, type PaperGround } from '../support/papers.js';
import { Stage } from '../support/stage.js';

const FIVE_DAYS_MS = 5 * 86_400_000;

/** Effect of a row → how the ledger answers when it is so. */
const ANSWERED: Readonly<Record<string, RegExp>> = {
  refused: /^[A-Z_]+$/,
  deviates: /^deviating /,
  passedOver: /^CONTINGENCY_NONE_LEFT$/,
  notProven: /^doubted$/,
};

describe('the table of acts that ask for a paper', () => {
  let ground: PaperGround;
  beforeAll(async () => {
    ground = await layPapers(await Stage.enter());
  }, 60_000);
  afterAll(() => ground.stage.network.close());

  const rows = Object.entries(ASKINGS).flatMap(([kind, askings]) =>
    askings.map(({ act, effect }) => ({ row: `${kind} ${act}`, act, effect })),
  );

  test('is tried row by row', () => {
    expect(rows.map(({ row }) => row).sort()).toEqual(Object.keys(PAPER_ACTS).sort());
  });

  test('names every act that may be refused for a paper', () => {
    const codes = Object.values(PAPER_ACTS).map(([, answer]) => answer.replace('deviating ', ''));
    const asking = ALL_ACTS.filter(({ errors }) => errors.some((code) => codes.includes(code)));
    const named = new Set(rows.map(({ act }) => act));
    expect(
      asking.map(({ contract, name }) => `${contract}.${name}`).filter((act) => !named.has(act)),
    ).toEqual(
      // Whose error of an unfit CDMO says that it is no CDMO.
      ['Task.sealTerms'],
    );
  });

  test.each(rows)('$row: done on the last day, $effect after it', async ({ row, effect }) => {
    const [prepare, answer, prepareLate = prepare] = PAPER_ACTS[row]!;
    expect(answer).toMatch(ANSWERED[effect]!);
    const late = await prepareLate(ground);
    const capturedAt = new Date(Date.now() + FIVE_DAYS_MS).toISOString();
    expect(await withClock(FIVE_DAYS_MS, () => late({ capturedAt }))).toBe(answer);
    const inTime = await prepare(ground);
    expect(await inTime({})).toBe('VALID');
  });
});
