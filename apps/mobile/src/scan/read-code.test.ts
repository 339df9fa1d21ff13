import { describe, expect, it } from '@jest/globals';
import { foreignHash, packHash, ssccHash } from '@yaosu/chaincode/signing/code-hash';
import { HAND_OVER_PREFIX } from '../hand-over/prefix.js';
import { readCode } from './read-code.js';

const TODAY = '2026-11-25';

describe('what a scan is', () => {
  it('a pack, named by GTIN and serial alone', () => {
    const code = readCode('(01)06901234000009(17)281130(10)A1(21)S-77', TODAY);
    expect(code).toMatchObject({ kind: 'pack', problems: [], hash: packHash('06901234000009', 'S-77') });
  });

  it('a pallet', () => {
    expect(readCode('00106141412345678908', TODAY)).toMatchObject({
      kind: 'container',
      problems: [],
      hash: ssccHash('106141412345678908'),
    });
  });

  it("another phone's hand-over", () => {
    expect(readCode(`${HAND_OVER_PREFIX}{}`, TODAY)).toMatchObject({ kind: 'handOver', isUsable: true });
  });

  it('a code of another kind, named by its text', () => {
    expect(readCode('83857930000879766660', TODAY)).toMatchObject({
      kind: 'foreign',
      what: 'traceCode',
      isUsable: true,
      hash: foreignHash('83857930000879766660'),
    });
  });

  it('a pack whose separators were typed as other signs, as it was meant', () => {
    const code = readCode(']d201069012340000091728113010A1^]21S-77', TODAY);
    expect(code).toMatchObject({ kind: 'pack', isUsable: true, hash: packHash('06901234000009', 'S-77') });
    expect(code.problems).toMatchObject([{ kind: 'separatorSpelt', isRepaired: true }]);
  });

  it('says that it was scanned before', () => {
    const pallet = '00106141412345678908';
    const before = (hash: string): boolean => hash === ssccHash(pallet.slice(2));
    expect(readCode(pallet, TODAY, before).problems).toMatchObject([{ kind: 'scannedBefore' }]);
    expect(readCode('00106141412345678915', TODAY, before).problems).toEqual([]);
  });

  it.each([
    ['', ['empty'], false],
    ['(01)06901234000001(21)S', ['checkDigit'], false],
    ['01069012340000091728113010A121S-77', ['separatorLost'], false],
    ['(01)06901234000009(17)261124(21)S', ['expired'], true],
    ['(01)06901234000009(17)261100(21)S', [], true],
    ['(01)06901234000009(17)261000(21)S', ['expired'], true],
    ['drum 7', ['noCode'], false],
  ])('%j has the problems %j', (text, kinds, isUsable) => {
    const code = readCode(text, TODAY);
    expect(code.problems.map(({ kind }) => kind)).toEqual(kinds);
    expect(code.isUsable).toBe(isUsable);
  });
});
