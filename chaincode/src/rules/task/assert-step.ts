/** The state machine of a task. */
import { YaosuError } from '../../model/kernel/errors.js';
import { TASK_STEPS, type TaskState, type TaskStep } from '../../model/task/states.js';

/** The state after an act. @throws STATE_WRONG */
export const stateAfter = (state: TaskState, step: TaskStep): TaskState => {
  const { from, to }: { readonly from: readonly TaskState[]; readonly to: TaskState | null } =
    TASK_STEPS[step];
  if (!from.includes(state)) throw new YaosuError('STATE_WRONG', { state });
  return to ?? state;
};
