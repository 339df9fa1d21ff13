/** What proofs of a log lead to; a proof that cannot be one of a tree of this size leads nowhere. */
import { leafHash, nodeHash, splitOf } from './tree-hash.js';

/** A leaf's data and where it stands. */
export interface PlacedLeaf {
  readonly index: number;
  readonly data: Uint8Array;
}

/** Root that an audit path leads to, undefined when it is none. */
export function rootOfInclusion(
  { index, data }: PlacedLeaf,
  size: number,
  proof: readonly Uint8Array[],
): Uint8Array | undefined {
  if (!(index >= 0 && index < size)) return undefined;
  const sides: boolean[] = [];
  for (let at = index, rest = size; rest > 1;) {
    const split = splitOf(rest);
    const isLeft = at < split;
    sides.push(isLeft);
    if (!isLeft) at -= split;
    rest = isLeft ? split : rest - split;
  }
  if (sides.length !== proof.length) return undefined;
  let hash: Uint8Array = leafHash(data);
  for (const node of proof) hash = sides.pop() === true ? nodeHash(hash, node) : nodeHash(node, hash);
  return hash;
}

/** A tree by its size and root. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

interface Grown {
  readonly older: Uint8Array;
  readonly newer: Uint8Array;
}

/** Whether one tree begins another (RFC 6962, 2.1.2). */
export function isConsistent(first: TreeHead, second: TreeHead, proof: readonly Uint8Array[]): boolean {
  if (first.size === 0) return proof.length === 0;
  if (first.size > second.size) return false;
  const rest = [...proof];
  const roots = grow({ first: first.size, size: second.size, whole: first.root }, rest);
  return (
    roots !== undefined &&
    rest.length === 0 &&
    isEqual(roots.older, first.root) &&
    isEqual(roots.newer, second.root)
  );
}

/** Roots of a subtree as it was and as it is; `whole` is its old root while it is the whole old tree. */
function grow(
  { first, size, whole }: { readonly first: number; readonly size: number; readonly whole?: Uint8Array },
  rest: Uint8Array[],
): Grown | undefined {
  if (first === size) {
    const node = whole ?? rest.shift();
    return node && { older: node, newer: node };
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
  nodes: readonly Uint8Array[],
): Uint8Array | undefined {
  const rest = [...nodes];
  const walk = (wanted: readonly PlacedLeaf[], start: number, end: number): Uint8Array | undefined => {
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

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
