import { HashList } from './hash-list.js';
import { EMPTY_ROOT, leafHash, nodeHash, splitOf } from './tree-hash.js';

/**
 * An append-only tree (RFC 6962, 2.1). The hashes of all full subtrees are kept, so that a leaf costs one hash more on
 * average, a root or a proof O(log n).
 */
export class MerkleLog {
  /** Full subtrees of 2^level leaves, from the left. */
  readonly #levels: HashList[] = [new HashList()];

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
      list.push(hash);
      if (list.length % 2 === 1) return;
      hash = nodeHash(list.at(list.length - 2), list.at(list.length - 1));
    }
  }

  /** Root of the first `size` leaves. @throws RangeError when there are not so many */
  root(size = this.size): Buffer {
    this.#assertSize(size);
    return size === 0 ? EMPTY_ROOT : Buffer.from(this.#range(0, size));
  }

  /** Audit path of a leaf in the tree of the first `size` leaves, from the leaf up. @throws RangeError */
  inclusion(index: number, size = this.size): Buffer[] {
    this.#assertSize(size);
    if (index < 0 || index >= size) throw new RangeError(`There is no leaf ${String(index)}`);
    return this.#path(index, 0, size);
  }

  /** Proof that the tree of `first` leaves begins that of `second` (RFC 6962, 2.1.2). @throws RangeError */
  consistency(first: number, second = this.size): Buffer[] {
    this.#assertSize(second);
    if (first < 0 || first > second) throw new RangeError('The first tree is the smaller one');
    return first === 0 || first === second ? [] : this.#subproof(first, 0, second, true);
  }

  /** Nodes that lead from some leaves to the root, each once, in the order in which the tree is walked. @throws RangeError */
  cover(indices: readonly number[], size = this.size): Buffer[] {
    this.#assertSize(size);
    const wanted = [...new Set(indices)].sort((a, b) => a - b);
    if (wanted.some((index) => index < 0 || index >= size)) throw new RangeError('There is no such leaf');
    return size === 0 ? [] : this.#cover(wanted, 0, size);
  }

  #level(level: number): HashList {
    return (this.#levels[level] ??= new HashList());
  }

  #assertSize(size: number): void {
    if (size < 0 || size > this.size) throw new RangeError(`The log has no ${String(size)} leaves`);
  }

  /** Hash over leaves `start` to `end`; `start` is where a subtree begins. */
  #range(start: number, end: number): Buffer {
    const size = end - start;
    const level = Math.log2(size);
    if (Number.isInteger(level)) return this.#level(level).at(start / size);
    const middle = start + splitOf(size);
    return nodeHash(this.#range(start, middle), this.#range(middle, end));
  }

  #path(index: number, start: number, end: number): Buffer[] {
    if (end - start === 1) return [];
    const middle = start + splitOf(end - start);
    return index < middle
      ? [...this.#path(index, start, middle), Buffer.from(this.#range(middle, end))]
      : [...this.#path(index, middle, end), Buffer.from(this.#range(start, middle))];
  }

  #subproof(first: number, start: number, end: number, isWhole: boolean): Buffer[] {
    if (first === end) return isWhole ? [] : [Buffer.from(this.#range(start, end))];
    const middle = start + splitOf(end - start);
    return first <= middle
      ? [...this.#subproof(first, start, middle, isWhole), Buffer.from(this.#range(middle, end))]
      : [...this.#subproof(first, middle, end, false), Buffer.from(this.#range(start, middle))];
  }

  #cover(wanted: readonly number[], start: number, end: number): Buffer[] {
    if (wanted.length === 0) return [Buffer.from(this.#range(start, end))];
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
