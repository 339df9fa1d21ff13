import type { Json, Op } from '../json.js';

/**
 * Whether two transactions would end every peer of Fabric v2.5.16 for good when one block holds both: one deletes a key,
 * the other sets its policy and does not write it (decision 8). No run of ours can compare that.
 */
export const isDeadly = (a: readonly Op[], b: readonly Op[]): boolean =>
  meets(deletedBy(a), guardedOnlyBy(b)) || meets(deletedBy(b), guardedOnlyBy(a));

const meets = (keys: readonly Json[], others: readonly Json[]): boolean =>
  keys.some((key) => others.includes(key));

/** Keys whose last write in the transaction deletes them. */
const deletedBy = (ops: readonly Op[]): readonly Json[] =>
  keysOf(ops, 'del', 'put').filter((key) => {
    const last = ops.findLast(([name, on]) => (name === 'put' || name === 'del') && on === key);
    return last?.[0] === 'del' || last?.[2] === '';
  });

const guardedOnlyBy = (ops: readonly Op[]): readonly Json[] => {
  const written = keysOf(ops, 'del', 'put');
  return keysOf(ops, 'setPolicy').filter((key) => !written.includes(key));
};

const keysOf = (ops: readonly Op[], ...names: readonly string[]): readonly Json[] =>
  ops.flatMap(([name, key]) => (names.includes(name) && key !== undefined ? [key] : []));
