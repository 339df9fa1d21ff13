import { expect, test } from '@jest/globals';
import { cut, differenceOf } from './cut.js';

/** Written as `source:quantity`. */
const cutAs = (sources: readonly string[], parts: readonly string[]): readonly string[] =>
  cut(sources, parts).map(({ source, quantity }) => `${String(source)}:${quantity}`);

test.each([
  ['one into two', ['10'], ['4', '6'], ['0:4', '0:6']],
  ['two at their own bounds', ['4', '6'], ['4', '6'], ['0:4', '1:6']],
  ['a part over two sources', ['4', '6'], ['7', '3'], ['0:4', '1:3', '1:3']],
  ['a part over three sources', ['1', '1', '1'], ['3'], ['0:1', '1:1', '2:1']],
  ['millionths', ['0.000003'], ['0.000001', '0.000002'], ['0:0.000001', '0:0.000002']],
  ['beyond doubles', ['9007199254740993'.slice(0, 15)], ['900719925474099'], ['0:900719925474099']],
  ['less than there is', ['10', '5'], ['12'], ['0:10', '1:2']],
  ['nothing', ['10'], ['0'], []],
])('%s', (_, sources, parts, pieces) => {
  expect(cutAs(sources, parts)).toEqual(pieces);
});

test.each([
  ['10', '9.5', '0.5', false],
  ['9.5', '10', '0.5', true],
  ['1', '0', '1', false],
])('from %s to %s is %s, a gain: %s', (from, to, quantity, isGain) => {
  expect(differenceOf(from, to)).toEqual({ quantity, isGain });
});
