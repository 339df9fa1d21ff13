import { ACTS } from '@yaosu/chaincode/model/acts';
import type { Name } from '../../support/cast.js';
import { FIRMS } from '../../support/cast.js';
import {
  casePayload,
  commissionPayload,
  commissioned,
  dispensePayload,
  foreignCode,
  freshCodes,
  openPayload,
  packedCase,
  pharmacyStock,
  proofOf,
  reservePayload,
} from '../../support/codes.js';
import { packedBatch } from '../../support/goods.js';
import { digest } from '../../support/payloads.js';
import type { Right, RightCommand } from '../../support/right.js';
import type { Stage } from '../../support/stage.js';

const { reserve, commission, rejectOnLine, aggregate, disaggregate } = ACTS.Code;
const { alias, withdrawAlias, dispense, recordDispensed, reverse, decommission } = ACTS.Code;

const PACKERS: readonly Name[] = ['makerProduction', 'makerKeeper'];

const reversal = async (stage: Stage, second: Name): Promise<RightCommand> => {
  const made = await pharmacyStock(stage, 1);
  await stage.must('pharmacist', dispense, dispensePayload(made, 0));
  const payload = { unit: made.codes[0], site: FIRMS.pharmacy.gln, reason: digest('reason') };
  return { payload, cosigners: [stage.actor(second)] };
};

export const codeRights: readonly Right[] = [
  {
    act: reserve,
    may: ['makerAdministrator', 'makerProduction'],
    command: () => ({ payload: reservePayload() }),
  },
  {
    act: commission,
    may: ['makerProduction'],
    command: async (stage) => ({ payload: commissionPayload(await packedBatch(stage), freshCodes(10)) }),
  },
  {
    act: rejectOnLine,
    may: ['makerProduction'],
    command: async (stage) => {
      const made = await commissioned(stage);
      const what = { count: 1, fate: 'rejected', reason: 'unreadable' };
      return { payload: { batch: made.goods.batch, commission: made.commission, ...what } };
    },
  },
  {
    act: aggregate,
    may: PACKERS,
    command: async (stage) => ({ payload: casePayload(await commissioned(stage), 5) }),
  },
  {
    act: disaggregate,
    may: PACKERS,
    command: async (stage) => {
      const made = await commissioned(stage);
      return { payload: openPayload(await packedCase(stage, made, 5), made.goods.batch, 5) };
    },
  },
  {
    act: alias,
    may: PACKERS,
    command: async (stage) => {
      const made = await commissioned(stage);
      const payload = { alias: foreignCode(stage), code: made.codes[0], unit: proofOf(made, 0) };
      return { payload };
    },
  },
  {
    act: withdrawAlias,
    may: PACKERS,
    command: async (stage) => {
      const made = await commissioned(stage);
      const second = foreignCode(stage);
      const [code] = made.codes;
      await stage.must('makerProduction', alias, { alias: second, code, unit: proofOf(made, 0) });
      return { payload: { alias: second, code, reason: digest('reason') } };
    },
  },
  {
    act: dispense,
    may: ['pharmacist'],
    command: async (stage) => ({ payload: dispensePayload(await pharmacyStock(stage, 1), 0) }),
  },
  {
    act: recordDispensed,
    may: ['pharmacist'],
    command: async (stage) => ({
      payload: dispensePayload(await pharmacyStock(stage, 1), 0, { reason: 'noNetwork' }),
    }),
  },
  { act: reverse, may: ['pharmacist'], command: (stage) => reversal(stage, 'pharmacyReceiving') },
  {
    act: reverse,
    may: ['pharmacyReceiving'],
    varies: { role: 'second', first: 'pharmacist' },
    command: reversal,
  },
  {
    act: decommission,
    may: ['makerProduction', 'makerQuality', 'makerAnalyst', 'makerKeeper'],
    command: async (stage) => {
      const made = await commissioned(stage);
      const shelf = {
        holder: 'maker',
        site: made.goods.site,
        status: 'acceptable',
        container: made.commission,
      };
      const what = { unit: made.codes[0], ...proofOf(made, 0), ...shelf, fate: 'sampled' };
      return { payload: what };
    },
  },
];
