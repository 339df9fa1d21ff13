/** Key type → projector: a new type of key does not compile until somebody has decided what becomes of it. */
import type { KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { batchProjectors } from './batch.js';
import { genealogyProjectors } from './genealogy.js';
import { captureProjectors } from './captures.js';
import { enterpriseProjectors } from './enterprise.js';
import { recordOnly, type Projector } from './projector.js';

/** Exhaustive over the types of keys; `recordOnly`: the table of all records suffices. */
export const PROJECTORS = {
  ...enterpriseProjectors,
  ...batchProjectors,
  ...genealogyProjectors,
  ...captureProjectors,
  set: recordOnly,
  node: recordOnly,
  gcp: recordOnly,
  gcpin: recordOnly,
  appr: recordOnly,
  hold: recordOnly,
  qa: recordOnly,
  alloc: recordOnly,
  com: recordOnly,
  obj: recordOnly,
  unit: recordOnly,
  alias: recordOnly,
  aliasend: recordOnly,
  names: recordOnly,
  order: recordOnly,
  ship: recordOnly,
  trip: recordOnly,
  page: recordOnly,
  exc: recordOnly,
  inc: recordOnly,
  prof: recordOnly,
  doc: recordOnly,
  stream: recordOnly,
  drum: recordOnly,
  fill: recordOnly,
  man: recordOnly,
  plan: recordOnly,
  grp: recordOnly,
  trig: recordOnly,
  inv: recordOnly,
  rec: recordOnly,
  recb: recordOnly,
  ans: recordOnly,
  task: recordOnly,
  terms: recordOnly,
  case: recordOnly,
  disp: recordOnly,
  cmd: recordOnly,
} satisfies Record<KeyType, Projector>;
