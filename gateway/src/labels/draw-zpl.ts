/** A label for Zebra printers: the symbol as a picture, so that it is printed as it was checked. */
import type { Label } from './draw-pdf.js';
import { packed } from './draw-png.js';

/** Dots a module: 0.5 mm at 8 dots a mm. */
const SCALE = 4;
/** Bars are long: half as wide. */
const WIDE_SCALE = 2;
const MARGIN = 12;
const LINE = 24;

/** `^` and `~` begin commands: any character that is none of the plain ones is written as its number. */
const escaped = (line: string): string =>
  Array.from(line, (each) =>
    /[A-Za-z0-9() ./-]/.test(each) ? each : `_${each.charCodeAt(0).toString(16).padStart(2, '0')}`,
  ).join('');

/** The label. */
export const zplOf = ({ modules, lines }: Label): Buffer => {
  const isWide = modules.width > 2 * modules.rows.length;
  const scale = isWide ? WIDE_SCALE : SCALE;
  const rows = packed(modules, scale);
  const perRow = rows[0]?.length ?? 0;
  const total = String(perRow * rows.length);
  const picture = rows.map((row) => Buffer.from(row).toString('hex').toUpperCase()).join('');
  const [x, y] = isWide ? [MARGIN, rows.length + MARGIN] : [modules.width * scale + 2 * MARGIN, MARGIN];
  const texts = lines.map(
    (line, i) => `^FO${String(x)},${String(y + i * LINE)}^A0N,22,22^FH_^FD${escaped(line)}^FS`,
  );
  const symbol = `^FO${String(MARGIN)},${String(MARGIN)}^GFA,${total},${total},${String(perRow)},${picture}^FS`;
  return Buffer.from(`^XA${symbol}${texts.join('')}^XZ\n`);
};
