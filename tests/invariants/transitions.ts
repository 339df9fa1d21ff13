/** I6: every change of a record's state is a step of its machine, made by the act that may make it. */
import { actOf, type Effect, type Fields, type Written } from './history.js';
import { ABSENT, MACHINES, type Machine } from './machines.js';
import type { Violation } from './violation.js';

const isLegal = ({ steps }: Machine, act: string, from: string, to: string): boolean =>
  steps.some((step) => step.act === act && step.from.includes(from) && step.to.includes(to));

const machinesOf = (type: Written['type']): readonly Machine[] =>
  MACHINES.filter((machine) => machine.type === type);

/** I6 over the write sets of all machines; a record of theirs is never deleted. */
export const checkTransitions = (history: readonly Effect[]): readonly Violation[] => {
  const records = new Map<string, Fields>();
  const violations: Violation[] = [];
  for (const effect of history) {
    const act = actOf(effect);
    for (const { key, type, value } of effect.writes) {
      const before = records.get(key);
      for (const machine of machinesOf(type)) {
        const from = before === undefined ? ABSENT : machine.stateOf(before);
        const to = value === undefined ? ABSENT : machine.stateOf(value);
        if (from === to || isLegal(machine, act, from, to)) continue;
        const what = `${act} ${effect.txId}: ${machine.name} of ${key} from ${from} to ${to}`;
        violations.push({ invariant: 'I6', what });
      }
      if (value === undefined) records.delete(key);
      else records.set(key, value);
    }
  }
  return violations;
};
