import { findAct } from '@yaosu/chaincode/model/acts';
import type { LedgerTransaction } from '@yaosu/network';
import type { WrittenAct } from '../epcis/own-acts/written-act.js';
import { commandOf, type Change } from './changes.js';

/** What a valid transaction did; undefined when it changed nothing, or carries another command than it was called for. */
export const writtenActOf = (
  transaction: LedgerTransaction,
  block: number,
  changes: readonly Change[],
): WrittenAct | undefined => {
  const { fn, txId, timestamp } = transaction;
  const command = changes.length === 0 ? undefined : commandOf(transaction);
  if (command === undefined || `${command.contract}:${command.act}` !== fn) return undefined;
  const isFact = findAct(command.contract, command.act)?.kind === 'fact';
  const written = changes.flatMap(({ key, type, record }) =>
    record === undefined ? [] : [{ key, type, value: record.value }],
  );
  return { command, at: isFact ? command.capturedAt : timestamp, txId, block, written };
};
