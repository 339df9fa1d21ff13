/** What each act on a batch changed, as far as its records say so. */
import { splitKey } from '@yaosu/chaincode/model/kernel/keys';
import type { HoldRecord } from '@yaosu/chaincode/model/batch/goods-schemas';
import type { QualityRecord } from '@yaosu/chaincode/model/quality/schemas';
import type { ReadAnswer } from '@yaosu/gateway/api/reads';

/** A transaction on the batch. */
export type Line = ReadAnswer<'trail'>['lines'][number];

/** From what to what, words of closed lists; null where there was nothing before or nothing is said. */
export interface Change {
  readonly from: string | null;
  readonly to: string | null;
  /** Digest of the words that say why. */
  readonly reason: string | null;
}

/** Records of a batch by their keys. */
export interface BatchRecords {
  readonly qa: ReadonlyMap<string, QualityRecord>;
  readonly hold: ReadonlyMap<string, HoldRecord>;
}

const NOTHING: Change = { from: null, to: null, reason: null };

/** Records keep only what is: what was follows from the act. */
const STATES: Readonly<Record<string, readonly [from: string | null, to: string]>> = {
  'Batch.transform': ['inProcess', 'quarantine'],
  'Batch.releaseFromSite': ['quarantine', 'released'],
  'Batch.releaseToMarket': ['released', 'releasedToMarket'],
  'Batch.reject': [null, 'rejected'],
  'Batch.hold': [null, 'held'],
  'Batch.unhold': ['held', 'lifted'],
};

const openedAs = (record: QualityRecord): Change => {
  if (record.kind === 'result') return { from: null, to: record.verdict, reason: record.value };
  if (record.kind === 'deviation') return { from: null, to: 'open', reason: record.description };
  return { from: null, to: record.kind, reason: record.kind === 'review' ? record.report : null };
};

const closedAs = (record: QualityRecord): Change => {
  if (record.kind !== 'result' && record.kind !== 'deviation') return NOTHING;
  const { closed } = record;
  return { from: 'open', to: closed?.conclusion ?? null, reason: closed?.report ?? null };
};

const recordOf = <T>(records: ReadonlyMap<string, T>, { keys }: Line): T | undefined =>
  keys.map((key) => records.get(key)).find((record) => record !== undefined);

/** What a line changed. */
export const changeOf = (line: Line, records: BatchRecords): Change => {
  const act = `${line.contract}.${line.act}`;
  const quality = recordOf(records.qa, line);
  const [from, to] = STATES[act] ?? [null, null];
  if (to === null && quality !== undefined)
    return act === 'Quality.close' ? closedAs(quality) : openedAs(quality);
  return { from, to, reason: recordOf(records.hold, line)?.reason ?? null };
};

/** Lines that wrote a record which stands under the batch itself, in the order of the ledger. */
export const linesOfBatch = (lines: readonly Line[], batch: string): readonly Line[] =>
  lines.filter(({ keys }) => keys.some((key) => splitKey(key)?.parts[0] === batch));

/** The last review of the batch record; undefined when there was none. */
export const lastReview = (records: readonly QualityRecord[]): QualityRecord | undefined =>
  records
    .filter(({ kind }) => kind === 'review')
    .reduce<QualityRecord | undefined>(
      (last, each) => (last === undefined || each.at > last.at ? each : last),
      undefined,
    );
