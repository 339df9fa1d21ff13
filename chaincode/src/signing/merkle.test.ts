import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { fromHex, sha256Hex } from './bytes.js';
import {
  hashOfLeaf,
  inclusionProof,
  inclusionProofs,
  leafOfCode,
  merkleRoot,
  rootOfProof,
} from './merkle.js';

/** Test data of certificate transparency's own tests (google/certificate-transparency, merkle_tree_test). */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((data) => hashOfLeaf(fromHex(data)));
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const leavesOf = (size: number): string[] =>
  Array.from({ length: size }, (_, index) => leafOfCode(index, sha256Hex(String(index))));

/** Merkle tree hash by levels, another way than the product's: an odd last node rises as it is. */
const rootByLevels = (leaves: readonly string[]): string => {
  let level = [...leaves];
  while (level.length > 1) {
    level = Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => {
      const [left = '', right] = level.slice(2 * i, 2 * i + 2);
      return right === undefined ? left : sha256Hex(fromHex(`01${left}${right}`));
    });
  }
  return level[0] ?? sha256Hex('');
};

describe('Merkle trees', () => {
  test.each(ROOTS.map((root, i) => [i + 1, root] as const))('of %i known leaves', (size, root) => {
    expect(merkleRoot(LEAVES.slice(0, size))).toBe(root);
  });

  test('of nothing is the hash of nothing', () => {
    expect(merkleRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('every leaf of every small tree leads to the root that is computed by levels', () => {
    for (let size = 1; size <= 33; size += 1) {
      const leaves = leavesOf(size);
      const root = rootByLevels(leaves);
      expect(merkleRoot(leaves)).toBe(root);
      for (const [index, leaf] of leaves.entries()) {
        expect(rootOfProof({ leaf, index, size, proof: inclusionProof(leaves, index) })).toBe(root);
      }
    }
  });

  test('a changed leaf, index, size or proof leads elsewhere or nowhere', () => {
    const sizes = fc.integer({ min: 2, max: 40 });
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, a, b) => {
        const leaves = leavesOf(size);
        const [index, other] = [a % size, b % size];
        const root = merkleRoot(leaves);
        const right = { leaf: leaves[index] ?? '', index, size, proof: inclusionProof(leaves, index) };
        const wrong = [
          { ...right, leaf: sha256Hex('other') },
          { ...right, proof: right.proof.slice(1) },
          { ...right, proof: [...right.proof, root] },
          { ...right, index: size },
          { ...right, index: -1 },
          ...(other === index ? [] : [{ ...right, index: other }]),
        ];
        expect(wrong.filter((each) => rootOfProof(each) === root)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test('the paths of the first leaves at once are those of each alone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 45 }), (size, count) => {
      const leaves = leavesOf(size);
      const alone = leaves.slice(0, count).map((_, index) => inclusionProof(leaves, index));
      expect(inclusionProofs(leaves, count)).toEqual(alone);
    }),
    { numRuns: 40 },
  );
});
