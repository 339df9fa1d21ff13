import { describe, expect, it } from '@jest/globals';
import { hashOfLeaf, inclusionProof, merkleRoot, rootOfProof } from '@yaosu/chaincode/signing/merkle';
import fc from 'fast-check';
import { isConsistent, rootOfCover, rootOfInclusion } from './check-proofs.js';
import { MerkleLog } from './merkle-log.js';
import { hexOfHash as hex, type Hash } from './tree-hash.js';

const dataOf = (index: number): Buffer => Buffer.from(`leaf ${String(index)}`);
const newLog = (size: number): MerkleLog =>
  MerkleLog.of(Array.from({ length: size }, (_, index) => dataOf(index)));
const sizes = fc.integer({ min: 1, max: 200 });

/** Every way to spoil a proof by one step. */
const spoiled = (proof: readonly Hash[]): readonly (readonly Hash[])[] => [
  ...proof.map((_, at) => proof.filter((__, i) => i !== at)),
  ...proof.map((node, at) => proof.with(at, `${node.slice(0, 31)}${node.endsWith('x') ? 'y' : 'x'}`)),
  [...proof, 'x'.repeat(32)],
];

/** Of a log of 200 and one that grew alike up to a leaf. */
const log = newLog(200);

describe('an append-only log', () => {
  it("has the roots and audit paths of the chaincode's lists of codes", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, seed) => {
        const leaves = Array.from({ length: size }, (_, i) => hashOfLeaf(dataOf(i)));
        const index = seed % size;
        expect(hex(log.root(size))).toBe(merkleRoot(leaves));
        expect(log.inclusion(index, size).map(hex)).toEqual(inclusionProof(leaves, index));
        const proof = log.inclusion(index, size).map(hex);
        expect(rootOfProof({ leaf: leaves[index]!, index, size, proof })).toBe(hex(log.root(size)));
      }),
    );
  });

  it('proves a leaf, and nothing else', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, seed) => {
        const index = seed % size;
        const leaf = { index, data: dataOf(index) };
        const proof = log.inclusion(index, size);
        const root = log.root(size);
        expect(rootOfInclusion(leaf, size, proof)).toEqual(root);
        for (const wrong of spoiled(proof)) expect(rootOfInclusion(leaf, size, wrong)).not.toEqual(root);
        expect(rootOfInclusion({ ...leaf, data: Buffer.from('x') }, size, proof)).not.toEqual(root);
        expect(rootOfInclusion({ ...leaf, index: index + 1 }, size, proof)).not.toEqual(root);
      }),
    );
  });

  it('proves that one tree begins another, and finds a fork', () => {
    fc.assert(
      fc.property(sizes, sizes, (a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const older = { size: first, root: log.root(first) };
        const newer = { size: second, root: log.root(second) };
        const proof = log.consistency(first, second);
        expect(isConsistent(older, newer, proof)).toBe(true);
        for (const wrong of spoiled(proof)) expect(isConsistent(older, newer, wrong)).toBe(false);
        const fork = MerkleLog.of(Array.from({ length: second }, (_, i) => dataOf(i === 0 ? 1_000 : i)));
        const forked = { size: second, root: fork.root() };
        expect(isConsistent(older, forked, fork.consistency(first, second))).toBe(false);
        expect(isConsistent(older, forked, proof)).toBe(false);
      }),
    );
  });

  it('proves several leaves at once with each node once', () => {
    fc.assert(
      fc.property(sizes, fc.uniqueArray(fc.nat(199), { minLength: 1, maxLength: 20 }), (size, wanted) => {
        const indices = wanted.filter((index) => index < size);
        if (indices.length === 0) return;
        const leaves = indices.map((index) => ({ index, data: dataOf(index) }));
        const nodes = log.cover(indices, size);
        expect(rootOfCover(leaves, size, nodes)).toEqual(log.root(size));
        for (const wrong of spoiled(nodes))
          expect(rootOfCover(leaves, size, wrong)).not.toEqual(log.root(size));
        expect(rootOfCover([...leaves, leaves[0]!], size, nodes)).not.toEqual(log.root(size));
        const paths = indices.flatMap((index) => log.inclusion(index, size).map(hex));
        expect(nodes.length).toBeLessThanOrEqual(new Set(paths).size);
      }),
    );
  });

  it('refuses what it does not have', () => {
    expect(() => log.root(201)).toThrow(RangeError);
    expect(() => log.inclusion(5, 5)).toThrow(RangeError);
    expect(() => log.consistency(6, 5)).toThrow(RangeError);
    expect(() => log.cover([5], 5)).toThrow(RangeError);
    expect(hex(new MerkleLog().root())).toBe(merkleRoot([]));
  });
});
