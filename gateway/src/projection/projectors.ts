/** Key type → projector: a new type of key does not compile until somebody has decided what becomes of it. */
import type { KeyType } from '@yaosu/chaincode/model/kernel/keys';
import { batchProjectors } from './batch.js';
import { enterpriseProjectors } from './enterprise.js';
import { networkProjectors } from './network.js';
import { recordOnly, type Projector } from './projector.js';

/** Exhaustive over the types of keys. */
export const PROJECTORS = {
  ...networkProjectors,
  ...enterpriseProjectors,
  ...batchProjectors,
  appr: recordOnly,
  doc: recordOnly,
  grant: recordOnly,
  parcel: recordOnly,
} satisfies Record<KeyType, Projector>;
