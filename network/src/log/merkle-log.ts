import { EMPTY_ROOT, leafHash, nodeHash, splitOf, type Hash } from './tree-hash.js';

const WORD_BITS = 32;

/** Levels over the leaves of a tree. */
const depthOf = (size: number): number => WORD_BITS - Math.clz32(size - 1);

/**
 * An append-only tree (RFC 6962, 2.1). The hashes of all full subtrees are kept, so that a leaf costs one hash more on
 * average, a root or a proof O(log n).
 */
export class MerkleLog {
  /** Full subtrees of 2^level leaves, from the left. */
  readonly #levels: Hash[][] = [[]];

  /** A log of these leaves' data. */
  static of(leaves: Iterable<Uint8Array>): MerkleLog {
    const log = new MerkleLog();
    for (const data of leaves) log.append(data);
    return log;
  }

  /** Number of leaves. */
  get size(): number {
    return this.#level(0).length;
  }

  /** Append a leaf. */
  append(data: Uint8Array): void {
    let hash = leafHash(data);
    for (let level = 0; ; level += 1) {
      const list = this.#level(level);
      const before = list.length % 2 === 1 ? list.at(-1) : undefined;
      list.push(hash);
      if (before === undefined) return;
      hash = nodeHash(before, hash);
    }
  }

  /** Root of the first `size` leaves. @throws RangeError when there are not so many */
  root(size = this.size): Hash {
    this.#assertSize(size);
    return size === 0 ? EMPTY_ROOT : this.#range(0, size);
  }

  /** Audit path of a leaf in the tree of the first `size` leaves, from the leaf up. @throws RangeError */
  inclusion(index: number, size = this.size): Hash[] {
    this.#assertSize(size);
    if (index < 0 || index >= size) throw new RangeError(`There is no leaf ${String(index)}`);
    return this.#path(index, size);
  }

  /** Proof that the tree of `first` leaves begins that of `second` (RFC 6962, 2.1.2). @throws RangeError */
  consistency(first: number, second = this.size): Hash[] {
    this.#assertSize(second);
    if (first < 0 || first > second) throw new RangeError('The first tree is the smaller one');
    return first === 0 || first === second ? [] : this.#subproof(first, 0, second, true);
  }

  /** Nodes that lead from some leaves to the root, each once, in the order in which the tree is walked. @throws RangeError */
  cover(indices: readonly number[], size = this.size): Hash[] {
    this.#assertSize(size);
    const wanted = [...new Set(indices)].sort((a, b) => a - b);
    if (wanted.some((index) => index < 0 || index >= size)) throw new RangeError('There is no such leaf');
    return size === 0 ? [] : this.#cover(wanted, 0, size);
  }

  #level(level: number): Hash[] {
    return (this.#levels[level] ??= []);
  }

  #assertSize(size: number): void {
    if (size < 0 || size > this.size) throw new RangeError(`The log has no ${String(size)} leaves`);
  }

  /** Hash over leaves `start` to `end`; `start` is where a subtree begins. */
  #range(start: number, end: number): Hash {
    const size = end - start;
    const level = Math.log2(size);
    const whole = Number.isInteger(level) ? this.#levels[level]?.[start / size] : undefined;
    if (whole !== undefined) return whole;
    const middle = start + splitOf(size);
    return nodeHash(this.#range(start, middle), this.#range(middle, end));
  }

  /** From the leaf up; a node that is not full yet is made of those below it, on the right edge alone. */
  #path(index: number, size: number): Hash[] {
    // Made as long as a path can be: one that grows is copied, which costs more than all its look-ups.
    const path = new Array<Hash>(depthOf(size));
    let used = 0;
    let at = index;
    let last = size - 1;
    let level = 0;
    for (const full of this.#levels) {
      if (last === 0) break;
      const beside = at ^ 1;
      // Below the last node of a level every node is a full subtree.
      if (beside < last) path[used++] = full[beside] ?? '';
      else if (beside === last) path[used++] = this.#node(level, beside, size);
      at >>= 1;
      last >>= 1;
      level += 1;
    }
    if (used < path.length) path.length = used;
    return path;
  }

  #node(level: number, at: number, size: number): Hash {
    const width = 2 ** level;
    const start = at * width;
    const full = start + width <= size ? this.#levels[level]?.[at] : undefined;
    return full ?? this.#range(start, size);
  }

  #subproof(first: number, start: number, end: number, isWhole: boolean): Hash[] {
    if (first === end) return isWhole ? [] : [this.#range(start, end)];
    const middle = start + splitOf(end - start);
    return first <= middle
      ? [...this.#subproof(first, start, middle, isWhole), this.#range(middle, end)]
      : [...this.#subproof(first, middle, end, false), this.#range(start, middle)];
  }

  #cover(wanted: readonly number[], start: number, end: number): Hash[] {
    if (wanted.length === 0) return [this.#range(start, end)];
    if (end - start === 1) return [];
    const middle = start + splitOf(end - start);
    return [
      ...this.#cover(
        wanted.filter((index) => index < middle),
        start,
        middle,
      ),
      ...this.#cover(
        wanted.filter((index) => index >= middle),
        middle,
        end,
      ),
    ];
  }
}
