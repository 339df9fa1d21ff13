/** What proofs of a log lead to; a proof that cannot be one of a tree of this size leads nowhere. */
import { leafHash, nodeHash, splitOf, type Hash } from './tree-hash.js';

/** A leaf's data and where it stands. */
export interface PlacedLeaf {
  readonly index: number;
  readonly data: Uint8Array;
}

/** Root that an audit path leads to, undefined when it is none. */
export function rootOfInclusion(
  { index, data }: PlacedLeaf,
  size: number,
  proof: readonly Hash[],
): Hash | undefined {
  if (!(index >= 0 && index < size)) return undefined;
  let hash = leafHash(data);
  let [at, last, used] = [index, size - 1, 0];
  for (; last > 0; [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]) {
    // The last node of a level that has none beside it goes up as it is.
    if (at % 2 === 0 && at === last) continue;
    const node = proof[used];
    if (node === undefined) return undefined;
    used += 1;
    hash = at % 2 === 1 ? nodeHash(node, hash) : nodeHash(hash, node);
  }
  return used === proof.length ? hash : undefined;
}

/** A tree by its size and root. */
export interface TreeHead {
  readonly size: number;
  readonly root: Hash;
}

interface Grown {
  readonly older: Hash;
  readonly newer: Hash;
}

/** Whether one tree begins another (RFC 6962, 2.1.2). */
export function isConsistent(first: TreeHead, second: TreeHead, proof: readonly Hash[]): boolean {
  if (first.size === 0) return proof.length === 0;
  if (first.size > second.size) return false;
  const rest = [...proof];
  const roots = grow({ first: first.size, size: second.size, whole: first.root }, rest);
  return (
    roots !== undefined && rest.length === 0 && roots.older === first.root && roots.newer === second.root
  );
}

/** Roots of a subtree as it was and as it is; `whole` is its old root while it is the whole old tree. */
function grow(
  { first, size, whole }: { readonly first: number; readonly size: number; readonly whole?: Hash },
  rest: Hash[],
): Grown | undefined {
  if (first === size) {
    const node = whole ?? rest.shift();
    return node === undefined ? undefined : { older: node, newer: node };
  }
  const split = splitOf(size);
  const isLeft = first <= split;
  const below = isLeft
    ? grow({ first, size: split, ...(whole && { whole }) }, rest)
    : grow({ first: first - split, size: size - split }, rest);
  const beside = rest.shift();
  if (below === undefined || beside === undefined) return undefined;
  const { older, newer } = below;
  return isLeft
    ? { older, newer: nodeHash(newer, beside) }
    : { older: nodeHash(beside, older), newer: nodeHash(beside, newer) };
}

/** Root that several leaves and the nodes between them lead to, undefined when nodes are missing or left over. */
export function rootOfCover(
  leaves: readonly PlacedLeaf[],
  size: number,
  nodes: readonly Hash[],
): Hash | undefined {
  const rest = [...nodes];
  const walk = (wanted: readonly PlacedLeaf[], start: number, end: number): Hash | undefined => {
    if (wanted.length === 0) return rest.shift();
    if (end - start === 1) return wanted.length === 1 && wanted[0] ? leafHash(wanted[0].data) : undefined;
    const middle = start + splitOf(end - start);
    const left = walk(
      wanted.filter(({ index }) => index < middle),
      start,
      middle,
    );
    const right =
      left &&
      walk(
        wanted.filter(({ index }) => index >= middle),
        middle,
        end,
      );
    return left && right && nodeHash(left, right);
  };
  if (size < 1 || leaves.some(({ index }) => index < 0 || index >= size)) return undefined;
  const root = walk(leaves, 0, size);
  return rest.length === 0 ? root : undefined;
}
