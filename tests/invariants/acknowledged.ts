/** I1 and I2: what was acknowledged is there, once, and no command has two effects. */
import type { Effect } from './history.js';
import type { Violation } from './violation.js';

/** What a client was told of a command; null: taken over, its transaction not known yet. */
export interface Acknowledged {
  readonly cmd: string;
  readonly txId: string | null;
}

const effectsByCommand = (history: readonly Effect[]): ReadonlyMap<string, readonly string[]> => {
  const byCommand = new Map<string, string[]>();
  for (const { command, txId } of history) {
    if (command === undefined) continue;
    byCommand.set(command.cmd, [...(byCommand.get(command.cmd) ?? []), txId]);
  }
  return byCommand;
};

/** I1: a client that was told of a transaction finds its command on the ledger, in just that one. */
export const checkAcknowledged = (
  history: readonly Effect[],
  acknowledged: readonly Acknowledged[],
): readonly Violation[] => {
  const effects = effectsByCommand(history);
  return acknowledged.flatMap(({ cmd, txId }): readonly Violation[] => {
    const found = effects.get(cmd) ?? [];
    if (found.length === 1 && (txId === null || found[0] === txId)) return [];
    const told = txId === null ? 'was taken over' : `was told as ${txId}`;
    return [{ invariant: 'I1', what: `command ${cmd} ${told}, on the ledger: ${found.join() || 'nothing'}` }];
  });
};

/** I2 */
export const checkOneEffect = (history: readonly Effect[]): readonly Violation[] =>
  [...effectsByCommand(history)]
    .filter(([, txIds]) => txIds.length > 1)
    .map(([cmd, txIds]) => ({ invariant: 'I2', what: `command ${cmd} has effects in ${txIds.join()}` }));
