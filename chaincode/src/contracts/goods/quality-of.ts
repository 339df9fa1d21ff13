import { YaosuError } from '../../model/kernel/errors.js';
import { qualityRecord, type QualityRecord } from '../../model/quality/schemas.js';
import type { ActTransaction } from '../act-transaction.js';

/** All quality records of a batch, by one partial range: a result that arrives meanwhile makes a phantom, as wanted. */
export const qualityOf = ({ state }: ActTransaction, batch: string): Promise<readonly QualityRecord[]> =>
  state.range(qualityRecord, 'qa', batch);

/** A quality record of one of these kinds by the command that wrote it. @throws SUBJECT_NOT_FOUND */
export const qualityRecordOf = async <K extends QualityRecord['kind']>(
  { state }: ActTransaction,
  batch: string,
  cmd: string,
  ...kinds: readonly K[]
): Promise<Extract<QualityRecord, { kind: K }>> => {
  const record = await state.get(qualityRecord, 'qa', batch, cmd);
  if (record === undefined || !isOfKind(record, kinds)) {
    throw new YaosuError('SUBJECT_NOT_FOUND', { record: cmd });
  }
  return record;
};

const isOfKind = <K extends QualityRecord['kind']>(
  record: QualityRecord,
  kinds: readonly K[],
): record is Extract<QualityRecord, { kind: K }> => (kinds as readonly string[]).includes(record.kind);
