/** Everything that blocks and a journal can be asked (I1 to I3, I5 to I9); I4 needs the read model's database. */
import type { AuditRow, JournalEntry } from '@yaosu/gateway/journal';
import { decodeBlock } from '@yaosu/network/blocks';
import { checkAcknowledged, checkOneEffect, type Acknowledged } from './acknowledged.js';
import { checkAudit } from './audit.js';
import { checkChain } from './chain.js';
import { checkFlags } from './flags.js';
import { historyOf, type Effect } from './history.js';
import { checkHolders } from './holders.js';
import { checkLoggerSequence } from './logger-sequence.js';
import { checkParcelStatus } from './parcel-status.js';
import { checkParcels } from './parcels.js';
import { checkTransitions } from './transitions.js';
import type { Violation } from './violation.js';

/** What a data folder holds of its past. */
export interface Evidence {
  /** Bytes of every block from 0 on. */
  readonly blocks: readonly Uint8Array[];
  readonly audit: readonly AuditRow[];
  readonly entries: readonly JournalEntry[];
  readonly acknowledged: readonly Acknowledged[];
}

const chainViolations = (blocks: readonly Uint8Array[]): readonly Violation[] => {
  const found = checkChain(blocks);
  return found === 'whole' ? [] : [{ invariant: 'I3', what: found }];
};

const goodsViolations = (history: readonly Effect[]): readonly Violation[] => [
  ...checkParcels(history),
  ...checkTransitions(history),
  ...checkParcelStatus(history),
  ...checkHolders(history),
  ...checkLoggerSequence(history),
];

/** What blocks alone can be asked: I2, I3 and I5 to I8. */
export const checkBlocks = (blocks: readonly Uint8Array[]): readonly Violation[] => {
  const history = historyOf(blocks.map((bytes) => decodeBlock(bytes)));
  return [
    ...checkOneEffect(history),
    ...chainViolations(blocks),
    ...checkFlags(blocks),
    ...goodsViolations(history),
  ];
};

/** Every invariant but I4 that does not hold. */
export const checkEvidence = ({ blocks, audit, entries, acknowledged }: Evidence): readonly Violation[] => {
  const history = historyOf(blocks.map((bytes) => decodeBlock(bytes)));
  return [
    ...checkAcknowledged(history, acknowledged),
    ...checkBlocks(blocks),
    ...checkAudit(history, audit, entries),
  ];
};
