import { edgeRecord } from '../../model/batch/goods-schemas.js';
import type { BatchRecord } from '../../model/batch/schemas.js';
import { YaosuError } from '../../model/kernel/errors.js';
import { keyOf } from '../../model/kernel/keys.js';
import { assertInvestigated, assertQualityProved } from '../../rules/quality/assert-quality-proved.js';
import { assertUnblocked, assertUnexpired } from '../../rules/stock/assert-usable.js';
import { assertConcerned, assertOwn, signedByOf, type ActTransaction } from '../act-transaction.js';
import { blocksOf, loadBatch } from '../goods/load-batch.js';
import { qualityOf } from '../goods/quality-of.js';

type Answer = Promise<{ key: string }>;
type OnBatch = ActTransaction<{ readonly batch: string }>;

/** Every batch that went into it directly is released now. @throws INPUT_NOT_RELEASED */
const assertInputsReleased = async (tx: OnBatch): Promise<void> => {
  for (const { from } of await tx.state.range(edgeRecord, 'edge', 'b', tx.payload.batch)) {
    const { disposition } = await loadBatch(tx, from);
    if (disposition !== 'released') throw new YaosuError('INPUT_NOT_RELEASED', { batch: from });
  }
};

const assertReleasable = async (tx: OnBatch, batch: BatchRecord): Promise<void> => {
  assertUnblocked(batch, await blocksOf(tx, batch.batch), tx.at);
  assertUnexpired(batch, tx.at);
};

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
    const { disposition } = batch;
    if (disposition !== 'quarantine') throw new YaosuError('STATE_WRONG', { disposition });
    await assertReleasable(tx, batch);
    await assertInputsReleased(tx);
    assertQualityProved(await qualityOf(tx, batch.batch), signedByOf(tx, 'releaser'));
    return save(tx, { ...batch, disposition: 'released' }, 'BatchReleasedFromSite');
  },

  releaseToMarket: async (tx: OnBatch): Answer => {
    const batch = await loadBatch(tx, tx.payload.batch);
    const { kind, disposition, market, mah } = batch;
    assertOwn(tx, 'releaser', mah ?? '');
    if (kind !== 'packed') throw new YaosuError('BATCH_KIND_FORBIDDEN', { kind });
    if (disposition !== 'released') throw new YaosuError('BATCH_NOT_RELEASED', { disposition });
    if (market !== 'none') throw new YaosuError('STATE_WRONG', { market });
    await assertReleasable(tx, batch);
    assertInvestigated(await qualityOf(tx, batch.batch));
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
