import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leavesFirst } from './recall-demands.js';

describe('the order of sealing', () => {
  it('puts every child before its parents, whatever the graph', () => {
    const graph = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 120 }).map((pairs) =>
      pairs
        .filter(([a, b]) => a !== b)
        // Edges from lower to higher numbers have no cycle, as a genealogy has none.
        .map(([a, b]) => ({ from: String(Math.min(a, b)), to: String(Math.max(a, b)) })),
    );
    fc.assert(
      fc.property(graph, (edges) => {
        const members = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
        const order = leavesFirst(members, edges);
        expect([...order].sort()).toEqual([...members].sort());
        for (const { from, to } of edges) expect(order.indexOf(to)).toBeLessThan(order.indexOf(from));
      }),
    );
  });
});
