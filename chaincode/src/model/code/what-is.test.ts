import { describe, expect, test } from '@jest/globals';
import { readScan } from './gs1/symbologies.js';
import { udiOf } from './gs1/udi.js';
import { readDrumCode } from './national/drum-code.js';
import { readFmdPack } from './national/fmd-pack.js';
import { isPzn, ntinOfPzn, ppnOfPzn } from './national/pzn.js';
import { isRegistered, readTraceCode } from './national/trace-code.js';
import { whatIs } from './what-is.js';

const GS = '\u001d';
const RS = '\u001e';
const USCC = '91110000600037341L';

describe('what a code is', () => {
  test.each([
    ['(00)106141411234567897', 'container'],
    ['00106141411234567897', 'container'],
    ['(01)06901234000009(21)S-77', 'pack'],
    ['(01)06901234000009(10)A1', 'lot'],
    ['6901234000009', 'product'],
    ['(414)9520123456788', 'place'],
    ['(8018)123456789012345675', 'person'],
    ['(400)PO-1', 'gs1'],
    ['83857930000879766660', 'traceCode'],
    ['80041234567890123456', 'traceCode'],
    ['86904879000126', 'baseCode'],
    [USCC, 'enterprise'],
    ['91130200699229617X001P', 'permit'],
    ['20253201000012', 'manifest'],
    ['88.1021.150/002', 'handle'],
    [`${USCC}2710020220261125001`, 'drum'],
    ['urn:epc:id:sgtin:0614141.812345.6789', 'epc'],
    [`[)>${RS}06${GS}9N111234567842${GS}D291231${GS}1TA1${GS}SX9${RS}\u0004`, 'pack'],
    ['111234567842', 'product'],
    ['https://id.example.org/01/06901234000009/21/S-77', 'pack'],
    ['(01)06901234000001(21)S-77', 'unknown'],
    ['91110000600037341M', 'gs1'],
    ['20252001000000', 'unknown'],
    ['88.709.911/', 'unknown'],
    ['８３８５７９３0000879766660', 'unknown'],
    ['', 'unknown'],
    ['drum 7', 'unknown'],
  ])('%j is %s', (text, kind) => {
    expect(whatIs(text)).toBe(kind);
  });

  test('a label of waste says whose, what and when', () => {
    expect(readDrumCode(`${USCC}2710020220261125001`)).toEqual({
      producer: USCC,
      waste: '271-002-02',
      date: '20261125',
      serial: '001',
    });
    expect(readDrumCode(`${USCC}2710020220260231001`)).toBeUndefined();
    expect(readDrumCode(`${USCC}2710024220261125001`)).toBeUndefined();
  });

  test('a trace code names a product that is registered, or not', () => {
    const code = readTraceCode('83857930000879766660');
    expect(code).toEqual({ product: '8385793', production: '0000879766660' });
    expect(code && isRegistered(code, new Set(['8385793']))).toBe(true);
    expect(code && isRegistered(code, new Set(['8385794']))).toBe(false);
  });

  test('a device is its GTIN; lot, dates and serial are production', () => {
    const { elements } = readScan('(01)06901234000009(17)281130(10)A1(240)X');
    expect(udiOf(elements)).toEqual({
      device: '06901234000009',
      production: [
        ['17', '281130'],
        ['10', 'A1'],
      ],
    });
    expect(udiOf([['00', '106141411234567897']])).toBeUndefined();
  });
});

describe('a pack of the EU', () => {
  test('of a PZN has a PPN and an NTIN', () => {
    expect([isPzn('12345678'), isPzn('12345670')]).toEqual([true, false]);
    expect(ppnOfPzn('12345678')).toBe('111234567842');
    expect(ntinOfPzn('12345678')).toMatch(/^0415012345678\d$/);
    expect(readFmdPack(`(01)${ntinOfPzn('12345678')}(17)281130(10)A1(21)S`).pack.codeKind).toBe('NTIN');
  });

  test.each([
    ['no lot', '(01)06901234000009(17)281130(21)S', { kind: 'missing', ai: '10', detail: 'lot' }],
    [
      'a wrong PPN',
      `[)>${RS}06${GS}9N111234567843${GS}D291231${GS}1TA1${GS}SX9${RS}\u0004`,
      { kind: 'checkDigit', ai: '9N', detail: '111234567843' },
    ],
    [
      'two serial numbers',
      `[)>${RS}06${GS}9N111234567842${GS}D291231${GS}1TA1${GS}SX9${GS}SX8${RS}\u0004`,
      { kind: 'repeat', ai: 'S', detail: 'X8' },
    ],
    [
      'a field without identifier',
      `[)>${RS}06${GS}9N111234567842${GS}${GS}SX9${RS}\u0004`,
      { kind: 'unknown', ai: '', detail: '' },
    ],
    ['another format', `[)>${RS}12${GS}X${RS}\u0004`, { kind: 'form', ai: '', detail: 'envelope' }],
  ])('with %s is told', (_, scan, problem) => {
    expect(readFmdPack(scan).problems).toContainEqual(problem);
  });
});
