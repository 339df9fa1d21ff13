/** Labels as PDF, a page each: 50 × 30 mm, the symbol as rectangles, the text in a font that every reader has. */
import { deflateSync } from 'node:zlib';
import { runsOf } from './draw-svg.js';
import type { Modules } from './modules.js';

/** A label: its symbol, and what people read. */
export interface Label {
  readonly modules: Modules;
  readonly lines: readonly string[];
}

const POINTS_PER_MM = 72 / 25.4;
const WIDTH = 50 * POINTS_PER_MM;
const HEIGHT = 30 * POINTS_PER_MM;
const MARGIN = 1.5 * POINTS_PER_MM;
const FONT = 5.5;
const LINE = 6.5;

const num = (value: number): string => value.toFixed(3);
const textOf = (line: string): string => `(${line.replaceAll(/[()\\]/g, '\\$&')})`;

/** Where symbol and text stand: beside each other, or under each other when the symbol is wide. */
const layoutOf = ({ modules: { width, rows }, lines }: Label): { module: number; x: number; top: number } => {
  const isWide = width > 2 * rows.length;
  const room = HEIGHT - 2 * MARGIN - (isWide ? lines.length * LINE : 0);
  const module = Math.min(room / rows.length, (isWide ? WIDTH - 2 * MARGIN : room) / width);
  return isWide
    ? { module, x: MARGIN, top: HEIGHT - MARGIN - rows.length * module - LINE }
    : { module, x: MARGIN + width * module + MARGIN, top: HEIGHT - MARGIN - LINE };
};

const pageOf = (label: Label): string => {
  const { module, x: textX, top } = layoutOf(label);
  const { rows } = label.modules;
  const rectangles = rows.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => {
      const bottom = HEIGHT - MARGIN - (y + 1) * module;
      return `${num(MARGIN + x * module)} ${num(bottom)} ${num(length * module)} ${num(module)} re`;
    }),
  );
  const text = label.lines.map((line) => `${textOf(line)} Tj T*`).join(' ');
  const place = `${num(textX)} ${num(top)} Td ${num(LINE)} TL`;
  return `${rectangles.join('\n')}\nf\nBT /F ${num(FONT)} Tf ${place} ${text} ET`;
};

const stream = (content: string): Buffer => {
  const bytes = deflateSync(Buffer.from(content, 'latin1'));
  const head = `<< /Length ${String(bytes.length)} /Filter /FlateDecode >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\nendstream')]);
};

const FIXED = 3;

const objectsOf = (labels: readonly Label[]): readonly Buffer[] => {
  const kids = labels.map((_, i) => `${String(FIXED + 1 + 2 * i)} 0 R`).join(' ');
  const box = `[0 0 ${num(WIDTH)} ${num(HEIGHT)}]`;
  return [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Count ${String(labels.length)} /MediaBox ${box} /Kids [${kids}] >>`),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
    ...labels.flatMap((label, i) => [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 3 0 R >> >> /Contents ${String(FIXED + 2 + 2 * i)} 0 R >>`,
      ),
      stream(pageOf(label)),
    ]),
  ];
};

/** The document. */
export const pdfOf = (labels: readonly Label[]): Buffer => {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [i, object] of objectsOf(labels).entries()) {
    const part = Buffer.concat([Buffer.from(`${String(i + 1)} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(length);
    length += part.length;
    parts.push(part);
  }
  const count = String(offsets.length + 1);
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${String(length)}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${table}${trailer}`)]);
};
