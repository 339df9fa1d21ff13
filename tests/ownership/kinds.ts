import { GOODS_KINDS } from './goods-kinds.js';
import type { Kind } from './kind.js';
import { OTHER_KINDS } from './other-kinds.js';

/** Kinds of key that an act writes a second time: all that have a policy of their own, and some that have none. */
export const KINDS: readonly Kind[] = [...GOODS_KINDS, ...OTHER_KINDS];
