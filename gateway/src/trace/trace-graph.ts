/** The genealogy in memory: batches as numbers, edges as typed arrays, so that a closure costs milliseconds. */
import { BatchNumbers } from './batch-numbers.js';
import { Chains } from './chains.js';

/** `forward`: what grew from a batch; `backward`: what it grew from. */
export type Direction = 'forward' | 'backward';

/** A batch of a closure and how many steps it is away. */
export interface Reached {
  readonly batch: string;
  readonly level: number;
}

/** Numbers of the batches of a closure, nearest first, and where each level begins. */
export interface ReachedNumbers {
  readonly numbers: readonly number[];
  /** How many batches each level has; level 0 are the roots. */
  readonly levels: readonly number[];
}

/** Batches and the edges between them. */
export class TraceGraph {
  readonly #edges: Readonly<Record<Direction, Chains>> = { forward: new Chains(), backward: new Chains() };
  readonly #known = new Set<string>();

  constructor(readonly batches = new BatchNumbers()) {}

  /** Number of batches. */
  get size(): number {
    return this.batches.size;
  }

  /** Adds an edge; one that is there already changes nothing. */
  add(from: string, to: string): void {
    const a = this.batches.of(from);
    const b = this.batches.of(to);
    const pair = `${String(a)} ${String(b)}`;
    if (this.#known.has(pair)) return;
    this.#known.add(pair);
    this.#edges.forward.add(a, b);
    this.#edges.backward.add(b, a);
  }

  /** The roots and everything that is reached from them, nearest first, each once. */
  closure(roots: readonly string[], direction: Direction): readonly Reached[] {
    const known = [...new Set(roots)].flatMap((root) => this.batches.find(root) ?? []);
    const strangers = [...new Set(roots)].filter((root) => this.batches.find(root) === undefined);
    const { numbers, levels } = this.reach(known, direction);
    const reached = strangers.map((batch) => ({ batch, level: 0 }));
    let next = 0;
    for (const [level, count] of levels.entries()) {
      for (let i = 0; i < count; i += 1) {
        reached.push({ batch: this.batches.name(numbers[next] ?? 0), level });
        next += 1;
      }
    }
    return reached;
  }

  /** As {@link TraceGraph.closure}, by number. */
  reach(roots: readonly number[], direction: Direction): ReachedNumbers {
    const edges = this.#edges[direction];
    const seen = new Uint8Array(this.batches.size);
    const numbers: number[] = [];
    const levels: number[] = [];
    const take = (number: number): void => {
      if (seen[number] === 1) return;
      seen[number] = 1;
      numbers.push(number);
    };
    for (const root of roots) take(root);
    for (let from = 0; from < numbers.length;) {
      const to = numbers.length;
      levels.push(to - from);
      for (; from < to; from += 1) edges.each(numbers[from] ?? 0, take);
    }
    return { numbers, levels };
  }
}
