import { recordOnly } from './projector.js';

/** Settings, nodes and what needs no table of its own. */
export const networkProjectors = {
  set: recordOnly,
  node: recordOnly,
  cmd: recordOnly,
};
