import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TraceGraph, type Direction } from './trace-graph.js';

type Edge = readonly [number, number];

/** The plain way: sets, level by level. */
const plainClosure = (edges: readonly Edge[], roots: readonly string[], direction: Direction): string[] => {
  const found = new Set(roots);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const [a, b] of edges) {
      const [from, to] = direction === 'forward' ? [String(a), String(b)] : [String(b), String(a)];
      if (found.has(from)) found.add(to);
    }
  }
  return [...found].sort();
};

describe('the genealogy in memory', () => {
  const edges = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 300 });
  const direction = fc.constantFrom<Direction>('forward', 'backward');

  it('reaches what the plain way reaches, each batch once', () => {
    fc.assert(
      fc.property(edges, fc.array(fc.nat(70), { maxLength: 5 }), direction, (list, numbers, way) => {
        const graph = new TraceGraph();
        for (const [a, b] of list) graph.add(String(a), String(b));
        const roots = [...new Set(numbers.map(String))];
        const reached = graph.closure(roots, way).map(({ batch }) => batch);
        expect([...reached].sort()).toEqual(plainClosure(list, roots, way));
      }),
    );
  });

  it('tells how many steps away a batch is, by the shortest way', () => {
    const graph = new TraceGraph();
    for (const [from, to] of ['ab', 'bc', 'cd', 'ad', 'ab']) graph.add(from ?? '', to ?? '');
    expect(graph.closure(['a'], 'forward')).toEqual([
      { batch: 'a', level: 0 },
      { batch: 'd', level: 1 },
      { batch: 'b', level: 1 },
      { batch: 'c', level: 2 },
    ]);
    expect(graph.closure(['nobody'], 'backward')).toEqual([{ batch: 'nobody', level: 0 }]);
  });

  it('grows beyond its first capacity', () => {
    const graph = new TraceGraph();
    for (let i = 0; i < 5000; i += 1) graph.add(String(i), String(i + 1));
    expect(graph.closure(['0'], 'forward')).toHaveLength(5001);
    expect(graph.size).toBe(5001);
  });
});
