/** What acts do with batches again and again: register, test, review, release, inspect. */
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import type { BatchKind } from '@yaosu/chaincode/model/batch/states';
import { qualityActs } from '@yaosu/chaincode/model/quality/acts';
import { stockActs } from '@yaosu/chaincode/model/stock/acts';
import type { Played } from './player.js';
import type { Stage } from './stage.js';
import type { Staff } from './staff.js';
import type { StoryBatch } from './world.js';

/** A batch at the firm that registered it. */
export interface Lot extends StoryBatch {
  readonly staff: Staff;
  readonly site: string;
}

/** What is registered. */
export interface LotDraft {
  readonly staff: Staff;
  readonly kind: BatchKind;
  /** Words of the identity document; the lot gets the mark of the run. */
  readonly identity: {
    readonly name: string;
    readonly product: string;
    readonly lot: string;
    readonly specification: string;
  };
  readonly unit: string;
  readonly storage: 'ambient' | 'cold';
  readonly mah: string | null;
  /** Quantity of a lot that is made of nothing in the network. */
  readonly made?: string;
  /** The supplier's lot that this is the own one of. */
  readonly receivedFrom?: Lot;
  readonly usableDays: number;
}

/** A lot number that no other run has. */
export const lotOfRun = (stage: Stage, lot: string): string => `${lot}-${stage.run}`;

/** Registers a batch with its identity document; a received lot is registered by the warehouse. */
export const registerBatch = async (stage: Stage, draft: LotDraft): Promise<Lot> => {
  const { staff, kind, unit, storage, mah, made = null, receivedFrom } = draft;
  const login = receivedFrom === undefined ? staff.production : staff.keeper;
  const content = { ...draft.identity, lot: lotOfRun(stage, draft.identity.lot) };
  const { client } = await stage.as(login);
  const { batch } = await client.call('batchId', { product: content.product, lot: content.lot });
  const identity = await stage.store(login, content);
  await stage.send(login, batchActs.register, {
    batch,
    kind,
    manufacturer: (receivedFrom?.staff ?? staff).enterprise,
    mah,
    site: staff.site,
    unit,
    control: 'none',
    storage,
    manufactured: stage.day(0),
    usableUntil: stage.day(draft.usableDays),
    identity,
    made,
    receivedFrom: receivedFrom?.batch ?? null,
  });
  return { batch, identity: identity.document, unit, staff, site: staff.site };
};

/** A sample out of the lot's stock, or out of the process when the lot is serialised. */
export const takeSample = (stage: Stage, lot: Lot, quantity: string, fromStock: boolean): Promise<Played> =>
  stage.send(lot.staff.analyst, qualityActs.sample, {
    batch: lot.batch,
    sample: stage.newId(),
    quantity,
    unit: lot.unit,
    site: fromStock ? lot.site : null,
  });

/** A result of a sample; what it says in words stands in the document of the results. */
export const recordResult = (
  stage: Stage,
  lot: Lot,
  sample: Played,
  verdict: 'pass' | 'fail' = 'pass',
): Promise<Played> =>
  stage.send(lot.staff.analyst, qualityActs.result, {
    batch: lot.batch,
    sample: sample.cmd,
    parameter: stage.digest('assay'),
    method: stage.digest('HPLC'),
    verdict,
    value: stage.digest(`value of ${sample.cmd}`),
    limit: stage.digest('98.0 % to 102.0 %'),
  });

/** The review of the batch record, after the last result. */
export const reviewBatch = (stage: Stage, { staff, batch }: Lot): Promise<Played> =>
  stage.send(staff.reviewer, qualityActs.review, { batch, report: stage.digest(`review of ${batch}`) });

/** Sample, result, review and release from site, by three people. */
export const testAndRelease = async (
  stage: Stage,
  lot: Lot,
  sampled: string,
  fromStock: boolean,
): Promise<void> => {
  await recordResult(stage, lot, await takeSample(stage, lot, sampled, fromStock));
  await reviewBatch(stage, lot);
  await stage.send(lot.staff.releaser, batchActs.releaseFromSite, { batch: lot.batch });
};

/** What an inspection of quarantined stock says. */
export const inspection = ({ staff, batch, unit, site }: Lot, quantity: string): Record<string, unknown> => ({
  holder: staff.enterprise,
  batch,
  unit,
  site,
  quantity,
  status: 'quarantine',
  result: 'acceptable',
});

/** An inspector accepts quarantined stock. */
export const acceptStock = (stage: Stage, lot: Lot, quantity: string): Promise<Played> =>
  stage.send(lot.staff.inspector, stockActs.inspect, inspection(lot, quantity));

/** What a login's firm holds of a batch: status, quantity, unit. */
export const stockOf = async (
  stage: Stage,
  login: string,
  batch: string,
): Promise<readonly (readonly [string, string, string])[]> => {
  const { client } = await stage.as(login);
  const { stock } = await client.read('stock', {}, { batch });
  return stock.map(({ status, quantity, unit }) => [status, quantity, unit] as const);
};

/** Disposition and market of a batch, as a login may read it. */
export const standingOf = async (stage: Stage, login: string, batch: string): Promise<readonly string[]> => {
  const { client } = await stage.as(login);
  const { disposition, market } = (await client.read('batch', { id: batch })).batch;
  return [disposition, market];
};
