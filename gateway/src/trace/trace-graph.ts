/** The genealogy in memory: batches as numbers, edges as typed arrays, so that a closure costs milliseconds. */

/** `forward`: what grew from a batch; `backward`: what it grew from. */
export type Direction = 'forward' | 'backward';

/** A batch of a closure and how many steps it is away. */
export interface Reached {
  readonly batch: string;
  readonly level: number;
}

const FIRST_CAPACITY = 1024;
const NONE = -1;

type Numbers = Int32Array<ArrayBuffer>;

const grown = (array: Numbers): Numbers => {
  const larger = new Int32Array(array.length * 2).fill(NONE);
  larger.set(array);
  return larger;
};

/** Lists of targets, one a node, chained through arrays. */
class Adjacency {
  #first = new Int32Array(FIRST_CAPACITY).fill(NONE);
  #target = new Int32Array(FIRST_CAPACITY).fill(NONE);
  #next = new Int32Array(FIRST_CAPACITY).fill(NONE);
  #edges = 0;

  add(from: number, to: number): void {
    while (from >= this.#first.length) this.#first = grown(this.#first);
    if (this.#edges >= this.#target.length) {
      this.#target = grown(this.#target);
      this.#next = grown(this.#next);
    }
    this.#target[this.#edges] = to;
    this.#next[this.#edges] = this.#first[from] ?? NONE;
    this.#first[from] = this.#edges;
    this.#edges += 1;
  }

  each(from: number, visit: (to: number) => void): void {
    for (let edge = this.#first[from] ?? NONE; edge !== NONE; edge = this.#next[edge] ?? NONE) {
      visit(this.#target[edge] ?? NONE);
    }
  }
}

/** Batches and the edges between them. */
export class TraceGraph {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #edges: Readonly<Record<Direction, Adjacency>> = {
    forward: new Adjacency(),
    backward: new Adjacency(),
  };
  readonly #known = new Set<string>();

  /** Number of batches that have an edge. */
  get size(): number {
    return this.#names.length;
  }

  /** Adds an edge; one that is there already changes nothing. */
  add(from: string, to: string): void {
    const a = this.#numberOf(from);
    const b = this.#numberOf(to);
    const pair = `${String(a)} ${String(b)}`;
    if (this.#known.has(pair)) return;
    this.#known.add(pair);
    this.#edges.forward.add(a, b);
    this.#edges.backward.add(b, a);
  }

  /** The roots and everything that is reached from them, nearest first, each once. */
  closure(roots: readonly string[], direction: Direction): readonly Reached[] {
    const edges = this.#edges[direction];
    const seen = new Uint8Array(this.#names.length);
    const reached: Reached[] = [];
    let level = 0;
    let frontier: number[] = [];
    for (const root of new Set(roots)) {
      const number = this.#numbers.get(root);
      reached.push({ batch: root, level });
      if (number !== undefined) {
        seen[number] = 1;
        frontier.push(number);
      }
    }
    while (frontier.length > 0) {
      level += 1;
      const next: number[] = [];
      for (const node of frontier) {
        edges.each(node, (to) => {
          if (seen[to] === 1) return;
          seen[to] = 1;
          next.push(to);
          reached.push({ batch: this.#names[to] ?? '', level });
        });
      }
      frontier = next;
    }
    return reached;
  }

  #numberOf(batch: string): number {
    const known = this.#numbers.get(batch);
    if (known !== undefined) return known;
    const number = this.#names.length;
    this.#numbers.set(batch, number);
    this.#names.push(batch);
    return number;
  }
}
