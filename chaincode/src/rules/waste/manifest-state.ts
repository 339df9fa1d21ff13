import { YaosuError } from '../../model/kernel/errors.js';
import { MANIFEST_ACTS, type ManifestAct, type ManifestState } from '../../model/waste/states.js';

/** @throws STATE_WRONG */
export const assertManifestState = (act: ManifestAct, state: ManifestState): void => {
  const allowed: readonly ManifestState[] = MANIFEST_ACTS[act];
  if (!allowed.includes(state)) throw new YaosuError('STATE_WRONG', { state });
};
