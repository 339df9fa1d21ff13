/** A result out of specification blocks a release until its investigation is closed and the batch was tested again. */
import { batchActs } from '@yaosu/chaincode/model/batch/acts';
import { qualityActs } from '@yaosu/chaincode/model/quality/acts';
import { recordResult, reviewBatch, standingOf, takeSample, type Lot } from './batches.js';
import type { Stage } from './stage.js';

const QUALITY = 'maker-qm';

/** Fails, is blocked, is investigated by another person, passes, is released from site. */
export const releaseAfterInvestigation = async (stage: Stage, lot: Lot, sampled: string): Promise<void> => {
  const { batch, staff } = lot;
  const release = { batch };
  const sample = await takeSample(stage, lot, sampled, false);
  const failed = await recordResult(stage, lot, sample, 'fail');
  await reviewBatch(stage, lot);
  await stage.refused('OOS_OPEN', staff.releaser, batchActs.releaseFromSite, release);
  await stage.send(QUALITY, qualityActs.close, {
    batch,
    record: failed.cmd,
    conclusion: 'noImpact',
    report: stage.digest('investigation: dilution error in the laboratory'),
  });
  await recordResult(stage, lot, sample);
  await stage.refused('REVIEW_MISSING', staff.releaser, batchActs.releaseFromSite, release);
  await reviewBatch(stage, lot);
  await stage.send(staff.releaser, batchActs.releaseFromSite, release);
  stage.same('packed batch', await standingOf(stage, staff.releaser, batch), ['released', 'none']);
};
