import { describe, expect, it } from '@jest/globals';
import { readCode } from './read-code.js';
import { scannedText } from './scanned-text.js';

const TODAY = '2026-11-25';
const GS = '\u001d';

describe('what a camera saw', () => {
  it.each([
    [
      'a pack',
      `]d20106901234000009172811301 0A1${GS}21S-77`.replace(' ', ''),
      '(01)06901234000009(17)281130(10)A1(21)S-77',
    ],
    ['a pallet', ']C100106141412345678908', '(00)106141412345678908'],
    ['a lot that ends as a serial begins', ']d2010690123400000910A121S-77', '(01)06901234000009(10)A121S-77'],
    [
      'a serial with brackets of its own',
      `]d20106901234000009 21S(10)B`.replace(' ', ''),
      '(01)06901234000009(21)S\\(10)B',
    ],
    [
      'a link',
      'https://id.example.org/01/06901234000009/21/S',
      'https://id.example.org/01/06901234000009/21/S',
    ],
    ['a trace code', '83857930000879766660', '83857930000879766660'],
    ['a wrong check digit', ']d2010690123400000121S', ']d2010690123400000121S'],
  ])('%s', (_, data, text) => {
    expect(scannedText(data)).toBe(text);
  });

  it('holds no lot that stands in a serial', () => {
    const { elements } = readCode(scannedText(']d2010690123400000921S(10)B'), TODAY);
    expect(elements).toEqual({ '01': '06901234000009', '21': 'S(10)B' });
  });

  it('is whole without a separator, which a keyboard may have lost', () => {
    const data = ']d2010690123400000910A121S-77';
    expect(readCode(data, TODAY).isUsable).toBe(false);
    expect(readCode(scannedText(data), TODAY)).toMatchObject({ isUsable: true, problems: [] });
  });

  it('is explained when it is wrong', () => {
    expect(readCode(scannedText(']d2010690123400000121S'), TODAY).problems).toMatchObject([
      { kind: 'checkDigit' },
    ]);
  });
});
