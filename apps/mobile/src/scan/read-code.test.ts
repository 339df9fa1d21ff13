import { describe, expect, it } from '@jest/globals';
import { packHash, ssccHash } from '@yaosu/chaincode/signing/code-hash';
import { HAND_OVER_PREFIX } from '../hand-over/messages.js';
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
    expect(readCode(`${HAND_OVER_PREFIX}{}`, TODAY).kind).toBe('handOver');
  });

  it.each([
    ['', ['empty']],
    ['(01)06901234000001(21)S', ['checkDigit']],
    ['(01)06901234000009(17)261124(21)S', ['expired']],
    ['(01)06901234000009(17)261100(21)S', []],
    ['(01)06901234000009(17)261000(21)S', ['expired']],
    ['drum 7', ['unknownAi']],
  ])('%j has the problems %j', (text, problems) => {
    expect(readCode(text, TODAY).problems).toEqual(problems);
  });
});
