/** I9: the journal tells of every command, once and to its end. */
import type { AuditRow, JournalEntry } from '@yaosu/gateway/journal';
import type { Effect } from './history.js';
import type { Violation } from './violation.js';

const FINAL: readonly AuditRow['event'][] = ['committed', 'refused'];

/** Rows of each command in their order. */
const byCommand = (rows: readonly AuditRow[]): ReadonlyMap<string, readonly AuditRow[]> => {
  const found = new Map<string, AuditRow[]>();
  for (const row of rows) found.set(row.cmd, [...(found.get(row.cmd) ?? []), row]);
  return found;
};

/** Rows that were taken out, or come twice. */
const brokenSequence = (rows: readonly AuditRow[]): readonly string[] => {
  const at = rows.findIndex(({ seq }, i) => seq !== i + 1);
  return at < 0 ? [] : [`row ${String(at + 1)} of the audit trail is missing or out of order`];
};

const faultsOfCommand = (
  cmd: string,
  rows: readonly AuditRow[],
  txIds: readonly string[],
): readonly string[] => {
  const faults: string[] = [];
  const last = rows.at(-1);
  if (rows[0]?.event !== 'received') faults.push('does not begin with its receipt');
  if (last === undefined || !FINAL.includes(last.event)) faults.push('has no end');
  const committed = rows.filter(({ event }) => event === 'committed').map(({ txId }) => String(txId));
  if (committed.join() !== txIds.join())
    faults.push(
      `is committed as ${committed.join() || 'nothing'}, on the ledger as ${txIds.join() || 'nothing'}`,
    );
  if (rows.some(({ by }) => by.enterprise === '' || by.kid === '')) faults.push('has a row without a name');
  return faults.map((fault) => `command ${cmd} ${fault}`);
};

const faultsOfEntries = (
  entries: readonly JournalEntry[],
  rows: ReadonlyMap<string, readonly AuditRow[]>,
): readonly string[] =>
  entries.flatMap(({ cmd, state }) => {
    const last = rows.get(cmd)?.at(-1);
    return last?.event === state.name
      ? []
      : [`the entry of ${cmd} is ${state.name}, its last row ${last?.event ?? 'missing'}`];
  });

/** I9: commands of the ledger and of the journal's entries are those of the audit rows. */
export const checkAudit = (
  history: readonly Effect[],
  rows: readonly AuditRow[],
  entries: readonly JournalEntry[],
): readonly Violation[] => {
  const audited = byCommand(rows);
  const onLedger = new Map<string, string[]>();
  for (const { command, txId } of history)
    if (command !== undefined) onLedger.set(command.cmd, [...(onLedger.get(command.cmd) ?? []), txId]);
  const unaudited = [...onLedger.keys(), ...entries.map(({ cmd }) => cmd)].filter((cmd) => !audited.has(cmd));
  const faults = [
    ...brokenSequence(rows),
    ...unaudited.map((cmd) => `command ${cmd} is in no row of the audit trail`),
    ...[...audited].flatMap(([cmd, own]) => faultsOfCommand(cmd, own, onLedger.get(cmd) ?? [])),
    ...faultsOfEntries(entries, audited),
  ];
  return faults.map((what) => ({ invariant: 'I9', what }));
};
