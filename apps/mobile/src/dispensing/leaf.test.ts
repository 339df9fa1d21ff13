import { describe, expect, it } from '@jest/globals';
import { packHash } from '@yaosu/chaincode/signing/code-hash';
import { inclusionProofs, leafOfCode, merkleRoot } from '@yaosu/chaincode/signing/merkle';
import { leavesOf } from './leaf.js';

const GTIN = '06901234000009';
const SERIALS = ['S1', 'S2', 'S3', 'S4', 'S5'];
const commission = 'c'.repeat(64);
const batch = 'b'.repeat(64);
const hashes = SERIALS.map((serial, index) => leafOfCode(index, packHash(GTIN, serial)));
const list = { root: merkleRoot(hashes), used: SERIALS.length };
const packs = inclusionProofs(hashes, 3).map((proof, index) => ({
  serial: SERIALS[index] ?? '',
  index,
  proof: [...proof],
}));
const file = { gtin: GTIN, commission, sscc: null, packs };

describe('a leaf file', () => {
  it('proves each of its packs by what a command has to say', () => {
    const leaves = leavesOf(file, batch, list);
    expect([...leaves.keys()]).toEqual(['S1', 'S2', 'S3'].map((serial) => packHash(GTIN, serial)));
    expect(leaves.get(packHash(GTIN, 'S2'))).toEqual({ batch, commission, index: 1, proof: packs[1]?.proof });
  });

  it.each([
    ['another serial', { ...packs[0]!, serial: 'S9' }],
    ['another place', { ...packs[0]!, index: 1 }],
    ['another path', { ...packs[0]!, proof: packs[1]!.proof }],
  ])('proves nothing of a pack with %s', (_, forged) => {
    expect(leavesOf({ ...file, packs: [forged] }, batch, list).size).toBe(0);
  });

  it('proves nothing on a list with another root', () => {
    expect(leavesOf(file, batch, { ...list, root: '0'.repeat(64) }).size).toBe(0);
  });
});
