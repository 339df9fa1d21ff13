import { edgeRecord } from '../../model/batch/goods-schemas.js';
import type { BatchRecord } from '../../model/batch/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import {
  marketReleaseConditions,
  siteReleaseConditions,
  type ReleaseFacts,
} from '../../rules/batch/release-conditions.js';
import { assertMet } from '../../rules/condition.js';
import { assertConcerned, assertOwn, signedByOf, type ActTransaction } from '../act-transaction.js';
import { blocksOf, loadBatch } from '../goods/load-batch.js';
import { qualityOf } from '../goods/quality-of.js';

type Answer = Promise<{ key: string }>;
type OnBatch = ActTransaction<{ readonly batch: string }>;

/** Every batch that went into it directly, as it is now. */
const inputsOf = async (tx: OnBatch): Promise<readonly BatchRecord[]> => {
  const inputs: BatchRecord[] = [];
  for (const { from } of await tx.state.range(edgeRecord, 'edge', 'b', tx.payload.batch)) {
    inputs.push(await loadBatch(tx, from));
  }
  return inputs;
};

const factsOf = async (tx: OnBatch, batch: BatchRecord): Promise<ReleaseFacts> => ({
  batch,
  at: tx.at,
  blocks: await blocksOf(tx, batch.batch),
  quality: await qualityOf(tx, batch.batch),
});

const save = (tx: OnBatch, batch: BatchRecord, event: string): { key: string } => {
  const key = keyOf('batch', batch.batch);
  tx.state.put('batch', [batch.batch], batch);
  tx.emit(event, [key]);
  return { key };
};

/** Handlers of the releases. */
export const releaseHandlers = {
  releaseFromSite: async (tx: OnBatch): Answer => {
    const batch = await loadBatch(tx, tx.payload.batch);
    assertOwn(tx, 'releaser', batch.issuer);
    const facts = { ...(await factsOf(tx, batch)), inputs: await inputsOf(tx) };
    assertMet(siteReleaseConditions(facts, signedByOf(tx, 'releaser')));
    return save(tx, { ...batch, disposition: 'released' }, 'BatchReleasedFromSite');
  },

  releaseToMarket: async (tx: OnBatch): Answer => {
    const batch = await loadBatch(tx, tx.payload.batch);
    assertOwn(tx, 'releaser', batch.mah ?? '');
    assertMet(marketReleaseConditions(await factsOf(tx, batch)));
    return save(tx, { ...batch, market: 'released' }, 'BatchReleasedToMarket');
  },

  reject: async (tx: OnBatch): Answer => {
    const batch = await loadBatch(tx, tx.payload.batch);
    assertConcerned(tx, 'quality', [batch.issuer, batch.mah]);
    const { disposition } = batch;
    if (disposition === 'rejected') throw new YaosuError('STATE_WRONG', { disposition });
    return save(tx, { ...batch, disposition: 'rejected' }, 'BatchRejected');
  },
};
