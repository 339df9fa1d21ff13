/** Symbols as modules, dark or light; whatever is drawn of them is drawn from here. */
import bwipjs from 'bwip-js/node';
import QRCode from 'qrcode';

/** Symbols that a label may have. */
export type LabelSymbol = 'datamatrix' | 'qr' | 'gs1-128';

/** Rows of modules with their quiet zone; 1 is dark. */
export interface Modules {
  readonly width: number;
  readonly rows: readonly Uint8Array[];
}

/** Quiet zones in modules: ISO/IEC 16022 asks for one and printers like two, 18004 for four, GS1-128 for ten. */
const QUIET = { datamatrix: 2, qr: 4, 'gs1-128': 10 } as const;
/** Height of bars in modules: at the usual 0.25 mm above the 6 mm that hand-held readers want. */
const BAR_HEIGHT = 40;
/** Characters of a GS1-128 (GS1 General Specifications, 5.4.3). */
const MOST_IN_BARS = 48;

const framed = (
  width: number,
  rows: readonly Uint8Array[],
  [beside, above]: readonly [number, number],
): Modules => {
  const whole = width + 2 * beside;
  const blank = Array.from({ length: above }, () => new Uint8Array(whole));
  const middle = rows.map((row) => {
    const wide = new Uint8Array(whole);
    wide.set(row, beside);
    return wide;
  });
  return { width: whole, rows: [...blank, ...middle, ...blank] };
};

const rowsOf = (
  width: number,
  height: number,
  isDark: (x: number, y: number) => boolean,
): readonly Uint8Array[] =>
  Array.from({ length: height }, (_, y) =>
    Uint8Array.from({ length: width }, (__, x) => Number(isDark(x, y))),
  );

const dataMatrix = (code: string): Modules => {
  const [made] = bwipjs.raw('gs1datamatrix', code, '');
  if (made === undefined || !('pixs' in made)) throw new Error('no matrix');
  const { pixs, pixx, pixy } = made;
  return framed(
    pixx,
    rowsOf(pixx, pixy, (x, y) => pixs[y * pixx + x] === 1),
    [QUIET.datamatrix, QUIET.datamatrix],
  );
};

const bars = (code: string): Modules => {
  if (code.replaceAll(/[()]/g, '').length > MOST_IN_BARS) throw new Error('too long for GS1-128');
  const [made] = bwipjs.raw('gs1-128', code, '');
  if (made === undefined || !('sbs' in made)) throw new Error('no bars');
  const row = Uint8Array.from(
    made.sbs.flatMap((width, i) => Array.from({ length: width }, () => (i + 1) % 2)),
  );
  const rows = Array.from({ length: BAR_HEIGHT }, () => row);
  return framed(row.length, rows, [QUIET['gs1-128'], 2]);
};

const quick = (link: string): Modules => {
  const { size, data } = QRCode.create(link).modules;
  return framed(
    size,
    rowsOf(size, size, (x, y) => data[y * size + x] === 1),
    [QUIET.qr, QUIET.qr],
  );
};

/** The symbol of a code. @param link its Digital Link @throws when the code is not for this symbol, in the library's words */
export const modulesOf = (symbol: LabelSymbol, code: string, link: string): Modules => {
  if (symbol === 'qr') return quick(link);
  return symbol === 'datamatrix' ? dataMatrix(code) : bars(code);
};
