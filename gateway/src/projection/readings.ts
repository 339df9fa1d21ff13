/** Readings of loggers: they lie in commands, and are believed where the written page has their digest. */
import { keyOf } from '@yaosu/chaincode/model/kernel/keys';
import { telemetryActs } from '@yaosu/chaincode/model/telemetry/acts';
import { pageRoot } from '@yaosu/chaincode/signing/page-root';
import type { LedgerTransaction } from '@yaosu/network';
import type { BlockRows } from './block-rows.js';
import { commandOf, type Change } from './changes.js';

/** Keeps the readings of the pages that a transaction wrote. */
export const saveReadings = (
  rows: BlockRows,
  transaction: LedgerTransaction,
  changes: readonly Change[],
): void => {
  const written = changes.filter(({ type, record }) => type === 'page' && record !== undefined);
  if (written.length === 0) return;
  const { data: told } = telemetryActs.recordPages.input.safeParse(commandOf(transaction)?.payload);
  if (told === undefined) return;
  const { logger, shipment } = told;
  for (const page of told.pages) {
    const { sequence, from, intervalSeconds, values } = page;
    const record = written.find(({ key }) => key === keyOf('page', logger, String(sequence)));
    if (record?.record?.value['root'] !== pageRoot(logger, page)) continue;
    const { block, txId } = record;
    rows.put('readings', {
      ...{ logger, sequence, shipment, block },
      tx_id: txId,
      from_time: from,
      interval_seconds: intervalSeconds,
      differences: values,
    });
  }
};
