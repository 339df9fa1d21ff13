import { describe, expect, test } from '@jest/globals';
import { packHash } from '@yaosu/chaincode/signing/code-hash';
import { leafOfCode, rootOfProof } from '@yaosu/chaincode/signing/merkle';
import { receiverLeaves } from '@yaosu/gateway/api/leaf-file';
import { codeOf, freeRun, receiverLeavesOf, rootOf } from './serial-list.js';

const GTIN = '06901004000215';

describe('serials of a commission', () => {
  test('are proved to who receives some of them', () => {
    const list = { gtin: GTIN, serials: Array.from({ length: 13 }, (_, i) => `S-${String(i)}`) };
    const leaves = receiverLeaves.parse(receiverLeavesOf(list, 'c'.repeat(64), 4, 5));
    expect(leaves.packs.map(({ serial }) => serial)).toEqual(list.serials.slice(4, 9));
    for (const { serial, index, proof } of leaves.packs) {
      const leaf = leafOfCode(index, packHash(GTIN, serial));
      expect(rootOfProof({ leaf, index, size: 13, proof })).toBe(rootOf(list));
    }
  });

  test('are printed with expiry and lot', () => {
    expect(codeOf(GTIN, 'S-77', { lot: 'AH-1', expiry: '2028-11-17' })).toBe(
      '(01)06901004000215(17)281117(10)AH-1(21)S-77',
    );
  });

  test.each([
    [[0], 1_000, { firstBlock: 0, blocks: 1 }],
    [[0], 1_001, undefined],
    [[7, 3, 4], 1_500, { firstBlock: 3, blocks: 2 }],
    [[1, 3, 5], 1_500, undefined],
    [[], 1, undefined],
  ])('come from the lowest run of free blocks: %j for %d', (free, count, expected) => {
    expect(freeRun(free, count)).toEqual(expected);
  });
});
