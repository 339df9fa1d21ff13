import { describe, expect, test } from '@jest/globals';
import { explainScan } from './explain-scan.js';

const GS = '\u001d';
const RS = '\u001e';
const PACK = `]d201069012340000091728113010A1${GS}21S-77`;

const kindsOf = (text: string) => explainScan(text).problems.map(({ kind }) => kind);

describe('a scan explains itself', () => {
  test('with what it is and its elements in their order', () => {
    expect(explainScan(PACK)).toEqual({
      what: 'pack',
      elements: [
        ['01', '06901234000009'],
        ['17', '281130'],
        ['10', 'A1'],
        ['21', 'S-77'],
      ],
      problems: [],
      isUsable: true,
      text: PACK,
    });
  });

  test.each([
    ['83857930000879766660', 'traceCode'],
    [']C083857930000879766660', 'traceCode'],
    [']E06901234000009', 'product'],
    ['6901234000009', 'product'],
    [`[)>${RS}06${GS}9N111234567842${GS}D291231${GS}1TA1${GS}SX9${RS}\u0004`, 'pack'],
    [`[)>${RS}05${GS}010690123400000910A1${GS}21S-77${RS}\u0004`, 'pack'],
    ['https://id.gs1.org/gtin/06901234000009/ser/S-77', 'pack'],
    ['https://id.gs1.org/AQnYUc1gmiCNV4JGLo3DZCFw1Porpw', 'pack'],
    ['91110000600037341L', 'enterprise'],
  ])('%j is %s', (text, what) => {
    expect(explainScan(text)).toMatchObject({ what, problems: [], isUsable: true });
  });
});

describe('a damage is named', () => {
  test.each([
    ['', ['empty']],
    [' \r\n', ['empty']],
    ['hello', ['noCode']],
    [`]d20106901234000001${GS}21S`, ['checkDigit']],
    [']d20106901234000009172811311021S', ['date']],
    [']d201069012340000091728113010A121S-77', ['separatorLost']],
    [`${PACK}\r]d2010690123400000917281130\u001d10A1${GS}21S-78`, ['twoCodes']],
    [`01069012340000091728113010A1<GS>21S-77`, ['separatorLost']],
    ['(01)06901234000009(10)A1(10)B2', ['repeat']],
    ['(21)S-77', ['missing']],
    ['https://id.gs1.org/01/06901234000009?10=A1', ['link']],
  ])('%j: %j', (text, kinds) => {
    const scan = explainScan(text);
    expect(scan.isUsable).toBe(false);
    expect(scan.problems.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('a text longer than any symbol', () => {
    expect(kindsOf('1'.repeat(8_000))).toEqual(['tooLong']);
  });

  test.each([
    ['separatorSpelt', PACK.replace(GS, '^]')],
    ['separatorSpelt', PACK.replace(GS, '␝')],
    ['keyboard', '+d201069012340000091728113010A1&+21Sß77'],
    ['keyboard', `]D201069012340000091728113010a1${GS}21s-77`],
    [
      'spacing',
      '（０１）０６９０１２３４００００９（21）S-77'.replace(
        '０６９０１２３４００００９',
        '０６９０１２３４０００００９',
      ),
    ],
    ['brackets', '[01]06901234000009[21]S-77'],
    ['scheme', 'id.gs1.org/01/06901234000009/21/S-77'],
    ['wrongSymbol', ']d1(01)06901234000009(21)S-77'],
    ['twoCodes', PACK + PACK],
    ['twoCodes', `]E06901234000009\r${PACK}`],
  ])('%s, and put right: %s', (kind, text) => {
    const scan = explainScan(text);
    expect(scan).toMatchObject({ what: 'pack', isUsable: true });
    expect(Object.fromEntries(scan.elements)).toMatchObject({ '01': '06901234000009', '21': 'S-77' });
    expect(scan.problems).toContainEqual({ kind, ai: '', detail: '', isRepaired: true });
  });
});

describe('what is known beside the text', () => {
  const NUMERIC = '01069012340000091728113010240215';

  test('a camera of ours keeps separators: digits that look like an AI belong to the lot', () => {
    expect(explainScan(NUMERIC)).toMatchObject({ isUsable: false, problems: [{ kind: 'separatorLost' }] });
    expect(explainScan(NUMERIC, { keepsSeparators: true })).toMatchObject({ what: 'lot', problems: [] });
  });

  test('a day past the last one, and a second scan, are told and forbid nothing', () => {
    const scan = explainScan(PACK, { today: '2028-12-01', isScanned: () => true });
    expect(scan.problems.map(({ kind }) => kind)).toEqual(['expired', 'scannedBefore']);
    expect(scan.isUsable).toBe(true);
    expect(explainScan(PACK, { today: '2028-11-30', isScanned: () => false }).problems).toEqual([]);
  });
});

test.each([
  ['991231', '2026-11-28', true],
  ['761128', '2026-11-28', false],
  ['771128', '2026-11-28', true],
  ['010101', '2099-11-28', false],
  ['480101', '2099-11-28', false],
  ['500101', '2099-11-28', true],
])('of a year only two digits are given: %s on %s', (expiry, today, isExpired) => {
  const { problems } = explainScan(`(01)06901234000009(17)${expiry}`, { today });
  expect(problems.map(({ kind }) => kind)).toEqual(isExpired ? ['expired'] : []);
});

test('a lot is never taken from where a serial number may have run into it', () => {
  expect(kindsOf('010690123400000910A121S-77')).toEqual(['separatorLost']);
  expect(kindsOf('010690123400000910A117281130')).toEqual(['separatorLost']);
  expect(kindsOf(`010690123400000921S${GS}10708X71717221130`)).toEqual(['separatorLost']);
});
