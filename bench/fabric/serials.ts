/** Serials on the ledger: one a transaction, and a list a transaction of which each can be proved. */
import { ACTS } from '@yaosu/chaincode/model/acts';
import { inclusionProof, leafOfCode, rootOfProof } from '@yaosu/chaincode/signing/merkle';
import { commissionPayload, freshCodes, type CodeList } from '../../tests/support/codes.js';
import { packedBatch, shelfOf, type Goods } from '../../tests/support/goods.js';
import type { Stage } from '../../tests/support/stage.js';
import { inFlight, paceOf, type Pace } from '../harness/measure.js';
import { sent, type FabricStage } from './fabric-stage.js';

const SINGLES = 32;
const LISTS = 6;
const LIST = 100_000;

/** How fast serials came to stand on the ledger. */
export interface SerialPaces {
  readonly naive: Pace;
  readonly batched: Pace;
}

/** Loose parcels of so many packs. */
const parcelsOf = async (stage: Stage, { batch }: Goods, quantity: number): Promise<readonly string[]> => {
  const parcels = [...(await stage.network.state.records('parcel~')).values()];
  return parcels
    .filter((each) => each['batch'] === batch && each['spentBy'] === null)
    .filter((each) => each['quantity'] === String(quantity))
    .map((each) => String(each['parcel']));
};

/** A batch ready for sale, in a parcel for every commission. */
const prepare = async (stage: Stage): Promise<Goods> => {
  const goods = await packedBatch(stage, { quantity: String(LISTS * LIST + SINGLES) });
  const parts = [...Array<number>(LISTS).fill(LIST), ...Array<number>(SINGLES).fill(1)].map(String);
  await stage.must('makerKeeper', ACTS.Stock.split, { ...shelfOf(goods), status: 'acceptable', parts });
  return goods;
};

/** @throws when the last code cannot be proved against what the ledger keeps */
const assertProvable = async (stage: Stage, key: string, { codes }: CodeList): Promise<void> => {
  const record = await stage.network.state.record(key);
  const leaves = codes.map((code, i) => leafOfCode(i, code));
  const index = leaves.length - 1;
  const leaf = leaves[index] ?? '';
  const root = rootOfProof({ leaf, index, size: leaves.length, proof: inclusionProof(leaves, index) });
  if (root === undefined || record?.['root'] !== root)
    throw new Error('a commissioned code cannot be proved');
};

interface Made {
  readonly key: string;
  readonly list: CodeList;
}

/** Everything from the list of codes on. */
const commission = async (
  stage: Stage,
  goods: Goods,
  seenHash: string | null,
  parcel: string,
  count: number,
): Promise<Made> => {
  const list = freshCodes(count);
  const payload = commissionPayload(goods, list);
  const picks = [parcel];
  const { envelope } = await stage.compose('makerProduction', ACTS.Code.commission, payload, {
    seenHash,
    picks,
  });
  await sent(() =>
    stage.network.submit(envelope, 'ManufacturerMSP', {
      picks,
      endorsers: ['RegulatorMSP', 'ManufacturerMSP'],
    }),
  );
  return { key: `com~${goods.batch}~${envelope.command.cmd}`, list };
};

/** Commissions by one and by many, of one batch. */
export const commissionSerials = async ({ stage, measured }: FabricStage): Promise<SerialPaces> => {
  const goods = await prepare(stage);
  const seenHash = await stage.network.state.hashOf(`batch~${goods.batch}`);
  const all = async (count: number): Promise<readonly [Pace, readonly Made[]]> => {
    const parcels = await parcelsOf(stage, goods, count);
    const made: Made[] = [];
    const works = parcels.map((parcel) => async () => {
      made.push(await commission(stage, goods, seenHash, parcel, count));
    });
    const pace = await measured(() => paceOf(works.length * count, () => inFlight(SINGLES, works)));
    return [pace, made];
  };
  const [naive] = await all(1);
  const [batched, lists] = await all(LIST);
  for (const { key, list } of lists.slice(0, 1)) await assertProvable(stage, key, list);
  return { naive, batched };
};
