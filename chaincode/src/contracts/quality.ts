import { assertConcerned, signedByOf, type ActTransaction } from './act-transaction.js';
import { loadBatch } from './goods/load-batch.js';
import { Parcels } from './goods/parcels.js';
import { qualityOf, qualityRecordOf } from './goods/quality-of.js';
import { newContract } from './new-contract.js';
import type { BatchRecord } from '../model/batch/schemas.js';
import { YaosuError } from '../model/kernel/errors.js';
import { keyOf } from '../model/kernel/keys.js';
import { qualityActs } from '../model/quality/acts.js';
import { SAMPLED_STATUSES } from '../model/stock/states.js';
import { answeringFor } from '../rules/quality/answering-for.js';
import { assertNotInvolved, testersOf } from '../rules/quality/persons.js';

type OnBatch = ActTransaction<{ readonly batch: string }>;

/** A batch whose quality the signer's enterprise answers for. @throws BATCH_NOT_FOUND, PARTY_NOT_CONCERNED */
const concernedBatch = async (
  tx: OnBatch,
  role: string,
  concerned: (batch: BatchRecord) => readonly (string | null)[] = answeringFor,
): Promise<BatchRecord> => {
  const batch = await loadBatch(tx, tx.payload.batch);
  assertConcerned(tx, role, concerned(batch));
  return batch;
};

/** Writes a new record of the quality side, named by this command. */
const put = (tx: OnBatch, role: string, event: string, record: object): { key: string } => {
  const { batch } = tx.payload;
  const { cmd } = tx.command;
  tx.state.put('qa', [batch, cmd], { ...record, batch, cmd, signedBy: signedByOf(tx, role), at: tx.now });
  const key = keyOf('qa', batch, cmd);
  tx.emit(event, [key]);
  return { key };
};

/** Quality's records. */
export const QualityContract = newContract('Quality', qualityActs, {
  sample: async (tx) => {
    const { batch, site, ...sample } = tx.payload;
    const { unit } = await concernedBatch(tx, 'analyst');
    if (sample.unit !== unit) throw new YaosuError('UNIT_MISMATCH', { unit });
    if (site !== null) {
      const holder = signedByOf(tx, 'analyst').enterprise;
      const { quantity } = sample;
      await new Parcels(tx).take({ batch, site, unit, quantity, holder, statuses: SAMPLED_STATUSES });
    }
    return put(tx, 'analyst', 'QualitySampled', { kind: 'sample', ...sample });
  },

  result: async (tx) => {
    const { batch, sample } = tx.payload;
    await concernedBatch(tx, 'analyst');
    await qualityRecordOf(tx, batch, sample, 'sample');
    return put(tx, 'analyst', 'QualityResultRecorded', { kind: 'result', ...tx.payload, closed: null });
  },

  review: async (tx) => {
    const { batch, report } = tx.payload;
    const { disposition } = await concernedBatch(tx, 'reviewer');
    if (disposition !== 'quarantine') throw new YaosuError('STATE_WRONG', { disposition });
    assertNotInvolved(signedByOf(tx, 'reviewer'), testersOf(await qualityOf(tx, batch)));
    return put(tx, 'reviewer', 'QualityReviewed', { kind: 'review', report });
  },

  openDeviation: async (tx) => {
    const { batch, about } = tx.payload;
    await concernedBatch(tx, 'opener', ({ issuer, owner, manufacturer, mah }) => [
      issuer,
      owner,
      manufacturer,
      mah,
    ]);
    if (about !== null) await qualityRecordOf(tx, batch, about, 'result');
    return put(tx, 'opener', 'QualityDeviationOpened', { kind: 'deviation', ...tx.payload, closed: null });
  },

  close: async (tx) => {
    const { batch, record: cmd, conclusion, report } = tx.payload;
    await concernedBatch(tx, 'closer');
    const record = await qualityRecordOf(tx, batch, cmd, 'result', 'deviation');
    const isOpen = record.closed === null && !(record.kind === 'result' && record.verdict === 'pass');
    if (!isOpen) throw new YaosuError('STATE_WRONG', { record: cmd });
    const closer = signedByOf(tx, 'closer');
    assertNotInvolved(closer, [record.signedBy]);
    const closed = { conclusion, report, signedBy: closer, at: tx.now };
    tx.state.put('qa', [batch, cmd], { ...record, closed });
    tx.emit('QualityClosed', [keyOf('qa', batch, cmd)]);
    return { key: keyOf('qa', batch, cmd) };
  },
});
